import type { AppError } from '../errors';
import type { ReadStatement } from './policy';
import type { Mode, TagView } from './aws';
import type { MaterialCount } from './material-count';

/**
 * What the page may know of the account's imported keys: what reading them says, and nothing that is kept. Times are
 * ISO 8601, UTC, by AWS's time.
 */

/** A customer key of origin EXTERNAL, or one of which only its existence may be known (`isUnreadable`). */
export interface KeyRow {
  /** ARN; it names the row. */
  readonly arn: string;
  readonly keyId: string;
  readonly region: string;
  /** Without `alias/`, in alphabetical order. */
  readonly aliases: readonly string[];
  /** Set if this person may not describe the key: its origin is not known either. The rest is then empty. */
  readonly isUnreadable?: true;
  /** As AWS names it: `Enabled`, `PendingImport`. */
  readonly state: string;
  readonly keySpec: string;
  readonly multiRegion?: 'primary' | 'replica';
  readonly description: string;
  readonly createdAt?: string;
  /** When the earliest of the key's permanent materials expires; absent if none does. */
  readonly validTo?: string;
  /** When AWS deletes it. */
  readonly deletionAt?: string;
  /** Whether it ever had material, as far as AWS says it: for a key that waits for its import. */
  readonly hadMaterial: 'yes' | 'no' | 'unknown';
  /** Absent until it was read, and where it cannot be. */
  readonly materials?: MaterialCount;
  /** Whether new material waits for a rotation; absent until it was read, and where it cannot be. */
  readonly newMaterialWaits?: boolean;
  /** Accounts, besides the key's own, that its policy lets use it; absent until it was read. `*` for anybody. */
  readonly receivers?: readonly string[];
  /** Set if the policy could not be read. */
  readonly receiversUnread?: true;
  /** Handle of this app's unfinished work that made the key or imports into it. */
  readonly unfinished?: string;
}

/** How far the reading of one Region is. */
export interface RegionReading {
  readonly region: string;
  /**
   * `paused`: the sign-in ended; signing in again goes on with it. `not-enabled`: AWS does not take this sign-in there,
   * although it does elsewhere, as in a Region that is not enabled for the account.
   */
  readonly state: 'waiting' | 'reading' | 'done' | 'failed' | 'not-enabled' | 'paused' | 'stopped';
  /** Keys that ListKeys named so far, of any origin; and how many of these were described, or refused to be. */
  readonly listed: number;
  readonly described: number;
  /** Keys that may not be described. */
  readonly unreadable: number;
  /** Imported keys of which materials and policy were read as well. */
  readonly detailed: number;
  /** Set while AWS slows the reading down. */
  readonly isThrottled?: true;
  /** Why it is `failed`, `paused` or `not-enabled`. */
  readonly error?: AppError;
  /** Why keys are listed without their aliases. */
  readonly aliasError?: AppError;
}

/** Sent to the page while a list is read, several times a second. Rows that were sent before are replaced by ARN. */
export interface KeyListUpdate {
  readonly list: string;
  readonly rows: readonly KeyRow[];
  /** Rows that are gone. */
  readonly gone: readonly string[];
  readonly regions: readonly RegionReading[];
}

/** How a list ended; the rows came before. */
export interface KeyListView {
  readonly list: string;
  readonly mode: Mode;
  readonly accountId: string;
  readonly asOf: string;
  readonly regions: readonly RegionReading[];
  /** IAM policy JSON for the IAM administrator, where keys may not be listed or not be described. */
  readonly missingStatement?: string;
}

export type KeyMaterialRole =
  'CURRENT' | 'NON_CURRENT' | 'PENDING_ROTATION' | 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';

/** One material of a key, as ListKeyRotations answers it. */
export interface KeyMaterialView {
  /** 64 hex digits. */
  readonly id: string;
  /** As AWS names it; `PENDING_…` waits for a rotation. */
  readonly role: KeyMaterialRole;
  readonly isThere: boolean;
  /** Absent if it does not expire, and while it is missing. */
  readonly validTo?: string;
  readonly description?: string;
  /** Which copy belongs to it, as a description that this app wrote says, or a note of finished work. */
  readonly copy?: MaterialCopy;
  /** Set where a note of this computer says `copy`: when the work was finished that imported the material. */
  readonly notedAt?: string;
  /** Absent for the first material. */
  readonly rotatedAt?: string;
}

/**
 * What a KeyMaterialDescription of ours says (docs/key-material-description.md), or a note. Anybody who may import into
 * the key can write such a description: it is a hint, and no proof.
 */
export interface MaterialCopy {
  /** 16 hex digits. */
  readonly checkValue: string;
  /** Which copy there is; absent if the description names none. */
  readonly kept?: CopyName;
}

/** How a copy is told from others without being opened. */
export type CopyName =
  /** Of shares: their serial, `7F3A-91C2`. */
  | { readonly as: 'shares'; readonly serial: string }
  /** Of an age file: the first 16 hex digits of its SHA-256. */
  | { readonly as: 'sealed-copy'; readonly fileSha256: string };

export interface GrantView {
  readonly grantId: string;
  readonly name?: string;
  readonly grantee?: string;
  readonly retiring?: string;
  /** 12 digits, of the account that made it; absent where AWS does not say. */
  readonly issuingAccount?: string;
  readonly operations: readonly string[];
  readonly isConstrained: boolean;
  readonly createdAt?: string;
}

/** Something that was asked for one key, or why there is no answer. */
export type Read<T> =
  { readonly read: true; readonly value: T } | { readonly read: false; readonly error: AppError };

/** One key, read anew. */
export interface KeyView {
  /** Handle, for everything that is done with the key. */
  readonly key: string;
  readonly mode: Mode;
  readonly accountId: string;
  readonly partition: string;
  readonly asOf: string;
  readonly row: KeyRow;
  /** Absent for keys that are not symmetric: AWS does not tell their materials. */
  readonly materials?: Read<readonly KeyMaterialView[]>;
  /** Of 25; absent with `materials`. */
  readonly rotationsLeft?: number;
  /** Set while AWS carries out a rotation: when it was asked for. */
  readonly rotationStartedAt?: string;
  readonly policy: Read<{ readonly json: string; readonly statements: readonly ReadStatement[] }>;
  readonly grants: Read<readonly GrantView[]>;
  readonly tags: Read<readonly TagView[]>;
  readonly lastUse: Read<LastUse>;
  /** Regions of the primary and the replicas, the key's own left out. */
  readonly otherRegions?: readonly string[];
}

export interface LastUse {
  /** Nothing is known of uses before. */
  readonly trackedSince?: string;
  /** Absent if AWS knows of none since then. */
  readonly last?: { readonly operation: string; readonly at: string };
}
