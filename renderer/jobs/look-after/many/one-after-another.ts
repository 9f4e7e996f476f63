import type { RunView } from '../../../../main/shared/contract';
import type { AppError } from '../../../../main/shared/errors';
import type { ActedView, KeyAct } from '../../../../main/shared/views/acts';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { api } from '../../../base/api';

/** How it went with one of several keys. */
export type Outcome =
  | { readonly at: 'queued' | 'working' | 'not-begun' }
  /** `run`: under which its record is saved. */
  | { readonly at: 'done'; readonly run: string }
  /** `isKept`: whether it is unfinished work now. */
  | { readonly at: 'failed'; readonly error: AppError; readonly isKept: boolean };

/** One act on one key, from reading it anew to what AWS answers afterwards. */
export async function actOnOne(
  session: string,
  { arn }: KeyRow,
  act: KeyAct,
  onActed: (acted: ActedView) => void,
): Promise<Outcome> {
  const opened = await api.openKey({ session, arn });
  if (!opened.ok) return failed(opened.error);
  const planned = await api.planAct({ key: opened.value.key, session, act });
  if (!planned.ok) return failed(planned.error);
  const ran = await api.carryOut({ plan: planned.value.plan, session, act });
  if (!ran.ok) return failed(ran.error);
  if (ran.value.acted) onActed(ran.value.acted);
  return outcomeOf(ran.value);
}

export const outcomeOf = ({ run, failure, isUnfinished }: RunView): Outcome =>
  failure === undefined ? { at: 'done', run } : failed(failure.error, isUnfinished === true);

/** Where nothing was begun, nothing is kept. */
export const failed = (error: AppError, isKept = false): Outcome => ({ at: 'failed', error, isKept });

/** Whether it would be the same with every other key: the sign-in has ended, or AWS is not reached. */
export const isAboutAll = (outcome: Outcome): boolean =>
  outcome.at === 'failed' && /^(credentials|session|network)\./.test(outcome.error.code);
