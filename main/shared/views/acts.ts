import type { KeyAct, KeyChange } from '../../schemas/act';
import type { Mode, PermissionRow } from './aws';

export type { ActName, KeyAct, KeyChange } from '../../schemas/act';

/** What a person is shown before anything of a key is changed. AWS was asked for it just now. */
export interface ActPlanView {
  readonly plan: string;
  readonly act: KeyAct;
  /** The key's, as AWS names it. */
  readonly state: string;
  /** What has to be typed before it is carried out; absent where nothing has to be. */
  readonly typed?: string;
  /** Only where the act rotates. */
  readonly rotationsDone?: number;
  readonly rotationsLeft?: number;
  /** Whether the person may do it, as far as IAM says. */
  readonly permissions: readonly PermissionRow[];
  /** IAM policy JSON for the IAM administrator, where something needed is denied. */
  readonly missingStatement?: string;
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
  /** Empty where AWS had it so before. */
  readonly changes: readonly KeyChange[];
}
