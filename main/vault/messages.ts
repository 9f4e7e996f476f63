import type { WrappingAlgorithm, WrappingKeySpec } from '../shared/kms-words';
import type { WrapStage } from '../shared/progress';
import type { Result } from '../shared/result';
import type { MaterialForm, MaterialKind } from '../shared/views';

/** What a material file is read against. */
export interface MaterialFile {
  readonly path: string;
  readonly lengthBytes: 32 | 16;
}

/**
 * What main asks of a vault. One request a process.
 *
 * `salt`: 32 random bytes of main's own, with which the vault tags the material, so that main can tell whether a
 * file changed between two vaults without learning anything about it.
 */
export type VaultRequest = {
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly wrappingKeySpec: WrappingKeySpec;
  readonly salt: Uint8Array;
} & (
  | { readonly kind: 'inspect'; readonly file: MaterialFile }
  | {
      readonly kind: 'wrap';
      readonly spkiDer: Uint8Array;
      /** Bytes of the material to come, so that the self-test runs before the material exists here. */
      readonly materialLength: number;
      readonly source:
        | { readonly from: 'generate'; readonly lengthBytes: 32 | 16 }
        | { readonly from: 'file'; readonly file: MaterialFile; readonly tag: string };
      /** Where to save the clear key material, when the person asked for that. */
      readonly plaintextFolder?: string;
    }
);

export interface MaterialFacts {
  readonly kind: MaterialKind;
  readonly lengthBytes: number;
  readonly keyName?: string;
}

export interface Inspected extends MaterialFacts {
  readonly form: MaterialForm;
  readonly tag: string;
}

export interface Wrapped {
  readonly encryptedKeyMaterial: Uint8Array;
  readonly material: MaterialFacts;
  /** Of symmetric material alone. */
  readonly checkValue?: string;
}

export type VaultMessage =
  | { readonly kind: 'stage'; readonly stage: WrapStage; readonly state: 'running' | 'done' }
  | { readonly kind: 'inspected'; readonly result: Result<Inspected> }
  | { readonly kind: 'wrapped'; readonly result: Result<Wrapped> };
