import type { Picked } from '../../main/shared/contract';
import type { AppError } from '../../main/shared/errors';
import { ok, type Result } from '../../main/shared/result';

/** A question to main that has its answer, or was not asked yet. */
export type Settled<T> =
  | { readonly at: 'idle' }
  /** `kept`: what was there before. A wrong file takes nothing away. */
  | { readonly at: 'failed'; readonly error: AppError; readonly kept?: T }
  | { readonly at: 'ready'; readonly view: T };

/** A question to main, open or settled. A dismissed dialog falls back to `before`. */
export type Work<T> =
  Settled<T> | { readonly at: 'working'; readonly requestId: number; readonly before: Settled<T> };

export const idle = { at: 'idle' } as const;

/** The last answer, while a question is open as well. */
export function settledOf<T>(work: Work<T>): Settled<T> {
  return work.at === 'working' ? work.before : work;
}

/** What is there to be shown: while a newer question is open, and after it failed, what was there before. */
export function shownOf<T>(work: Work<T>): T | undefined {
  const settled = settledOf(work);
  if (settled.at === 'ready') return settled.view;
  return settled.at === 'failed' ? settled.kept : undefined;
}

/** What can be gone on with; undefined while a newer question is open. */
export function atHand<T>(work: Work<T>): T | undefined {
  return work.at === 'working' ? undefined : shownOf(work);
}

/** What stays when a step is left: no open question, and no failure beside what is there. */
export function leftOf<T>(work: Work<T>): Settled<T> {
  const view = shownOf(work);
  return view === undefined ? settledOf(work) : { at: 'ready', view };
}

/** A newer question replaces the one under way; the last settled answer stays behind both. */
export function startWork<T>(work: Work<T>, requestId: number): Work<T> {
  return { at: 'working', requestId, before: settledOf(work) };
}

interface Answer<T> {
  readonly requestId: number;
  readonly result: Result<T>;
}

/** A late answer changes nothing, and a dismissed dialog leaves what there was. */
export function answered<T>(work: Work<T>, { requestId, result }: Answer<Picked<T>>): Work<T> {
  if (work.at !== 'working' || work.requestId !== requestId) return work;
  if (!result.ok) {
    const kept = shownOf(work);
    return { at: 'failed', error: result.error, ...(kept === undefined ? {} : { kept }) };
  }
  return result.value.picked ? { at: 'ready', view: result.value.value } : work.before;
}

/** The same for a question that opens no dialog. */
export function answeredWithoutDialog<T>(work: Work<T>, { requestId, result }: Answer<T>): Work<T> {
  return answered(work, { requestId, result: picked(result) });
}

/** An answer of a question that opened no dialog, as one of a dialog that was not dismissed. */
export const picked = <T>(result: Result<T>): Result<Picked<T>> =>
  result.ok ? ok({ picked: true, value: result.value }) : result;

/** Where files come from: a dialog, or a drop. */
export type Brought = 'ask' | readonly File[];

/** What an answer has put in the place of what there was. A late one, a dismissed dialog and a failure put nothing. */
export function newOf<T>(work: Work<T>, before: Work<T>): T | undefined {
  return work.at === 'ready' && work !== settledOf(before) ? work.view : undefined;
}
