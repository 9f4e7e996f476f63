import { useReducer } from 'react';
import { materialLengthIn } from '../../../main/shared/kms-words';
import type { CopyPurpose } from '../../../main/shared/views/custody';
import type { UnfinishedRunView } from '../../../main/shared/views/unfinished';
import { reduce } from '../../custody/reduce';
import { newCustody, type CustodyState } from '../../custody/state';
import { useCustody, type CustodyIntents } from '../../custody/use-custody';

export interface Restored {
  readonly custody: CustodyState;
  readonly intents: CustodyIntents;
  readonly lengthBytes: 32 | 16;
}

/**
 * The key material of a run whose memory is gone. It belongs to the job, not to the screen that asks for it: that
 * screen goes as soon as the run goes on, and what is held must stay until it is wrapped.
 */
export function useRestored(work: UnfinishedRunView, session: string | undefined): Restored {
  const [custody, dispatch] = useReducer(reduce, newCustody('restore', { mayBeKnown: true }));
  const lengthBytes = materialLengthIn(work.region);
  const intents = useCustody(custody, purposeOf(work, session, lengthBytes), dispatch);
  return { custody, intents, lengthBytes };
}

function purposeOf(
  { job, run, wrapping, alias }: UnfinishedRunView,
  session: string | undefined,
  lengthBytes: 32 | 16,
): CopyPurpose | undefined {
  // What its key takes is known of the key itself.
  if (wrapping === undefined) return undefined;
  if (job === 'import-again' || job === 'rotate') return { run, lengthBytes };
  if (alias === undefined || session === undefined) return undefined;
  return { ...wrapping, session, alias, run, lengthBytes };
}
