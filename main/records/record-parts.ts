import type { CustodyView } from '../shared/views/custody';
import { noCopyConfirmation } from '../shared/views/custody';
import { definedOnly } from '../shared/defined-only';
import type { CustodySection, FileSection, RecordedException, WrappingSection } from '../shared/views/record';
import type { SavedFileView } from '../shared/views/app';
import { recordedInstant, type Zone } from './record-instant';

/** SECURITY: a name that came from outside may hold characters that nobody sees; on paper they would deceive. */
export const visible = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');

export const fileSection = ({ name, bytes, sha256 }: SavedFileView): FileSection => ({
  name: visible(name),
  bytes,
  ...definedOnly({ sha256 }),
});

export function custodySection(custody: CustodyView | undefined, zone: Zone): CustodySection {
  if (custody === undefined) return { kept: 'elsewhere' };
  if (custody.kept === 'none') return custody;
  const { kept, restored, files, madeAt, shares } = custody;
  return {
    kept,
    restored,
    madeAt: recordedInstant(new Date(madeAt), zone),
    files: files.map(fileSection),
    ...definedOnly({
      shares: shares && {
        serial: visible(shares.serial),
        threshold: shares.threshold,
        count: shares.count,
        custodians: shares.custodians.map(visible),
      },
    }),
  };
}

/** What is out of the ordinary about a custody and a wrapping, whatever else happened. */
export function plainExceptions(
  custody: CustodySection,
  { wrappingAlgorithm }: WrappingSection,
): readonly RecordedException[] {
  const times = 1;
  const found: RecordedException[] = [];
  if (custody.kept === 'none') found.push({ kind: 'no-copy', typed: noCopyConfirmation, times });
  if ('restored' in custody && custody.restored) found.push({ kind: 'restored-material', times });
  if (wrappingAlgorithm?.endsWith('SHA_1') === true) {
    found.push({ kind: 'sha-1', wrappingAlgorithm, times });
  }
  return found;
}

/** A list, or the word for that there is nothing to list. */
export const orNone = <T>(list: readonly T[]): readonly T[] | 'none' => (list.length > 0 ? list : 'none');
