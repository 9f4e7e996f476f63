import type { AppError } from '../shared/errors';
import type { WrappingAlgorithm, WrappingKeySpec } from '../shared/kms-words';
import type { KeyFacts } from '../schemas/key';
import type { Expiry, TagView } from '../shared/views/aws';

/**
 * What one call came to. `unknown` only exists for calls that change AWS: the request was sent and no answer came, so
 * it may have been carried out. It is looked up, never repeated blindly.
 */
export type CallOutcome<T> =
  | { readonly outcome: 'done'; readonly value: T; readonly requestId?: string }
  | { readonly outcome: 'refused'; readonly error: AppError }
  | { readonly outcome: 'unknown'; readonly error: AppError };

export type { KeyFacts } from '../schemas/key';

/** Operations that change AWS. The port sends each of them once. */
export type ChangingOperation = 'CreateKey' | 'CreateAlias' | 'ImportKeyMaterial' | 'ScheduleKeyDeletion';

export interface FetchedParameters {
  readonly keyArn: string;
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  readonly importToken: Uint8Array;
  readonly validTo: Date;
}

/** The KMS operations that the jobs use, one method each, one attempt each. Made by aws/kms.ts. */
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
  /** Target key id of the alias; undefined when nobody has it. */
  readonly findAlias: (aliasName: string) => Promise<CallOutcome<string | undefined>>;
  /** Keys of this account and Region that carry the tag: how a lost answer to createKey is found again. */
  readonly findKeysByTag: (tag: TagView) => Promise<CallOutcome<readonly string[]>>;
  /** Every tag of a key: by the ceremony's, a key is known to be one that a run of ours made. */
  readonly listTags: (keyId: string) => Promise<CallOutcome<readonly TagView[]>>;
  readonly scheduleKeyDeletion: (keyId: string, pendingWindowInDays: number) => Promise<CallOutcome<Date>>;
}
