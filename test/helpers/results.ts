import type { Picked, RunView } from '../../main/shared/contract';
import type { Result } from '../../main/shared/result';

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.facts ?? {})}`);
  return result.value;
}

/** What was read of files that a person brought. */
export function shownOf<T>(result: Result<Picked<T>>): T {
  const answer = valueOf(result);
  if (!answer.picked) throw new Error('Nothing was picked.');
  return answer.value;
}

export const codeOf = <T>(result: Result<T>): string => (result.ok ? 'ok' : result.error.code);

/** `create-key done, create-alias failed, …` without the rows that have not begun. */
export const rowsOf = ({ rows }: RunView): string =>
  rows
    .filter(({ state }) => state !== 'waiting')
    .map(({ step, state }) => `${step} ${state}`)
    .join(', ');

export const allDone =
  'create-key done, create-alias done, get-parameters done, self-test done, wrap done, import done, describe done, round-trip done, policy done';
