import type { CopyKey, CopyView, FoundCopyView } from '../shared/views/custody';
import type { WrappingAlgorithm, WrappingKeySpec } from '../shared/kms-words';
import type { WrapStage } from '../shared/progress';
import type { Result } from '../shared/result';
import type { FoundMaterial, MaterialForm } from '../shared/views/app';

/** A file of key material, and the length that symmetric material must have. */
export interface MaterialFile {
  readonly path: string;
  readonly lengthBytes: 32 | 16;
}

/** What the material has to fit, wherever it comes from. */
export interface Fit {
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly wrappingKeySpec: WrappingKeySpec;
}

/**
 * `salt`: 32 random bytes from main, with which the vault tags the material. So main can tell whether a file changed
 * between two vaults without learning anything about it.
 */
export interface Salted {
  readonly salt: Uint8Array;
}

export type InspectRequest = Fit & Salted & { readonly kind: 'inspect'; readonly file: MaterialFile };

/** Material that no vault holds yet. */
export type NewMaterial =
  | { readonly from: 'generate'; readonly lengthBytes: 32 | 16 }
  | { readonly from: 'file'; readonly file: MaterialFile; readonly tag: string };

/** Of a key that the practice AWS came with. Symmetric; only a copy that says PRACTICE is made of it. */
export interface PracticeMaterial {
  readonly from: 'practice';
  readonly bytes: Uint8Array;
}

export type WrapRequest = Fit &
  Salted & {
    readonly kind: 'wrap';
    readonly spkiDer: Uint8Array;
    /** Other wrapping keys of the same spec, under which the same material is wrapped as well. */
    readonly alsoUnder?: readonly Uint8Array[];
    /** The length of the material in bytes, for a self-test that may run before the vault has the material. */
    readonly materialLength: number;
    /** `held`: the material that an earlier request to this vault made a copy of, or restored from one. */
    readonly source: NewMaterial | { readonly from: 'held' };
    /** The folder for the clear key material, if the person asked to save it. */
    readonly plaintextFolder?: string;
  };

/** How the copy is protected, and where it goes: a file, or a folder for the files of the shares. */
export type CopyTarget =
  | { readonly by: 'passphrase'; readonly passphrase: string; readonly path: string }
  | { readonly by: 'recipients'; readonly recipients: readonly string[]; readonly path: string }
  | {
      readonly by: 'shares';
      readonly threshold: number;
      readonly custodians: readonly string[];
      readonly folder: string;
    };

export type MakeCopyRequest = Fit &
  Salted & {
    readonly kind: 'make-copy';
    readonly source: NewMaterial | PracticeMaterial;
    readonly target: CopyTarget;
    readonly key: CopyKey;
    /** ISO 8601, UTC. */
    readonly madeAt: string;
    /** `Keyferry 0.1.0` */
    readonly madeBy: string;
    /** Whether the copy says PRACTICE. */
    readonly practice: boolean;
  };

/** Describes the files of a copy without opening them. Shares are added to those that this vault collected before. */
export interface FindCopyRequest {
  readonly kind: 'find-copy';
  /** `typed`: the lines of a share, UTF-8. */
  readonly brought: { readonly paths: readonly string[] } | { readonly typed: Uint8Array };
}

/** Tells what the files of a copy say by themselves. Nothing is opened or kept. */
export interface TellCopyRequest {
  readonly kind: 'tell-copy';
  readonly paths: readonly string[];
}

/** Overwrites a share that was collected. */
export interface RemoveShareRequest {
  readonly kind: 'remove-share';
  readonly number: number;
}

/** Opens a copy. With `fit`, the material is checked against it and held for a wrap; without, compared and wiped. */
export interface OpenCopyRequest {
  readonly kind: 'open-copy';
  /** Of a sealed copy. Absent: the shares that this vault collected. */
  readonly paths?: readonly string[];
  readonly passphrase?: string;
  /**
   * The check value that the material must have. Copies that anybody could have made need it, or `unknown` when the
   * person said so.
   */
  readonly checkValue?: string;
  readonly fit?: Fit & { readonly lengthBytes: 32 | 16 };
  /** What the copy must say about itself to be used. */
  readonly bound?: {
    readonly practice: boolean;
    /** A copy that names a ceremony must name this one; it may also name none. */
    readonly ceremony?: string;
  };
}

/** Runs a wrap's self-test ahead of it: the test makes an RSA key pair, which takes longer than everything else. */
export interface SelfTestRequest {
  readonly kind: 'self-test';
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly materialLength: number;
}

/** The request of each kind, and its result. */
export interface VaultCalls {
  'self-test': { request: SelfTestRequest; result: null };
  inspect: { request: InspectRequest; result: Inspected };
  wrap: { request: WrapRequest; result: Wrapped };
  'make-copy': { request: MakeCopyRequest; result: OpenedCopy };
  'find-copy': { request: FindCopyRequest; result: FoundCopy };
  'tell-copy': { request: TellCopyRequest; result: ToldCopy };
  'remove-share': { request: RemoveShareRequest; result: FoundCopy | null };
  'open-copy': { request: OpenCopyRequest; result: OpenedCopy };
}
export type VaultCall = keyof VaultCalls;

/**
 * What main asks of a vault. After each answer the vault waits for another request, or for `end`: then it wipes what it
 * holds, and exits.
 */
export type VaultRequest = VaultCalls[VaultCall]['request'] | { readonly kind: 'end' };

export interface Inspected extends FoundMaterial {
  readonly form: MaterialForm;
  readonly tag: string;
}

export interface Wrapped {
  readonly encryptedKeyMaterial: Uint8Array;
  /** In the order of `alsoUnder`. */
  readonly also?: readonly Uint8Array[];
  readonly material: FoundMaterial;
  readonly checkValue: string;
}

/** A copy that was not opened. */
export interface FoundCopy extends Omit<FoundCopyView, 'handle' | 'shares'> {
  readonly shares?: Omit<NonNullable<FoundCopyView['shares']>, 'heldUntil'>;
}

/** `files`: base names. Nothing of it is proof. */
export type ToldCopy =
  /** `sha256`: of the file as it is, 64 hex digits. */
  | {
      readonly form: 'passphrase' | 'recipients';
      readonly files: readonly string[];
      readonly sha256: string;
    }
  | {
      readonly form: 'shares';
      readonly files: readonly string[];
      readonly serial: string;
      readonly practice: boolean;
      readonly checkValue: string;
      readonly key: CopyKey;
    };

/** A copy that was opened, and is of the right material. */
export interface OpenedCopy {
  readonly copy: CopyView;
  readonly material: FoundMaterial;
}

export type VaultMessage =
  | { readonly kind: 'stage'; readonly stage: WrapStage; readonly state: 'running' | 'done' }
  | {
      readonly [K in VaultCall]: { readonly kind: K; readonly result: Result<VaultCalls[K]['result']> };
    }[VaultCall];
