import type { Dialogs } from '../platform/dialogs';
import type { LogEntry } from '../platform/log';
import type { CeremonyProgress } from '../shared/aws-views';
import type { VaultClient } from '../vault/vault-client';
import type { Clock } from './calls';
import { createCreateAndImport } from './create-and-import';
import type { CustodyDesk } from './custody-desk';
import { createFinishOffline } from './finish-offline';
import type { OfflineNotes } from './offline-notes';
import type { OfflineJournal } from './offline-work';
import { createRunDesk } from './run-desk';
import type { RunJournal } from './run-journal';
import { createUnfinishedWork } from './unfinished-work';
import { createSignIn, type SignInPorts } from './sign-in';

export interface CeremonyPorts {
  readonly loadDesk: SignInPorts['loadDesk'];
  readonly dialogs: Dialogs;
  readonly vault: Pick<VaultClient, 'wrap' | 'prepareWrap'>;
  readonly custody: Pick<CustodyDesk, 'materialOf'>;
  /** The material desk's. */
  readonly salt: Uint8Array;
  readonly journal: RunJournal;
  readonly offlineJournal: OfflineJournal;
  readonly notes: OfflineNotes;
  readonly clock: Clock;
  readonly log: (entry: LogEntry) => void;
  readonly appVersion: string;
  readonly emit: (progress: CeremonyProgress) => void;
}

/** Jobs 1 and 3, which share signing in and the run. */
export function createCeremony(ports: CeremonyPorts) {
  const { findSession, forget: forgetSessions, ...signIn } = createSignIn(ports);
  const shared = { ...ports, findSession };
  const runs = createRunDesk(shared);
  const { forget: forgetPlans, ...createAndImport } = createCreateAndImport({ ...shared, runs });
  const { forget: forgetReturned, ...finishOffline } = createFinishOffline({ ...shared, runs });

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
