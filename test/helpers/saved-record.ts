import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRecord } from '../../main/records/check-record';
import type { RequestOf } from '../../main/shared/contract';
import type { CeremonyRecordView } from '../../main/shared/views/record';
import { valueOf, type createBench } from './ceremony-bench';

type Bench = Awaited<ReturnType<typeof createBench>>;

export const recordPeople = {
  operator: { name: 'Ada Example', role: 'Key administrator' },
  witness: 'none',
} as const;

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-record-'));

/** Saves the record of a run, and reads it from the disk again, as another person would. */
export async function recordOf(
  bench: Bench,
  run: string,
): Promise<{ readonly record: CeremonyRecordView; readonly bytes: Buffer }> {
  const folder = newFolder();
  bench.copyTo(folder);
  const saved = valueOf(await bench.saveRecord({ of: run, people: recordPeople }));
  if (!saved.picked) throw new Error('No folder was picked.');
  const bytes = readFileSync(join(folder, saved.value.fileName));
  return { record: valueOf(checkRecord(bytes)), bytes };
}

/** The exceptions in a record, one line each. */
export const exceptionsOf = ({ exceptions }: CeremonyRecordView): readonly string[] =>
  exceptions === 'none'
    ? ['none']
    : exceptions.map((exception) =>
        [
          exception.kind,
          'step' in exception ? exception.step : '',
          'code' in exception ? exception.code : '',
          exception.times === 1 ? '' : exception.times,
        ]
          .filter((part) => part !== '')
          .join(' '),
      );

export const threeShares = {
  by: 'shares',
  threshold: 2,
  custodians: ['Ada', 'Grace', 'Edsger'],
} as const;

/** Material that has a copy, for the usual draft. */
export async function heldMaterial(
  bench: Bench,
  copy: RequestOf<'makeCopy'>['copy'],
  source: RequestOf<'makeCopy'>['source'] = { from: 'generate', lengthBytes: 32 },
) {
  const { session, alias, wrappingKeySpec, wrappingAlgorithm } = bench.draft;
  const folder = newFolder();
  bench.copyTo(copy.by === 'shares' ? folder : join(folder, 'copy.age'));
  const purpose = { session, alias, wrappingKeySpec, wrappingAlgorithm, lengthBytes: 32 } as const;
  const made = valueOf(await bench.makeCopy({ source, purpose, copy }));
  if (!made.picked) throw new Error('No place was picked.');
  const { handle, copy: view } = made.value;
  return { material: { from: 'held', handle } as const, checkValue: view.checkValue, folder };
}
