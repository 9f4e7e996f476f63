import type { Dialogs } from '../platform/dialogs';
import type { LogEntry } from '../platform/log';
import type { RunProgress } from '../shared/views/aws';
import type { VaultClient } from '../vault/vault-client';
import type { Clock } from '../run/calls';
import { createCreateAndImport } from './create-and-import';
import type { Custody } from '../custody/custody';
import { createFinishImport } from './finish-import';
import type { OfflineNotes } from './offline-notes';
import type { OfflineJournal } from './offline-journal';
import { createRuns } from '../run/runs';
import type { RunJournal } from '../run/journal';
import { createUnfinishedWork } from './unfinished-work';
import { createSignIn, type SignInPorts } from './sign-in';

export interface CeremonyPorts {
  readonly loadSessions: SignInPorts['loadSessions'];
  readonly dialogs: Dialogs;
  readonly vault: Pick<VaultClient, 'wrap' | 'prepareWrap'>;
  readonly custody: Pick<Custody, 'materialOf'>;
  /** The material desk's. */
  readonly salt: Uint8Array;
  readonly journal: RunJournal;
  readonly offlineJournal: OfflineJournal;
  readonly notes: OfflineNotes;
  readonly clock: Clock;
  readonly log: (entry: LogEntry) => void;
  readonly appVersion: string;
  readonly emit: (progress: RunProgress) => void;
}

/** The create-and-import and finish-import jobs, which share signing in and the run. */
export function createCeremony(ports: CeremonyPorts) {
  const { findSession, forget: forgetSessions, ...signIn } = createSignIn(ports);
  const shared = { ...ports, findSession };
  const runs = createRuns(shared);
  const { forget: forgetPlans, ...createAndImport } = createCreateAndImport({ ...shared, runs });
  const { forget: forgetReturned, ...finishOffline } = createFinishImport({ ...shared, runs });

  return {
    ...signIn,
    ...createAndImport,
    ...finishOffline,
    continueRun: runs.continueRun,
    cancelRun: runs.cancelRun,
    saveSummary: runs.saveSummary,
    // A note carries nothing yet that proves who wrote it.
    ...createUnfinishedWork({ ...shared, runs }),
    findSession,
    findRecord: runs.findRecord,
    findHandOver: runs.findHandOver,
    findExpected: runs.findExpected,
    isBusy: runs.isBusy,
    isAtAws: runs.isAtAws,
    forget: (): void => {
      for (const forget of [forgetPlans, forgetReturned, forgetSessions, runs.forget]) forget();
    },
  };
}
