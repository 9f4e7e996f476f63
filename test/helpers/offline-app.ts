import { noSettings } from '../../main/shared/organisation-forbids';
import type { OrganisationSettings } from '../../main/shared/views/organisation';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJobs } from '../../main/jobs/jobs';
import type { LogEntry } from '../../main/platform/log';
import type { NoteKey } from '../../main/platform/notes/note-key';
import { createStateFiles, type StateFiles } from '../../main/platform/notes/state-files';
import { timeZone } from '../../main/platform/time-zone';
import type { CopyPlan } from '../../main/shared/views/custody';
import type { UnfinishedOfflineView } from '../../main/shared/views/unfinished';
import type { VaultClient } from '../../main/vault/vault-client';
import { shownOf, valueOf } from './ceremony-bench';
import { checkValueIn } from './check-value-in';
import { createMovingClock } from './moving-clock';
import { noDialogs } from './no-dialogs';
import { recordPorts } from './record-ports';
import { createVaultInProcess } from './vault-in-process';
import { testNoteKey } from './note-keys';

export interface OfflineComputer {
  /** Where the first copy goes. */
  readonly copy: string;
  /** Where the wrapped files go. */
  readonly saved: string;
  /** The notes of the offline job. */
  readonly offlineFiles: StateFiles;
  readonly noteKey?: NoteKey;
  readonly vault?: VaultClient;
  /** The notes of the folders that a vault writes to. */
  readonly savingFiles?: StateFiles;
  /** What its organisation has set. */
  readonly organisation?: OrganisationSettings;
  /** The notes of finished work. */
  readonly finishedFiles?: StateFiles;
}

export const wrappingAlgorithm = 'RSAES_OAEP_SHA_256' as const;

const newState = (): StateFiles => createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-')));

/** The offline job as main wires it, just started on this computer: nothing in memory, and no way to sign in. */
export function offlineApp(computer: OfflineComputer) {
  const { copy, saved, offlineFiles, noteKey = testNoteKey, vault = createVaultInProcess() } = computer;
  const { savingFiles = newState(), finishedFiles = newState() } = computer;
  const { organisation = noSettings } = computer;
  const clock = createMovingClock(new Date());
  const logged: LogEntry[] = [];
  let folder: string | undefined = copy;
  const { verbs: jobs, ...rest } = createJobs({
    clock,
    log: (entry) => void logged.push(entry),
    vault,
    appVersion: '0.1.0',
    organisation,
    emitWrap: () => undefined,
    emitRun: () => undefined,
    emitKeyList: () => undefined,
    stateFiles: newState(),
    finishedFiles,
    offlineFiles,
    noteKey,
    savingFiles,
    buildSha256: () => Promise.resolve('0'.repeat(64)),
    releaseKey: undefined,
    zone: timeZone,
    printPdf: recordPorts.printPdf,
    supportFacts: recordPorts.supportFacts,
    refusedRequests: () => 0,
    revealFile: () => undefined,
    openFile: () => Promise.resolve(true),
    dialogs: {
      ...noDialogs,
      pickSaveFolder: () => Promise.resolve(folder),
      pickCopyFile: (name) => Promise.resolve(folder && join(folder, name)),
      pickPdfFile: (name) => Promise.resolve(folder && join(folder, name)),
    },
    loadSessions: () => Promise.reject(new Error('Nobody signs in here.')),
  });
  const purposeOf = (parameters: string) => ({ parameters, wrappingAlgorithm, lengthBytes: 32 }) as const;
  return {
    ...jobs,
    ...rest,
    clock,
    logged,
    pick: (next: string | undefined) => {
      folder = next;
    },
    list: async (): Promise<readonly UnfinishedOfflineView[]> =>
      valueOf(await jobs.listUnfinished()).runs.filter((work) => work.job === 'wrap-offline'),
    makeCopy: async (parameters: string, plan: CopyPlan) =>
      await jobs.makeCopy({
        source: { from: 'generate', lengthBytes: 32 },
        purpose: purposeOf(parameters),
        copy: plan,
      }),
    /** @returns the handle of the held material. */
    restore: async (parameters: string, paths: readonly string[]): Promise<string> => {
      const { handle } = shownOf(await jobs.findCopy({ files: paths }));
      const checkValue = checkValueIn(paths[0] ?? '');
      return valueOf(await jobs.openCopy({ copy: handle, purpose: purposeOf(parameters), checkValue }))
        .handle;
    },
    wrapHeld: async (parameters: string, handle: string) => {
      folder = saved;
      const material = { from: 'held', handle } as const;
      return await jobs.wrapAndSave({ parameters, wrappingAlgorithm, material, exportPlaintext: false });
    },
  };
}
