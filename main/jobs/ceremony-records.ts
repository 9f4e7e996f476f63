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
import { forbids } from '../shared/organisation-forbids';
import type { PrintPdf } from '../shared/printed-document';
import type { CeremonyRecordView, PeopleView, RecordFileView } from '../shared/views/record';
import type { OrganisationSettings } from '../shared/views/organisation';
import type { SavedRecordsView } from '../shared/views/saved';
import { err, ok, type Result } from '../shared/result';
import { refusePaper } from '../platform/files/paper';
import { readOne } from '../platform/files/read-one';
import { pickedFiles } from '../platform/files/picked-files';
import type { FinishedNotes } from './finished-notes';
import { printCard, untakenName } from './save-pdf';

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
  readonly organisation: OrganisationSettings;
  /** Of the file that they are from; absent where there is none. */
  readonly organisationSha256?: string;
}

/** Ceremony records: made of a job that is done, and checked when a person brings one. */
export function createCeremonyRecords(ports: CeremonyRecordsPorts) {
  const { dialogs, zone, organisation, organisationSha256 } = ports;

  /** Errors: those of `checkPeople`, organisation.forbids. */
  function peopleOf(typed: PeopleView): Result<PeopleView> {
    const people = checkPeople(typed);
    const isAlone = people.ok && people.value.witness === 'none';
    return organisation.witnessRequired && isAlone ? forbids('record', 'witnessRequired') : people;
  }

  /** @param taken names of records that are saved together with this one */
  async function makeRecord(
    { id, job, mode, begunAt, ...sections }: JobFacts,
    people: PeopleView,
    taken: ReadonlySet<string>,
  ): Promise<MadeRecord> {
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
        ...(organisationSha256 === undefined
          ? {}
          : { organisation: { sha256: organisationSha256, settings: organisation } }),
        people,
        closedAt: recordedInstant(ports.now(), zone),
      }),
    );
    // What is saved is what a check reads: nothing is answered that the file does not say.
    const record = checkRecord(json);
    if (!record.ok) throw new Error(`A record that was just made is refused: ${record.error.code}.`);
    const fileName = recordFileName(record.value, taken);
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
    const files = [
      { name: fileName, bytes: json },
      ...(paper.ok ? [{ name: pdfFileName, bytes: paper.value }] : []),
    ];
    return { fileName, record: record.value, files, ...(paper.ok ? { pdfFileName } : {}) };
  }

  /** All of them or none. Errors: those of saveFiles and readBack. */
  async function saveMade(folder: string, files: readonly FileToSave[]): Promise<Result<null>> {
    const saved = await saveFiles(folder, files);
    if (!saved.ok) return saved;
    const same = await readBack(folder, files);
    if (same.ok) return ok(null);
    await discardFiles(
      folder,
      files.map(({ name }) => name),
    );
    return same;
  }

  async function saveRecord(request: RequestOf<'saveRecord'>): Promise<Result<Picked<RecordFileView>>> {
    const people = peopleOf(request.people);
    if (!people.ok) return people;
    const work = ports.find(request.of);
    if (work === undefined) return err(localError('save', 'run.gone', undefined, 'no'));
    const folder = await dialogs.pickSaveFolder('record');
    if (folder === undefined) return ok({ picked: false });
    const { files, ...made } = await makeRecord(work, people.value, new Set());
    const saved = await saveMade(folder, files);
    if (!saved.ok) return saved;
    await ports.finished.recordSaved(request.of);
    // The page to sign, where there is one: the record is in the same folder.
    const place = ports.savedFiles.keep(join(folder, made.pdfFileName ?? made.fileName));
    return ok({ picked: true, value: { ...made, place } });
  }

  async function saveRecords({
    of,
    people: typed,
  }: RequestOf<'saveRecords'>): Promise<Result<Picked<SavedRecordsView>>> {
    const people = peopleOf(typed);
    if (!people.ok) return people;
    const works = of.map((handle) => ports.find(handle)).filter((work) => work !== undefined);
    if (works.length !== of.length) return err(localError('save', 'run.gone', undefined, 'no'));
    const folder = await dialogs.pickSaveFolder('record');
    if (folder === undefined) return ok({ picked: false });
    const made: MadeRecord[] = [];
    const cards: FileToSave[] = [];
    for (const work of works) {
      made.push(await makeRecord(work, people.value, new Set(made.map(({ fileName }) => fileName))));
      const card = await printCard(work, ports, new Set(cards.map(({ name }) => name)));
      if (card) cards.push(card);
    }
    const saved = await saveMade(folder, [...made.flatMap(({ files }) => files), ...cards]);
    if (!saved.ok) return saved;
    for (const handle of of) await ports.finished.recordSaved(handle);
    const fileNames = made.map(({ fileName }) => fileName);
    return ok({
      picked: true,
      value: {
        fileNames,
        cards: cards.length,
        ...ports.savedFiles.keep(join(folder, fileNames[0] ?? '')),
      },
    });
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
      saveRecords,
      checkRecord: ({ files }: RequestOf<'checkRecord'>): Promise<Result<Picked<RecordFileView>>> =>
        pickedFiles(files, dialogs.pickRecord, readRecordFile),
    },
  };
}

interface MadeRecord extends Pick<RecordFileView, 'fileName' | 'pdfFileName' | 'record'> {
  readonly files: readonly FileToSave[];
}

/** A name that every file system takes, and that a second record of the same ceremony does not have. */
function recordFileName({ ceremony, key, closedAt }: CeremonyRecordView, taken: ReadonlySet<string>): string {
  const of = inFileName(key.alias ?? key.keyId ?? '');
  const when = closedAt.utc.slice(0, 19).replace(/:/g, '').replace('T', ' ');
  const named = (more: string): string =>
    fileNamed(
      `Ceremony record ${of === '' ? '' : `of ${of} `}${when}Z${more}.json`,
      ceremony.mode === 'practice',
    );
  return untakenName(named, taken);
}
