import type { CopyForm } from '../../schemas/custody';
import { limits } from '../limits';
import type { FoundMaterial, SavedFileView } from './app';

export type { CopyForm, CopyPlan, CopyPurpose, CopySource, CustodyView } from '../../schemas/custody';

/** What the page may know of copies of key material: never a byte of it, a share's digits or a path. */

/**
 * What a person types to go on without a copy; compared without regard to case and spaces around it. The page shows it,
 * main compares it, and the record says that it was typed.
 */
export const noCopyConfirmation = 'no copy';

/** What a person types to make a new key of key material that was restored from a copy; compared in the same way. */
export const newKeyConfirmation = 'new key';

/**
 * Why a passphrase is weak. `known`: words of this ceremony; `repeated`: the same again and again; `row`: of keys, letters
 * or digits; `common`: what many people use; `few`: nothing of these, but too little of it; `control`: a character in it
 * that nobody could type for another program.
 */
export type PassphraseWeakness =
  'known' | 'repeated' | 'row' | 'date' | 'common' | 'name' | 'few' | 'control';

/** How hard a passphrase is to guess, as main measures it. */
export interface PassphraseStrength {
  /** Base-2 logarithm of the guesses that it takes, at least and rounded down. */
  readonly bits: number;
  /** Of those that are too weak. */
  readonly weakness?: PassphraseWeakness;
}

export const isStrong = ({ bits }: Pick<PassphraseStrength, 'bits'>): boolean =>
  bits >= limits.minPassphraseBits;

/** Which key a copy says that it is of. Written into the copy when it is made; none of it is proof. */
export interface CopyKey {
  readonly keyId?: string;
  readonly keyArn?: string;
  readonly keyMaterialId?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** Without the `alias/` in front. */
  readonly alias?: string;
  /** Value of the tag `keyferry:ceremony`, by which a key that did not exist yet can be found. */
  readonly ceremony?: string;
}

export interface ShareSetView {
  /** Names the set: `7F3A-91C2`. */
  readonly serial: string;
  /** How many shares restore the material. */
  readonly threshold: number;
  /** How many were made. */
  readonly count: number;
}

/** Files that hold a copy, looked at from outside: nothing was opened yet. */
export interface FoundCopyView {
  readonly handle: string;
  readonly form: CopyForm;
  /** Base names. */
  readonly files: readonly string[];
  /** Of copies for recipients: whether an age identity file came with the copy. */
  readonly hasIdentity: boolean;
  /** Of shares. */
  readonly shares?: ShareSetView & {
    /** The numbers at hand, in order, and their custodians. */
    readonly have: readonly { readonly number: number; readonly custodian: string }[];
  };
}

/** A copy that was opened, after it was made or in order to restore it, and is the very material that is held. */
export interface CopyView {
  readonly form: CopyForm;
  readonly files: readonly SavedFileView[];
  /** ISO 8601, UTC: when the copy was made. */
  readonly madeAt: string;
  readonly checkValue: string;
  /** Whether the copy says PRACTICE: its key exists in the practice KMS and nowhere else. */
  readonly practice: boolean;
  readonly key: CopyKey;
  /** Of shares; the custodians in the order of their numbers, as far as they are known. */
  readonly shares?: ShareSetView & { readonly custodians: readonly string[] };
}

export type KeyPlace = Pick<CopyKey, 'accountId' | 'region'>;

/** Key material that a vault of its own holds, with the copy that makes it safe to use. */
export interface HeldView {
  readonly handle: string;
  readonly source: 'generated' | 'file' | 'restored';
  readonly material: FoundMaterial;
  readonly copy: CopyView;
  /** Set where a copy that anybody could have made was opened, and nobody had its check value. */
  readonly notCompared?: true;
  /** Where the copy says another account or Region than the one that the material is to be used in. */
  readonly otherPlace?: { readonly ofCopy: KeyPlace; readonly expected: KeyPlace };
  /** ISO 8601, UTC: when the vault will end by itself; the copy then has to be opened again. */
  readonly heldUntil: string;
}

/** A record of ours that says which material it was: hand-over summary, return package, or a saved text. */
export interface RecordView {
  readonly fileName: string;
  readonly checkValue: string;
  readonly keyArn?: string;
  readonly keyId?: string;
}

/** A rehearsal that succeeded: the copy opens, and holds what the record says. */
export interface RehearsalView {
  readonly copy: CopyView;
  readonly material: FoundMaterial;
  /** ISO 8601, UTC. */
  readonly rehearsedAt: string;
}
