import { localError, type AppError } from '../../shared/errors';
import { definedOnly } from '../../shared/defined-only';
import { err, ok, type Result } from '../../shared/result';
import type { SavedFileView } from '../../shared/views/app';
import type { FoundCopy } from '../messages';
import { isOfSameSet, isSameShare, type Share } from './shares';
import { sharesDiffer } from './shares-differ';

/** A share as a custodian brought it. */
export interface BroughtShare {
  readonly share: Share;
  /** Absent when it was typed. */
  readonly file?: SavedFileView;
}

/** What came at once. Shares own secrets that whoever takes them wipes. */
export interface Brought {
  readonly shares: readonly BroughtShare[];
  /** Why some of it is no share. */
  readonly refused?: AppError;
}

/** The shares of one set, as one custodian after the other brings them. */
export function createCollectedShares() {
  let kept: readonly BroughtShare[] = [];

  /** Why a share does not belong to those that are here; undefined when it does. */
  function refusalOf({ share, file }: BroughtShare): AppError | undefined {
    const [first] = kept;
    const { number, custodian, set } = share;
    const facts = { number, custodian, ...definedOnly({ name: file?.name }) };
    if (first && !isOfSameSet(share, first.share)) {
      return refuse('copy.otherShares', { ...facts, serial: set.serial, expected: first.share.set.serial });
    }
    const same = kept.find((other) => other.share.number === number);
    if (same === undefined) return undefined;
    return isSameShare(share, same.share)
      ? refuse('copy.shareTwice', facts)
      : refuse('copy.sharesDisagree', sharesDiffer([share, same.share]));
  }

  /**
   * Adds what belongs here, and wipes everything else; what is here already stays. A share that came twice is an error
   * only if nothing else came: a folder has each share as a file and as a sheet.
   *
   * Errors: that of `brought`; copy.mixedShares {serials}, copy.otherShares {name?, number, custodian, serial,
   * expected}, copy.shareTwice {name?, number, custodian}, copy.sharesDisagree as combineShares has it.
   * @returns `refused` where only some of it belongs here
   */
  function add(brought: Brought): Result<FoundCopy> {
    const before = kept;
    const refused: AppError[] = brought.refused ? [brought.refused] : [];
    const serials = new Set(brought.shares.map(({ share }) => share.set.serial));
    const isMixed = before.length === 0 && serials.size > 1;
    if (isMixed) refused.push(refuse('copy.mixedShares', { serials: [...serials].join(', ') }));
    for (const one of brought.shares) {
      const refusal = isMixed ? undefined : refusalOf(one);
      if (refusal) refused.push(refusal);
      if (refusal || isMixed) one.share.digits.wipe();
      else kept = [...kept, one];
    }
    const [problem] = [...refused.filter(({ code }) => code !== 'copy.shareTwice'), ...refused];
    if (kept.length === before.length && problem) return err(problem);
    return ok(describe(problem?.code === 'copy.shareTwice' ? undefined : problem));
  }

  function describe(refused?: AppError): FoundCopy {
    const inOrder = kept.toSorted((one, other) => one.share.number - other.share.number);
    const files = filesOf(inOrder).map(({ name }) => name);
    const found = { form: 'shares', files, hasIdentity: false } as const;
    const [first] = inOrder;
    if (first === undefined) return found;
    const have = inOrder.map(({ share: { number, custodian }, file }) => ({
      number,
      custodian,
      ...definedOnly({ file: file?.name }),
    }));
    return { ...found, shares: { ...first.share.set, have, ...definedOnly({ refused }) } };
  }

  return {
    add,
    /** @returns what is left; undefined when nothing is. */
    remove: (number: number): FoundCopy | undefined => {
      for (const { share } of kept) if (share.number === number) share.digits.wipe();
      kept = kept.filter(({ share }) => share.number !== number);
      return kept.length === 0 ? undefined : describe();
    },
    isEmpty: () => kept.length === 0,
    shares: (): readonly Share[] => kept.map(({ share }) => share),
    files: (): readonly SavedFileView[] => filesOf(kept),
    /** Overwrites all of them, and forgets them. */
    wipe: (): void => {
      for (const { share } of kept) share.digits.wipe();
      kept = [];
    },
  };
}

export type CollectedShares = ReturnType<typeof createCollectedShares>;

const filesOf = (shares: readonly BroughtShare[]): readonly SavedFileView[] =>
  shares.flatMap(({ file }) => (file ? [file] : []));

const refuse = (code: AppError['code'], facts: AppError['facts']): AppError =>
  localError('custody', code, facts);
