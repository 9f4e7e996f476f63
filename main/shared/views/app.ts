import type { WrappingAlgorithm, WrappingKeySpec } from '../kms-words';

export type { MaterialChoice } from '../../schemas/custody';

/** What the page may know. Nothing here can carry key material, a token, a wrapped blob or a full path. */

export interface AppView {
  readonly version: string;
  readonly electron: string;
  readonly platform: 'windows' | 'macos' | 'linux';
  /** Set once, for a page that replaced one that crashed. */
  readonly isAfterCrash?: true;
}

/** SHA-256 of the wrapping key's SubjectPublicKeyInfo, for people to compare. */
export interface FingerprintView {
  /** 64 lower-case hex digits. */
  readonly hex: string;
  /** 24 words for the same 256 bits and a checksum (BIP-39, English list). */
  readonly words: readonly string[];
}

/** The form in which the import parameters came. */
export type IntakeForm = 'zip' | 'folder' | 'files' | 'cli-json';

export interface ParametersView {
  readonly handle: string;
  readonly form: IntakeForm;
  /** Base names of the files in use. */
  readonly files: readonly string[];
  readonly keyId?: string;
  readonly keyArn?: string;
  /** Known only from a key ARN; so is `accountId`. */
  readonly region?: string;
  readonly accountId?: string;
  readonly wrappingKeySpec: WrappingKeySpec;
  /** Absent when the files do not say it; the person is then asked. */
  readonly wrappingAlgorithm?: WrappingAlgorithm;
  /** ISO 8601, UTC. Absent when the files do not say it. */
  readonly validTo?: string;
  readonly fingerprint: FingerprintView;
  /** Whether the token begins like every AWS import token seen so far. A hint, not proof. */
  readonly tokenLooksFamiliar: boolean;
  /** Base names of files that came along and were not read, because they may be key material. */
  readonly notRead?: readonly string[];
}

export type MaterialForm = 'raw' | 'hex' | 'base64' | 'pkcs8-der' | 'pkcs8-pem';
export type MaterialKind = 'symmetric' | 'rsa-private-key' | 'ec-private-key';

/** What is known of key material, wherever it comes from. */
export interface FoundMaterial {
  readonly kind: MaterialKind;
  /** The length of the material itself, after decoding, in bytes. */
  readonly lengthBytes: number;
  /** For private keys: 'RSA 2048', 'P-256', … */
  readonly keyName?: string;
}

export interface MaterialView extends FoundMaterial {
  readonly handle: string;
  readonly fileName: string;
  readonly form: MaterialForm;
}

export interface SavedFileView {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hex; absent for clear key material, whose digest would help a guesser. */
  readonly sha256?: string;
}

/** Wrapped key material from the offline computer. */
export interface ReturnedMaterialView {
  readonly handle: string;
  readonly form: 'package' | 'files';
  readonly files: readonly string[];
  readonly keyId?: string;
  readonly keyArn?: string;
  readonly region?: string;
  readonly accountId?: string;
  readonly wrappingAlgorithm?: WrappingAlgorithm;
  /** ISO 8601, UTC; absent when nothing says it. */
  readonly validTo?: string;
  readonly checkValue?: string;
  /** Whether there is a transfer code to compare; older packages and loose files have none. */
  readonly hasTransferCode: boolean;
}
