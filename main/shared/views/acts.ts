import type { KeyAct, KeyChange } from '../../schemas/act';
import type { DeletableMaterial, DeletionPlan } from './acts-stop';
import type { Mode, PermissionRow, RegionView, TagView } from './aws';
import type { RevokedView, RevokePlanView } from './revoke';

export type { ActName, KeyAct, KeyChange } from '../../schemas/act';

/** What a person is shown before anything of a key is changed. AWS was asked for it just now. */
export interface ActPlanView {
  readonly plan: string;
  readonly act: KeyAct;
  /** The key's, as AWS names it. */
  readonly state: string;
  /** Of a deletion that is scheduled, or cancelled. */
  readonly deletion?: DeletionPlan;
  /** The materials that can be deleted. */
  readonly deletable?: readonly DeletableMaterial[];
  /** What has to be typed before it is carried out (see typedFor); absent where nothing has to be. */
  readonly typed?: string;
  /** Only where the act rotates. */
  readonly rotationsDone?: number;
  readonly rotationsLeft?: number;
  /** Whether the person may do it, as far as IAM says. */
  readonly permissions: readonly PermissionRow[];
  /** IAM policy JSON for the IAM administrator, where something needed is denied. */
  readonly missingStatement?: string;
  /** Only for revoking a receiver; `act` has what is ticked to begin with. */
  readonly revoke?: RevokePlanView;
  /** What is written on the key now. */
  readonly labels?: { readonly description: string; readonly tags: readonly TagView[] };
  /** Aliases of other keys in the Region, in alphabetical order. */
  readonly otherAliases?: readonly OtherAlias[];
  /** Those of the key itself. */
  readonly ownAliases?: readonly string[];
  /** Where the key may be replicated to, and who may use the replica besides the key's own account. */
  readonly replication?: {
    readonly regions: readonly RegionView[];
    /** Account IDs; `*` for anybody. */
    readonly receivers: readonly string[];
    readonly labels: { readonly description: string; readonly tags: readonly TagView[] };
  };
  /** Statements of the key policy that go by what is changed; absent where the policy may not be read. */
  readonly bound?: { readonly statements: readonly BoundStatement[]; readonly isSureOfAll: boolean };
}

export interface OtherAlias {
  /** Without `alias/`. */
  readonly alias: string;
  readonly keyId: string;
}

/** A statement with a condition on what an act changes. */
export interface BoundStatement {
  /** Empty where it has none; `number` counts from 1. */
  readonly sid: string;
  readonly number: number;
  readonly denies: boolean;
  readonly by: readonly { readonly key: string; readonly values: readonly string[] }[];
}

/** What a person is shown before new material is imported and rotated to. AWS was asked for it just now. */
export interface RotationPlanView {
  /** Rotations that people asked for so far; each counts for ever. */
  readonly rotationsDone: number;
  readonly rotationsLeft: number;
  /** Regions of the replicas, each of which needs the new material as well. */
  readonly replicas: readonly string[];
  readonly permissions: readonly PermissionRow[];
  readonly missingStatement?: string;
}

/** How an act ended, as AWS answered it afterwards. */
export interface ActedView {
  readonly mode: Mode;
  readonly act: KeyAct;
  readonly keyArn: string;
  readonly keyId: string;
  readonly accountId: string;
  readonly region: string;
  /** Without `alias/`. */
  readonly alias?: string;
  /** The key's, as AWS names it. */
  readonly state: string;
  /** ISO 8601, UTC. */
  readonly checkedAt: string;
  /** When AWS deletes it; ISO 8601, UTC. */
  readonly deletionAt?: string;
  /** Regions of its replicas, which have to be gone before it is deleted. */
  readonly waitsFor?: readonly string[];
  /** Empty where AWS had it so before. */
  readonly changes: readonly KeyChange[];
  /** Only of a receiver that was revoked. */
  readonly revoked?: RevokedView;
  /** The replica that was made; it waits for its key material. */
  readonly replica?: { readonly arn: string; readonly region: string; readonly state: string };
}
