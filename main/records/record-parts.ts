import type { CustodyView } from '../shared/views/custody';
import { noCopyConfirmation } from '../shared/views/custody';
import { definedOnly } from '../shared/defined-only';
import type { CustodySection, FileSection, RecordedException, WrappingSection } from '../shared/views/record';
import type { SavedFileView } from '../shared/views/app';
import { recordedInstant, type Zone } from './record-instant';

/** SECURITY: a name from outside may contain invisible characters, which would deceive a reader of the paper. */
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

/** The exceptions that follow from how the material was kept and wrapped, whatever else happened. */
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

/** The list, or `none` if it is empty. */
export const orNone = <T>(list: readonly T[]): readonly T[] | 'none' => (list.length > 0 ? list : 'none');
