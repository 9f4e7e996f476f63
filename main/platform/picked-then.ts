import type { Picked } from '../shared/contract';
import { ok, type Result } from '../shared/result';

/** Passes picked paths to `then`; a cancelled dialog is an answer, not an error. */
export async function pickedThen<T>(
  paths: readonly string[] | undefined,
  then: (paths: readonly string[]) => Promise<Result<T>>,
): Promise<Result<Picked<T>>> {
  if (paths === undefined) return ok({ picked: false });
  const result = await then(paths);
  return result.ok ? ok({ picked: true, value: result.value }) : result;
}
