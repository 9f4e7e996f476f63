import type { CeremonyRecordView } from '../../main/shared/views/record';

type Sections = 'material' | 'wrapping' | 'custody' | 'erasure';
/** A record of a job in which key material took part. */
export type ImportRecord = Omit<CeremonyRecordView, Sections> & {
  readonly [S in Sections]: Exclude<CeremonyRecordView[S], 'none'>;
};

export function importRecord(record: CeremonyRecordView): ImportRecord {
  const { material, wrapping, custody, erasure } = record;
  if (material === 'none' || wrapping === 'none' || custody === 'none' || erasure === 'none') {
    throw new Error('No key material took part.');
  }
  return { ...record, material, wrapping, custody, erasure };
}
