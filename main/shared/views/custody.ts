import type { CopyForm } from '../../schemas/custody';
import type { AppError } from '../errors';
import { limits } from '../limits';
import type { FoundMaterial, SavedFileView } from './app';

export type { CopyForm, CopyPlan, CopyPurpose, CopySource, CustodyView } from '../../schemas/custody';

/** What the page may know of copies of key material: never a byte of it, a share's digits or a path. */

/**
 * What a person types to go on without a copy. Case and surrounding spaces do not matter. The page shows it, main
 * compares it, and the record says that it was typed.
 */
export const noCopyConfirmation = 'no copy';

/** What a person types to make a new key of key material that was restored from a copy; compared in the same way. */
export const newKeyConfirmation = 'new key';

/**
 * Why a passphrase is weak. `known`: words of this ceremony; `repeated`: repetitions; `row`: a sequence of keys,
 * letters or digits; `common`: a common password or word; `few`: only too short; `control`: it has a character that
 * cannot be typed in other programs.
 */
export type PassphraseWeakness =
  'known' | 'repeated' | 'row' | 'date' | 'common' | 'name' | 'few' | 'control';

/** How hard a passphrase is to guess, as main measures it. */
export interface PassphraseStrength {
  /** Base-2 logarithm of the least number of guesses that it takes, rounded down. */
  readonly bits: number;
  /** Set when it is too weak. */
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
  /** Without `alias/`. */
  readonly alias?: string;
  /** Value of the tag `keyferry:ceremony`, which finds a key that did not exist yet when the copy was made. */
  readonly ceremony?: string;
}

export interface ShareSetView {
  /** The name of the set, such as `7F3A-91C2`. */
  readonly serial: string;
  /** How many shares restore the material. */
  readonly threshold: number;
  /** How many were made. */
  readonly count: number;
}

/** The files of a copy that was not opened yet. */
export interface FoundCopyView {
  readonly handle: string;
  readonly form: CopyForm;
  /** Base names. */
  readonly files: readonly string[];
  /** Whether an age identity file came with a copy for recipients. */
  readonly hasIdentity: boolean;
  /** Only for shares. */
  readonly shares?: ShareSetView & {
    /** Those that were collected, in the order of their numbers. `file`: its base name; absent when it was typed. */
    readonly have: readonly {
      readonly number: number;
      readonly custodian: string;
      readonly file?: string;
    }[];
    /** Why some of what was brought last was not taken, although the rest was. */
    readonly refused?: AppError;
    /** ISO 8601, UTC: when they are overwritten, unless another one comes. */
    readonly heldUntil: string;
  };
}

/** A copy that was opened, after it was made or to restore it, and has the right material. */
export interface CopyView {
  readonly form: CopyForm;
  readonly files: readonly SavedFileView[];
  /** ISO 8601, UTC: when the copy was made. */
  readonly madeAt: string;
  readonly checkValue: string;
  /** Whether the copy says PRACTICE: its key exists only in the practice KMS. */
  readonly practice: boolean;
  readonly key: CopyKey;
  /** Only for shares; the custodians in the order of their numbers, as far as they are known. */
  readonly shares?: ShareSetView & { readonly custodians: readonly string[] };
}

export type KeyPlace = Pick<CopyKey, 'accountId' | 'region'>;

/** Key material in its own vault, with the copy that makes it safe to use. */
export interface HeldView {
  readonly handle: string;
  readonly source: 'generated' | 'file' | 'restored';
  readonly material: FoundMaterial;
  readonly copy: CopyView;
  /** Set when the copy is one that anybody could have made, and its check value was not known. */
  readonly notCompared?: true;
  /** Set when the copy names another account or Region than the one where the material will be used. */
  readonly otherPlace?: { readonly ofCopy: KeyPlace; readonly expected: KeyPlace };
  /** ISO 8601, UTC: when the vault will end by itself; the copy then has to be opened again. */
  readonly heldUntil: string;
}

/** A document with a check value: ceremony record, hand-over summary or return package. */
export interface RecordView {
  readonly fileName: string;
  readonly checkValue: string;
  readonly keyArn?: string;
  readonly keyId?: string;
  /** 64 hex digits. */
  readonly keyMaterialId?: string;
}

/** A rehearsal that succeeded: the copy opens, and its material is the one in the record. */
export interface RehearsalView {
  readonly copy: CopyView;
  readonly material: FoundMaterial;
  /** ISO 8601, UTC. */
  readonly rehearsedAt: string;
}
