import type { Dialogs } from '../platform/dialogs';
import type { LogEntry } from '../platform/log';
import type { NoteKey } from '../platform/notes/note-key';
import type { StateFiles } from '../platform/notes/state-files';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import type { PrintPdf } from '../shared/printed-document';
import { err, ok, type Result } from '../shared/result';
import type { UnfinishedWorkView } from '../shared/views/unfinished';
import { without } from '../shared/without';
import type { VaultClient } from '../vault/vault-client';
import { createCeremony, type CeremonyPorts } from './ceremony';
import { createPurposeOf } from '../custody/copy-purpose';
import { createCustody } from '../custody/custody';
import { createMaterialFiles } from '../custody/material-files';
import { createOfflineNotes } from './offline-notes';
import { createOfflineJournal } from './offline-journal';
import { createNotedVault } from '../custody/noted-vault';
import { createSavePdf } from './save-pdf';
import { createCeremonyRecords, type CeremonyRecordsPorts } from './ceremony-records';
import { createRunJournal } from '../run/journal';
import { createSavingPlaces } from '../custody/saving-places';
import { createReceiverCard } from './receiver-card';
import { createWrapOffline, type WrapOfflinePorts } from './wrap-offline';

export interface JobsPorts {
  readonly dialogs: Dialogs;
  readonly vault: VaultClient;
  readonly appVersion: string;
  /** Where unfinished runs are written down. */
  readonly stateFiles: StateFiles;
  /** Where runs of the offline job are. */
  readonly offlineFiles: StateFiles;
  /** What proves that this app wrote them. */
  readonly noteKey: NoteKey;
  /** Where the folders are that a vault is writing to. */
  readonly savingFiles: StateFiles;
  /** Of the compiled app, hex. */
  readonly buildSha256: CeremonyRecordsPorts['buildSha256'];
  readonly zone: CeremonyRecordsPorts['zone'];
  readonly printPdf: PrintPdf;
  readonly log: (entry: LogEntry) => void;
  readonly loadSessions: CeremonyPorts['loadSessions'];
  readonly clock: CeremonyPorts['clock'];
  readonly refusedRequests: WrapOfflinePorts['refusedRequests'];
  readonly revealFile: WrapOfflinePorts['revealFile'];
  readonly emitWrap: WrapOfflinePorts['emit'];
  readonly emitRun: CeremonyPorts['emit'];
}

/** What closing the app would interrupt: calls of the real AWS, a vault with a copy, files that are being saved. */
export type UnderWay = 'aws' | 'copy' | 'files';

/** The verbs of all jobs, which share the desks for key material and for its copies. */
export function createJobs(ports: JobsPorts) {
  const { now } = ports.clock;
  const places = createSavingPlaces(ports.savingFiles, now);
  const vault = createNotedVault(ports.vault, places);
  const offlineJournal = createOfflineJournal(ports.offlineFiles, ports.noteKey);
  const notes = createOfflineNotes({ ...ports, now, offlineJournal });
  const {
    salt,
    find,
    forget: forgetFiles,
    ...materialVerbs
  } = createMaterialFiles({
    ...ports,
    specOf: (handle) => wrapOffline.findParameters(handle)?.wrappingKey.spec,
  });
  const custody = createCustody({
    ...ports,
    vault,
    now,
    files: { find, salt },
    purposeOf: createPurposeOf({
      findParameters: (handle) => wrapOffline.findParameters(handle),
      findSession: (handle) => ceremony.findSession(handle),
      noteCopy: notes.aroundCopy,
      notedCheckValue: notes.checkValueOf,
      findExpected: (run) => ceremony.findExpected(run),
    }),
  });
  const journal = createRunJournal(ports.stateFiles, ports.noteKey);
  const shared = { ...ports, vault, now, custody, salt, journal, offlineJournal, notes };
  const wrapOffline = createWrapOffline({ ...shared, emit: ports.emitWrap });
  const ceremony = createCeremony({ ...shared, emit: ports.emitRun });
  const findFacts: CeremonyRecordsPorts['find'] = (handle) =>
    ceremony.findRecord(handle, ports.zone) ?? wrapOffline.findRecord(handle, ports.zone);
  const records = createCeremonyRecords({ ...shared, find: findFacts });
  const prints = createSavePdf({ ...shared, find: findFacts, findHandOver: ceremony.findHandOver });
  const cards = createReceiverCard(shared);
  const { isBusy: isWrapping, forget: forgetParameters } = wrapOffline;
  const { isBusy, isAtAws, forget: forgetRuns } = ceremony;

  async function forgetAllButRuns(): Promise<void> {
    for (const forget of [forgetParameters, forgetFiles]) forget();
    await custody.forget();
  }

  /** Forgets every handle, and ends every vault that holds something. Error: job.busy. */
  async function leaveJob(): Promise<Result<null>> {
    // A run that is going on would lose its way to AWS in the middle of a call.
    if (isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    forgetRuns();
    await forgetAllButRuns();
    return ok(null);
  }

  return {
    ...materialVerbs,
    ...custody.verbs,
    ...records,
    ...prints,
    ...cards,
    ...without(wrapOffline, 'findParameters', 'findRecord', 'isBusy', 'forget'),
    ...without(
      ceremony,
      'findSession',
      'findRecord',
      'findHandOver',
      'findExpected',
      'isBusy',
      'isAtAws',
      'forget',
    ),
    underWay: (): UnderWay | undefined => {
      if (isAtAws()) return 'aws';
      if (custody.isWorking()) return 'copy';
      return isWrapping() ? 'files' : undefined;
    },
    listUnfinished: async (): Promise<Result<UnfinishedWorkView>> => {
      const swept = await places.sweepAll();
      const listed = await ceremony.listUnfinished();
      return listed.ok ? ok({ ...listed.value, ...definedOnly({ swept }) }) : listed;
    },
    endVaults: custody.forget,
    endOverdue: custody.endOverdue,
    isBusy,
    leaveJob,
    /** For a page that is gone, and leaves nothing itself: a run that is going on stops after its step. */
    abandon: async (): Promise<void> => {
      await ceremony.cancelRun();
      const left = await leaveJob();
      if (!left.ok) await forgetAllButRuns();
    },
  };
}
