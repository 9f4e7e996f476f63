import type { AppError } from '../shared/errors';
import type { WrappingAlgorithm, WrappingKeySpec } from '../shared/kms-words';
import type { KeyFacts } from '../schemas/key';
import type { Expiry, TagView } from '../shared/views/aws';

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
  'CreateKey' | 'CreateAlias' | 'ImportKeyMaterial' | 'ScheduleKeyDeletion' | 'PutKeyPolicy' | 'CreateGrant';

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
  readonly operations: readonly string[];
  /** Whether it holds only under a condition. */
  readonly isConstrained: boolean;
}

export interface FetchedParameters {
  readonly keyArn: string;
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  readonly importToken: Uint8Array;
  readonly validTo: Date;
}

/** The KMS operations that the jobs use. Made by aws/kms.ts. */
export interface KmsPort {
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
  }) => Promise<CallOutcome<{ readonly keyMaterialId?: string }>>;
  readonly describeKey: (keyId: string) => Promise<CallOutcome<KeyFacts>>;
  readonly encrypt: (keyId: string, plaintext: Uint8Array) => Promise<CallOutcome<Uint8Array>>;
  readonly decrypt: (keyId: string, ciphertext: Uint8Array) => Promise<CallOutcome<Uint8Array>>;
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
  readonly scheduleKeyDeletion: (keyId: string, pendingWindowInDays: number) => Promise<CallOutcome<Date>>;
}
