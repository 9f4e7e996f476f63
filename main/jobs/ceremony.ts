import type { Dialogs } from '../platform/dialogs';
import type { CeremonyProgress } from '../shared/aws-views';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { VaultClient } from '../vault/client';
import type { Clock } from './calls';
import { createCreateAndImport } from './create-and-import';
import { createFinishOffline } from './finish-offline';
import { createMaterialDesk } from './material-desk';
import { createRunDesk } from './run-desk';
import { createSignIn, type SignInPorts } from './sign-in';

export interface CeremonyPorts {
  readonly loadDesk: SignInPorts['loadDesk'];
  readonly dialogs: Dialogs;
  readonly vault: VaultClient;
  readonly clock: Clock;
  readonly appVersion: string;
  readonly emit: (progress: CeremonyProgress) => void;
}

/** Jobs 1 and 3, which share signing in and the run. */
export function createCeremony(ports: CeremonyPorts) {
  const { findSession, forget: forgetSessions, ...signIn } = createSignIn(ports);
  // Import parameters belong to the offline job, which has a desk of its own.
  const {
    salt,
    find,
    forget: forgetMaterials,
    ...materials
  } = createMaterialDesk({
    ...ports,
    specOf: () => undefined,
  });
  const shared = { ...ports, findSession, materials: { find } };
  const runs = createRunDesk({ ...shared, salt });
  const { forget: forgetPlans, ...createAndImport } = createCreateAndImport({ ...shared, runs });
  const { forget: forgetReturned, ...finishOffline } = createFinishOffline({ ...shared, runs });

  return {
    ...signIn,
    ...materials,
    ...createAndImport,
    ...finishOffline,
    continueRun: runs.continueRun,
    saveSummary: runs.saveSummary,
    leaveJob: (): Promise<Result<null>> => {
      // A run that is going on would lose its way to AWS in the middle of a call.
      if (runs.isBusy()) return Promise.resolve(err(localError('run', 'job.busy', undefined, 'check-first')));
      for (const forget of [forgetPlans, forgetReturned, forgetMaterials, forgetSessions, runs.forget])
        forget();
      return Promise.resolve(ok(null));
    },
  };
}
