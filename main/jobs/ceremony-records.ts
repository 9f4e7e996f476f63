import { join } from 'node:path';
import { checkPeople } from '../records/person-name';
import { checkRecord } from '../records/check-record';
import { recordBytes } from '../records/record-chain';
import { eventsOf, type JobFacts } from '../records/record-events';
import { recordedInstant, type Zone } from '../records/record-instant';
import type { Dialogs } from '../platform/dialogs';
import { discardFiles, readBack, saveFiles, type FileToSave } from '../platform/files/save-files';
import type { SavedFiles } from '../platform/files/saved-files';
import { jsonGate } from '../parameters/intake-gates';
import type { Picked, RequestOf } from '../shared/contract';
import { localError } from '../shared/errors';
import { fileNamed, inFileName } from '../shared/file-names';
import { limits } from '../shared/limits';
import type { PrintPdf } from '../shared/printed-document';
import type { CeremonyRecordView, RecordFileView } from '../shared/views/record';
import { err, ok, type Result } from '../shared/result';
import { refusePaper } from '../platform/files/paper';
import { readOne } from '../platform/files/read-one';
import { pickedFiles } from '../platform/files/picked-files';
import type { FinishedNotes } from './finished-notes';

export interface CeremonyRecordsPorts {
  /** A finished run, or the saved files of the offline job; undefined when the handle is of neither. */
  readonly find: (handle: string) => JobFacts | undefined;
  readonly finished: Pick<FinishedNotes, 'recordSaved'>;
  readonly zone: Zone;
  readonly dialogs: Pick<Dialogs, 'pickSaveFolder' | 'pickRecord'>;
  readonly now: () => Date;
  readonly appVersion: string;
  /** Hex, over the compiled app. */
  readonly buildSha256: () => Promise<string>;
  readonly printPdf: PrintPdf;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
}

/** Ceremony records: made of a job that is done, and checked when a person brings one. */
export function createCeremonyRecords(ports: CeremonyRecordsPorts) {
  const { dialogs, zone } = ports;

  async function saveRecord(request: RequestOf<'saveRecord'>): Promise<Result<Picked<RecordFileView>>> {
    const people = checkPeople(request.people);
    if (!people.ok) return people;
    const work = ports.find(request.of);
    if (work === undefined) return err(localError('save', 'run.gone', undefined, 'no'));
    const folder = await dialogs.pickSaveFolder('record');
    if (folder === undefined) return ok({ picked: false });
    const { id, job, mode, begunAt, ...sections } = work;
    const json = recordBytes(
      eventsOf({
        ...sections,
        ceremony: {
          id,
          job,
          mode,
          appVersion: ports.appVersion,
          buildSha256: await ports.buildSha256(),
          timeZone: zone.name,
          begunAt,
        },
        people: people.value,
        closedAt: recordedInstant(ports.now(), zone),
      }),
    );
    // What is saved is what a check reads: nothing is answered that the file does not say.
    const record = checkRecord(json);
    if (!record.ok) throw new Error(`A record that was just made is refused: ${record.error.code}.`);
    const fileName = recordFileName(record.value);
    // What a record is made of is saved together, whole or not at all.
    const paper = await ports.printPdf({
      kind: 'record',
      record: record.value,
      fileName,
      madeAt: record.value.closedAt.utc,
      madeBy: `Keyferry ${ports.appVersion}`,
    });
    const pdfFileName = fileName.replace(/\.json$/, '.pdf');
    // The record is worth saving also where it cannot be printed.
    const files: readonly FileToSave[] = [
      { name: fileName, bytes: json },
      ...(paper.ok ? [{ name: pdfFileName, bytes: paper.value }] : []),
    ];
    const saved = await saveFiles(folder, files);
    if (!saved.ok) return saved;
    const same = await readBack(folder, files);
    if (same.ok) {
      await ports.finished.recordSaved(request.of);
      const printed = paper.ok ? { pdfFileName } : {};
      // The page to sign, where there is one: the record is in the same folder.
      const place = ports.savedFiles.keep(join(folder, paper.ok ? pdfFileName : fileName));
      return ok({ picked: true, value: { fileName, ...printed, place, record: record.value } });
    }
    await discardFiles(
      folder,
      files.map(({ name }) => name),
    );
    return same;
  }

  /** Errors: file.*, record.*. */
  async function readRecordFile(paths: readonly string[]): Promise<Result<RecordFileView>> {
    const notPaper = refusePaper(paths, 'record', 'record');
    if (!notPaper.ok) return notPaper;
    const read = await readOne(
      notPaper.value,
      { maxBytes: limits.maxCeremonyRecordBytes, stage: 'record', gate: jsonGate },
      () => localError('record', 'record.notOurs'),
    );
    if (!read.ok) return read;
    const { fileName, bytes } = read.value;
    const record = checkRecord(bytes);
    // Whatever was brought by mistake might have been key material.
    bytes.fill(0);
    return record.ok ? ok({ fileName, record: record.value }) : record;
  }

  return {
    verbs: {
      saveRecord,
      checkRecord: ({ files }: RequestOf<'checkRecord'>): Promise<Result<Picked<RecordFileView>>> =>
        pickedFiles(files, dialogs.pickRecord, readRecordFile),
    },
  };
}

/** A name that every file system takes, and that a second record of the same ceremony does not have. */
function recordFileName({ ceremony, key, closedAt }: CeremonyRecordView): string {
  const of = inFileName(key.alias ?? key.keyId ?? '');
  const when = closedAt.utc.slice(0, 19).replace(/:/g, '').replace('T', ' ');
  const name = `Ceremony record ${of === '' ? '' : `of ${of} `}${when}Z.json`;
  return fileNamed(name, ceremony.mode === 'practice');
}
