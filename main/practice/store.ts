import type { KeyObject } from 'node:crypto';
import type { KeySpec, KeyUsage } from './kms/key-specs';

export interface Material {
  /** 64 hex digits, derived from the KMS key's id and the material. */
  readonly id: string;
  /** The same in every Region of its key, as are its description and the time of its rotation. */
  state: 'CURRENT' | 'NON_CURRENT' | 'PENDING_ROTATION';
  /** Undefined once deleted or expired, and on a replica that waits for them; the same bytes can then be imported again. */
  bytes: Uint8Array | undefined;
  /** Milliseconds since 1970; undefined when it does not expire. */
  validTo: number | undefined;
  description: string | undefined;
  rotatedAt: number | undefined;
}

export interface PracticeGrant {
  /** 64 hex digits. */
  readonly id: string;
  readonly createdAt: number;
  /** ARNs. */
  readonly grantee: string;
  readonly retiring: string | undefined;
  /** Root of the account that made it; undefined for an AWS service. */
  readonly issuer: string | undefined;
  /** By which its holder can retire it. */
  readonly token: string;
  readonly operations: readonly string[];
  readonly name: string | undefined;
}

/** A cryptographic operation that succeeded. */
export interface KeyUse {
  readonly operation: string;
  readonly at: number;
  readonly eventId: string;
  readonly requestId: string;
}

export interface PracticeKey {
  readonly id: string;
  readonly arn: string;
  readonly region: string;
  readonly accountId: string;
  readonly createdAt: number;
  readonly spec: KeySpec;
  readonly usage: KeyUsage;
  readonly origin: 'AWS_KMS' | 'EXTERNAL' | 'EXTERNAL_KEY_STORE';
  readonly manager: 'CUSTOMER' | 'AWS';
  multiRegion: 'primary' | 'replica' | undefined;
  description: string;
  policy: string;
  disabled: boolean;
  deletionAt: number | undefined;
  /** Set while a primary key that is to be deleted waits for its replicas to be gone: its own days afterwards. */
  deletionDays: number | undefined;
  /** What AWS is still doing to the key, and until when. */
  busy: { readonly state: 'Creating' | 'Updating'; readonly until: number } | undefined;
  /** A rotation on demand that runs. */
  rotation: { readonly startedAt: number; readonly until: number } | undefined;
  /** Set while AWS rotates the key by itself. */
  automaticRotation: { readonly since: number; readonly days: number } | undefined;
  lastUse: KeyUse | undefined;
  readonly tags: Map<string, string>;
  readonly materials: Material[];
  /** By id. */
  readonly grants: Map<string, PracticeGrant>;
  /** How many more calls will not find the key, by operation. */
  readonly unsettled: Map<string, number>;
}

/** What one answer to GetParametersForImport stands for. */
export interface ImportSet {
  readonly keyId: string;
  readonly wrappingAlgorithm: string;
  readonly validTo: number;
  /** Undefined when the set has expired. */
  wrappingKey: KeyObject | undefined;
}

export interface PracticeAlias {
  readonly keyId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface RegionStore {
  readonly region: string;
  readonly keys: Map<string, PracticeKey>;
  /** By name (with `alias/`). */
  readonly aliases: Map<string, PracticeAlias>;
  /** By import token, in hex. */
  readonly importSets: Map<string, ImportSet>;
}

export function createRegionStore(region: string): RegionStore {
  return { region, keys: new Map(), aliases: new Map(), importSets: new Map() };
}
