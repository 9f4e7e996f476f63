import type { Picked } from '../shared/contract';
import { ok, type Result } from '../shared/result';

/** Goes on with what a dialog was answered with; a dismissed one is an answer too. */
export async function pickedThen<T>(
  paths: readonly string[] | undefined,
  then: (paths: readonly string[]) => Promise<Result<T>>,
): Promise<Result<Picked<T>>> {
  if (paths === undefined) return ok({ picked: false });
  const result = await then(paths);
  return result.ok ? ok({ picked: true, value: result.value }) : result;
}
