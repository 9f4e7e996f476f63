import type { AppError } from '../shared/errors';
import type { WrappingAlgorithm, WrappingKeySpec } from '../shared/kms-words';
import type { KeyFacts } from '../schemas/key';
import type { Expiry, TagView } from '../shared/views/aws';
import type { KeyMaterialRole } from '../shared/views/keys';

/**
 * The outcome of one call. Only calls that change AWS can be `unknown`: the request was sent and no answer came, so it
 * may have been carried out. The caller looks it up, and never simply repeats it.
 */
export type CallOutcome<T> =
  | { readonly outcome: 'done'; readonly value: T; readonly requestId?: string }
  | { readonly outcome: 'refused'; readonly error: AppError }
  | { readonly outcome: 'unknown'; readonly error: AppError };

export type { KeyFacts } from '../schemas/key';

/** Operations that change AWS. The port sends each of them once. */
export type ChangingOperation =
  | 'CreateKey'
  | 'CreateAlias'
  | 'ImportKeyMaterial'
  | 'PutKeyPolicy'
  | 'CreateGrant'
  | 'RevokeGrant'
  | 'EnableKey'
  | 'DisableKey'
  | 'ScheduleKeyDeletion'
  | 'CancelKeyDeletion'
  | 'DeleteImportedKeyMaterial'
  | 'RotateKeyOnDemand'
  | 'ReplicateKey'
  | 'UpdateAlias'
  | 'DeleteAlias'
  | 'TagResource'
  | 'UntagResource'
  | 'UpdateKeyDescription';

/** What a grant allows, to whom. */
export interface GrantRequest {
  /** By which AWS knows a request that is sent twice, and by which it is found again. */
  readonly name: string;
  /** ARN. */
  readonly grantee: string;
  /** ARN; may give the grant back. */
  readonly retiring?: string;
  /** As AWS names them: `Encrypt`. */
  readonly operations: readonly string[];
}

/** A grant as ListGrants answers it. AWS names what is gone by its unique ID, and a grant of its own without a name. */
export interface GrantFacts {
  readonly grantId: string;
  readonly name?: string;
  readonly grantee?: string;
  readonly retiring?: string;
  /** 12 digits, of the account that made it; absent where AWS does not say. */
  readonly issuingAccount?: string;
  readonly operations: readonly string[];
  /** Whether it holds only under a condition. */
  readonly isConstrained: boolean;
  readonly createdAt?: Date;
}

/** One page of a list; with `next`, the marker to ask for the next one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** A key of any origin, as ListKeys names it. */
export interface ListedKey {
  readonly keyId: string;
  readonly arn: string;
}

/** DescribeKey, with what only a person who looks after the key asks for. */
export interface DescribedKey {
  readonly facts: KeyFacts;
  readonly isAwsManaged: boolean;
  /** As AWS names it: `ENCRYPT_DECRYPT`. */
  readonly usage?: string;
  readonly deletionAt?: Date;
  readonly multiRegion?: {
    readonly role: 'primary' | 'replica';
    /** Regions of the primary and the replicas, the key's own left out. */
    readonly otherRegions: readonly string[];
  };
}

/** One material of a key, as ListKeyRotations names it. */
export interface KeyMaterialFacts {
  /** 64 hex digits. */
  readonly id: string;
  readonly role: KeyMaterialRole;
  readonly isThere: boolean;
  readonly validTo?: Date;
  readonly description?: string;
  /** Absent for the first material, and for one that waits. */
  readonly rotatedAt?: Date;
  /** Whether a person rotated it in: 25 times at most. */
  readonly isByDemand: boolean;
}

export interface LastUseFacts {
  readonly trackedSince?: Date;
  readonly last?: { readonly operation: string; readonly at: Date };
}

/** The KMS operations that find and read keys. None of them changes anything. */
export interface KmsReading {
  /** Up to 1000 keys of any origin. */
  readonly listKeys: (marker?: string) => Promise<CallOutcome<Page<ListedKey>>>;
  /** Up to 100 aliases of the Region: key id and name, which is without `alias/`. Those of AWS are left out. */
  readonly listAliases: (
    marker?: string,
  ) => Promise<CallOutcome<Page<readonly [keyId: string, alias: string]>>>;
  /** Without `alias/`, in alphabetical order. */
  readonly aliasesOf: (keyId: string) => Promise<CallOutcome<readonly string[]>>;
  readonly describeInFull: (keyId: string) => Promise<CallOutcome<DescribedKey>>;
  /**
   * Every material that the key has or had: the current one first, then those that wait, then the former ones, the
   * latest first. Only for symmetric keys.
   */
  readonly listMaterials: (keyId: string) => Promise<CallOutcome<readonly KeyMaterialFacts[]>>;
  /** When the rotation that is going on was asked for; undefined if none is. */
  readonly rotationStartedAt: (keyId: string) => Promise<CallOutcome<{ readonly at?: Date }>>;
  readonly lastUse: (keyId: string) => Promise<CallOutcome<LastUseFacts>>;
}

/** `keyMaterialId`: of the material that it was encrypted with; AWS names it for symmetric keys. */
export interface DecryptedText {
  readonly plaintext: Uint8Array;
  readonly keyMaterialId?: string;
}

export interface FetchedParameters {
  readonly keyArn: string;
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  readonly importToken: Uint8Array;
  readonly validTo: Date;
}

/**
 * What ImportKeyMaterial takes besides for symmetric keys, and refuses for all others (UnsupportedOperationException).
 * Without `importType`, AWS takes a key's first material, and afterwards only one that the key has.
 */
export interface SymmetricImport {
  readonly importType?: 'EXISTING_KEY_MATERIAL' | 'NEW_KEY_MATERIAL';
  /** 64 hex digits; never with new material. AWS compares before it accepts. */
  readonly keyMaterialId?: string;
  /** At most 256 characters of `a-zA-Z0-9:/_ .-`; nothing secret. The one before is kept where this is absent. */
  readonly description?: string;
}

/** The KMS operations that change a key that has its material. Made by aws/kms-change.ts. */
export interface KmsChanging {
  readonly enableKey: (keyId: string) => Promise<CallOutcome<null>>;
  readonly disableKey: (keyId: string) => Promise<CallOutcome<null>>;
  /** @returns when AWS deletes it; absent for a primary whose replicas have to go first. */
  readonly scheduleKeyDeletion: (
    keyId: string,
    pendingWindowInDays: number,
  ) => Promise<CallOutcome<{ readonly deletionAt?: Date }>>;
  readonly cancelKeyDeletion: (keyId: string) => Promise<CallOutcome<null>>;
  /** @param keyMaterialId 64 hex digits; without it, AWS deletes the current material of a symmetric key. */
  readonly deleteImportedKeyMaterial: (keyId: string, keyMaterialId?: string) => Promise<CallOutcome<null>>;
  /** Begins a rotation, which takes a while, and which nothing undoes. */
  readonly rotateKeyOnDemand: (keyId: string) => Promise<CallOutcome<null>>;
  /** Of a primary, in its Region. The replica is born without key material. */
  readonly replicateKey: (input: {
    readonly keyId: string;
    readonly replicaRegion: string;
    readonly policy: string;
    readonly description: string;
    readonly tags: readonly TagView[];
  }) => Promise<CallOutcome<KeyFacts>>;
  readonly revokeGrant: (keyId: string, grantId: string) => Promise<CallOutcome<null>>;
  /** Moves an alias that exists to this key. */
  readonly updateAlias: (aliasName: string, keyId: string) => Promise<CallOutcome<null>>;
  readonly deleteAlias: (aliasName: string) => Promise<CallOutcome<null>>;
  readonly tagKey: (keyId: string, tags: readonly TagView[]) => Promise<CallOutcome<null>>;
  readonly untagKey: (keyId: string, tagKeys: readonly string[]) => Promise<CallOutcome<null>>;
  readonly describeAs: (keyId: string, description: string) => Promise<CallOutcome<null>>;
}

/** The KMS operations that the jobs use. Made by aws/kms.ts. */
export interface KmsPort extends KmsReading, KmsChanging {
  /** Origin EXTERNAL, SYMMETRIC_DEFAULT. Never bypasses the lockout check. */
  readonly createKey: (input: {
    readonly policy: string;
    readonly description: string;
    readonly tags: readonly TagView[];
    readonly multiRegion: boolean;
  }) => Promise<CallOutcome<KeyFacts>>;
  readonly createAlias: (aliasName: string, keyId: string) => Promise<CallOutcome<null>>;
  readonly getParametersForImport: (
    keyId: string,
    wrappingAlgorithm: WrappingAlgorithm,
    wrappingKeySpec: WrappingKeySpec,
  ) => Promise<CallOutcome<FetchedParameters>>;
  readonly importKeyMaterial: (input: {
    readonly keyId: string;
    readonly importToken: Uint8Array;
    readonly encryptedKeyMaterial: Uint8Array;
    readonly expiry: Expiry;
    readonly symmetric?: SymmetricImport;
  }) => Promise<CallOutcome<{ readonly keyMaterialId?: string }>>;
  readonly describeKey: (keyId: string) => Promise<CallOutcome<KeyFacts>>;
  readonly encrypt: (keyId: string, plaintext: Uint8Array) => Promise<CallOutcome<Uint8Array>>;
  readonly decrypt: (keyId: string, ciphertext: Uint8Array) => Promise<CallOutcome<DecryptedText>>;
  readonly getKeyPolicy: (keyId: string) => Promise<CallOutcome<string>>;
  /** The whole policy, which takes the place of the former one. Never bypasses the lockout check. */
  readonly putKeyPolicy: (keyId: string, policy: string) => Promise<CallOutcome<null>>;
  readonly createGrant: (
    keyId: string,
    grant: GrantRequest,
  ) => Promise<CallOutcome<{ readonly grantId: string }>>;
  /** Every grant of the key. */
  readonly listGrants: (keyId: string) => Promise<CallOutcome<readonly GrantFacts[]>>;
  /** Target key id of the alias; undefined when the alias does not exist. */
  readonly findAlias: (aliasName: string) => Promise<CallOutcome<string | undefined>>;
  /** Ids of the keys of this account and Region with the tag: this finds a key whose createKey answer was lost. */
  readonly findKeysByTag: (tag: TagView) => Promise<CallOutcome<readonly string[]>>;
  /** Every tag of a key: the ceremony's tag shows that a run of this app made it. */
  readonly listTags: (keyId: string) => Promise<CallOutcome<readonly TagView[]>>;
}
