import type { AppError } from '../../shared/errors';
import { factLines, plainText, shareLabels } from './share-lines';
import type { Share } from './share';

/** The lines that differ between custodians. */
const own: readonly string[] = [shareLabels.number, shareLabels.custodian];

/**
 * Finds where shares of one set disagree about the set, its key or its material. Each share says all of this in clear,
 * so a forger can change it and put the checksum right. Capital letters and white space do not count, as in checksums.
 *
 * @returns undefined when all agree; otherwise the line and two shares that differ in it, the odd one first where most
 * of the others agree: {line, number, custodian, value, otherNumber, otherCustodian, otherValue}. A missing line has an
 * empty value.
 */
export function sharesDiffer(shares: readonly Share[]): AppError['facts'] {
  const said = shares.map((share) => ({ share, lines: linesOf(share) }));
  const labels = new Set(said.flatMap(({ lines }) => [...lines.keys()]));
  for (const line of labels) {
    const values = said.map(({ share, lines }) => ({ share, value: lines.get(line) ?? '' }));
    const groups = [...new Set(values.map(plainValue))].map((value) =>
      values.filter((saying) => plainValue(saying) === value),
    );
    const [fewest, ...others] = groups.toSorted((one, other) => one.length - other.length);
    const [odd] = fewest ?? [];
    const [common] = others.at(-1) ?? [];
    if (odd && common) return { line, ...factsOf(odd, common) };
  }
  return twoNames(shares);
}

/** Finds two custodians with the same number. */
function twoNames(shares: readonly Share[]): AppError['facts'] {
  for (const [index, share] of shares.entries()) {
    const other = shares
      .slice(0, index)
      .find(
        ({ number, custodian }) =>
          number === share.number && plainText(custodian) !== plainText(share.custodian),
      );
    if (other === undefined) continue;
    const [one, two] = [share, other].map((each) => ({ share: each, value: each.custodian }));
    if (one && two) return { line: shareLabels.custodian, ...factsOf(one, two) };
  }
  return undefined;
}

interface Saying {
  readonly share: Share;
  readonly value: string;
}

const plainValue = ({ value }: Saying): string => plainText(value);

const factsOf = (one: Saying, other: Saying) => ({
  number: one.share.number,
  custodian: one.share.custodian,
  value: one.value,
  otherNumber: other.share.number,
  otherCustodian: other.share.custodian,
  otherValue: other.value,
});

/** The lines of a share, by label. In `1 of 3`, only the 3 concerns the whole set. */
function linesOf(share: Share): ReadonlyMap<string, string> {
  const lines = factLines(share).filter(({ label }) => !own.includes(label));
  return new Map([
    ...lines.map(({ label, value }) => [label, value] as const),
    [shareLabels.number, `of ${share.set.count}`] as const,
  ]);
}
