import type { KeyAct } from '../../../../main/shared/views/acts';
import type { KeyRow } from '../../../../main/shared/views/keys';
import type { AppError } from '../../../../main/shared/errors';
import { api } from '../../../base/api';

/** How it went with one of several keys. */
export type Outcome =
  | { readonly at: 'queued' | 'working' | 'not-begun' }
  /** `run`: under which its record is saved. `state`: the key's, as AWS names it. */
  | { readonly at: 'done'; readonly run: string; readonly state: string }
  /** `isKept`: whether it is unfinished work now. */
  | { readonly at: 'failed'; readonly error: AppError; readonly isKept: boolean };

/** One act on one key, from reading it anew to what AWS answers afterwards. */
export async function actOnOne(session: string, { arn }: KeyRow, act: KeyAct): Promise<Outcome> {
  const opened = await api.openKey({ session, arn });
  if (!opened.ok) return failed(opened.error);
  const planned = await api.planAct({ key: opened.value.key, session, act });
  if (!planned.ok) return failed(planned.error);
  const ran = await api.carryOut({ plan: planned.value.plan, session, act });
  if (!ran.ok) return failed(ran.error);
  const { run, failure, acted } = ran.value;
  if (acted !== undefined) return { at: 'done', run, state: acted.state };
  return failed(failure?.error, failure?.error.changedInAws === true);
}

/** Only a bug ends a run without saying how. */
function failed(error: AppError | undefined, isKept = false): Outcome {
  if (error === undefined) throw new Error('The run neither ended nor failed.');
  return { at: 'failed', error, isKept };
}

/** Whether it would be the same with every other key: the sign-in has ended, or AWS is not reached. */
export const isAboutAll = (outcome: Outcome): boolean =>
  outcome.at === 'failed' && /^(credentials|session|network)\./.test(outcome.error.code);
