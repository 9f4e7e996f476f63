import { createPurposeOf } from '../custody/copy-purpose';
import { createCustody } from '../custody/custody';
import { createMaterialFiles } from '../custody/material-files';
import { createNotedVault } from '../custody/noted-vault';
import { createSavingPlaces } from '../custody/saving-places';
import type { ImportParameters } from '../parameters/import-parameters';
import type { Dialogs } from '../platform/dialogs';
import type { LogEntry } from '../platform/log';
import type { NoteKey } from '../platform/notes/note-key';
import type { StateFiles } from '../platform/notes/state-files';
import type { Clock } from '../run/calls';
import { expectedCopyOf } from '../run/expected-copy';
import { knownKeyOf } from '../run/known-key';
import { createRunJournal } from '../run/journal';
import type { OpenKey } from '../run/open-key';
import { isImport, type Run } from '../run/run';
import { createRuns, type RunsPorts } from '../run/runs';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import type { PrintPdf } from '../shared/printed-document';
import { err, ok, type Result } from '../shared/result';
import type { OrganisationSettings } from '../shared/views/organisation';
import type { UnfinishedWorkView } from '../shared/views/unfinished';
import type { VaultClient } from '../vault/vault-client';
import { createCeremonyRecords, type CeremonyRecordsPorts } from './ceremony-records';
import { createAddReceiver } from './add-receiver';
import { createCreateAndImport } from './create-and-import';
import type { OfflineRecord } from '../schemas/finished-work';
import { createFinishImport } from './finish-import';
import { createFinishedNotes } from './finished-notes';
import { createFinishedWork } from './finished-work';
import { createSaveKeyList } from './look-after/save-key-list';
import { createLookAfter, type LookAfterPorts } from './look-after/look-after';
import { createMatchCopies } from './look-after/match-copies';
import { createMatchCopy } from './look-after/match-copy';
import { createSaveReminders } from './look-after/save-reminders';
import { createOfflineJournal } from './offline-journal';
import { createOfflineNotes } from './offline-notes';
import { createPracticeCopy } from './practice-copy';
import { createPracticeParameters } from './practice-parameters';
import { createReceiverCard } from './receiver-card';
import { createReceiverStatement } from './receiver-statement';
import { createKeyActs } from './look-after/acts/key-acts';
import { createImportAgain } from './look-after/import-again';
import { createRotateKey } from './look-after/rotate-key';
import { createReleaseFile, type ReleaseFilePorts } from './release-file';
import { createSavedFiles, type SavedFilesPorts } from '../platform/files/saved-files';
import { createSavePdf } from './save-pdf';
import { createSignIn, type SignInPorts } from './sign-in';
import { createSupportReport, type SupportReportPorts } from './support-report';
import { createUnfinishedWork } from './unfinished-work';
import { createWrapOffline, type WrapOfflinePorts } from './wrap-offline';

export interface JobsPorts {
  readonly dialogs: Dialogs;
  readonly vault: VaultClient;
  readonly appVersion: string;
  /** Where unfinished runs are written down. */
  readonly stateFiles: StateFiles;
  /** Where runs of the offline job are. */
  readonly offlineFiles: StateFiles;
  /** Where work is written down that is done. */
  readonly finishedFiles: StateFiles;
  /** What proves that this app wrote them. */
  readonly noteKey: NoteKey;
  /** Where the folders are that a vault is writing to. */
  readonly savingFiles: StateFiles;
  /** The digest of the compiled app, hex. */
  readonly buildSha256: CeremonyRecordsPorts['buildSha256'];
  /** What signs release files. */
  readonly releaseKey: ReleaseFilePorts['releaseKey'];
  readonly zone: CeremonyRecordsPorts['zone'];
  /** What the administrator of this computer has set, and the hash of the file that says it, if there is one. */
  readonly organisation: OrganisationSettings;
  readonly organisationSha256?: string;
  readonly supportFacts: SupportReportPorts['supportFacts'];
  readonly printPdf: PrintPdf;
  readonly log: (entry: LogEntry) => void;
  readonly loadSessions: SignInPorts['loadSessions'];
  readonly clock: Clock;
  readonly refusedRequests: WrapOfflinePorts['refusedRequests'];
  readonly revealFile: SavedFilesPorts['revealFile'];
  readonly openFile: SavedFilesPorts['openFile'];
  readonly emitWrap: WrapOfflinePorts['emit'];
  readonly emitRun: RunsPorts['emit'];
  readonly emitKeyList: LookAfterPorts['emit'];
}

/** What closing the app would interrupt: calls of the real AWS, a vault with a copy, files that are being saved. */
export type UnderWay = 'aws' | 'copy' | 'files';

/** Every job, with the rooms that they share: each is made of what stands above it. */
export function createJobs(ports: JobsPorts) {
  const { clock, dialogs, zone } = ports;
  const { now } = clock;
  const parametersAtHand = new Map<string, ImportParameters>();
  const runsAtHand = new Map<string, Run>();
  const offlineAtHand = new Map<string, OfflineRecord>();
  const keysAtHand = new Map<string, OpenKey>();

  const places = createSavingPlaces(ports.savingFiles, now);
  const vault = createNotedVault(ports.vault, places);
  const journal = createRunJournal(ports.stateFiles, ports.noteKey);
  const offlineJournal = createOfflineJournal(ports.offlineFiles, ports.noteKey);
  const notes = createOfflineNotes({ log: ports.log, now, offlineJournal });
  const finished = createFinishedNotes({ ...ports, now });
  const signIn = createSignIn(ports);
  const { findSession, openPractice, sampleKeys } = signIn;
  const files = createMaterialFiles({
    dialogs,
    vault,
    specOf: (handle) => parametersAtHand.get(handle)?.wrappingKey.spec,
  });
  const custody = createCustody({
    dialogs,
    vault,
    now,
    files,
    organisation: ports.organisation,
    appVersion: ports.appVersion,
    purposeOf: createPurposeOf({
      findParameters: (handle) => parametersAtHand.get(handle),
      findSession,
      noteCopy: notes.aroundCopy,
      notedCheckValue: notes.checkValueOf,
      findExpected: (handle) => {
        const run = runsAtHand.get(handle);
        return run && isImport(run) ? expectedCopyOf(run) : undefined;
      },
      findKnownKey: (handle) => knownKeyOf(keysAtHand.get(handle) ?? runsAtHand.get(handle)),
    }),
  });
  const savedFiles = createSavedFiles(ports);
  const shared = {
    ...ports,
    savedFiles,
    vault,
    now,
    custody,
    salt: files.salt,
    journal,
    offlineJournal,
    notes,
    finished,
    findSession,
  };
  const runs = createRuns({ ...shared, atHand: runsAtHand, emit: ports.emitRun });
  const createAndImport = createCreateAndImport({ ...shared, runs });
  const finishImport = createFinishImport({ ...shared, runs });
  const importAgain = createImportAgain({ ...shared, runs, keysAtHand });
  const rotateKey = createRotateKey({ ...shared, runs, keysAtHand });
  const keyActs = createKeyActs({ ...shared, runs, keysAtHand });
  const addReceiver = createAddReceiver({ ...shared, runs, atHand: runsAtHand, keysAtHand });
  const wrapOffline = createWrapOffline({ ...shared, parametersAtHand, offlineAtHand, emit: ports.emitWrap });
  const unfinished = createUnfinishedWork({ ...shared, runs });
  const finishedWork = createFinishedWork({ finished, runsAtHand, offlineAtHand });
  const find: CeremonyRecordsPorts['find'] = (handle) =>
    runs.findRecord(handle, zone) ?? wrapOffline.findRecord(handle, zone);
  const records = createCeremonyRecords({ ...shared, find });
  const prints = createSavePdf({ ...shared, find, findHandOver: runs.findHandOver });
  const card = createReceiverCard(shared);
  const lookAfter = createLookAfter({ ...shared, keysAtHand, sampleKeys, emit: ports.emitKeyList });
  const keyLists = createSaveKeyList({ ...shared, findList: lookAfter.findList });
  const matchCopy = createMatchCopy({ ...shared, keysAtHand });
  const matchCopies = createMatchCopies({ ...shared, keysAtHand });
  const reminders = createSaveReminders({ ...shared, keysAtHand, findList: lookAfter.findList });
  const practiceParameters = createPracticeParameters({ ...shared, openPractice });
  const practiceCopy = createPracticeCopy({ ...shared, sampleKeys });
  const statement = createReceiverStatement();
  const report = createSupportReport(shared);
  const release = createReleaseFile(shared);

  async function endVaults(): Promise<void> {
    // Nobody waits for the end of a vault that has held nothing.
    void vault.dropSpare();
    await custody.forget();
  }

  async function forgetAllButRuns(): Promise<void> {
    for (const { forget } of [wrapOffline, files, savedFiles]) forget();
    await endVaults();
  }

  /** Forgets every handle, and ends every vault that holds something. Error: job.busy. */
  async function leaveJob(): Promise<Result<null>> {
    // A run that is going on would lose its way to AWS in the middle of a call.
    if (runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    for (const { forget } of [createAndImport, finishImport, addReceiver, keyActs, lookAfter, signIn, runs])
      forget();
    await forgetAllButRuns();
    return ok(null);
  }

  return {
    verbs: {
      ...signIn.verbs,
      ...files.verbs,
      ...custody.verbs,
      ...runs.verbs,
      ...createAndImport.verbs,
      ...finishImport.verbs,
      ...importAgain.verbs,
      ...rotateKey.verbs,
      ...keyActs.verbs,
      ...addReceiver.verbs,
      ...lookAfter.verbs,
      ...keyLists.verbs,
      ...matchCopy.verbs,
      ...matchCopies.verbs,
      ...reminders.verbs,
      ...wrapOffline.verbs,
      ...unfinished.verbs,
      ...finishedWork.verbs,
      ...records.verbs,
      ...prints.verbs,
      ...savedFiles.verbs,
      ...card.verbs,
      ...practiceParameters.verbs,
      ...practiceCopy.verbs,
      ...statement.verbs,
      ...report.verbs,
      ...release.verbs,
      listUnfinished: async (): Promise<Result<UnfinishedWorkView>> => {
        const swept = await places.sweepAll();
        const listed = await unfinished.verbs.listUnfinished();
        return listed.ok ? ok({ ...listed.value, ...definedOnly({ swept }) }) : listed;
      },
      leaveJob,
      prepareVault: (): Promise<Result<null>> => {
        vault.keepSpare();
        return Promise.resolve(ok(null));
      },
    },
    underWay: (): UnderWay | undefined => {
      if (runs.isAtAws()) return 'aws';
      if (custody.isWorking()) return 'copy';
      return wrapOffline.isBusy() ? 'files' : undefined;
    },
    endVaults,
    endOverdue: custody.endOverdue,
    isBusy: runs.isBusy,
    /** For a page that is gone, and leaves nothing itself: a run that is going on stops after its step. */
    abandon: async (): Promise<void> => {
      await runs.verbs.cancelRun();
      const left = await leaveJob();
      if (!left.ok) await forgetAllButRuns();
    },
  };
}
