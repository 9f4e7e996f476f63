import type { FileSource, Picked } from '../../shared/contract';
import { localError, type Stage } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';

/** Reads dropped files, or those that a dialog was answered with; a dismissed dialog is an answer too. */
export async function pickedFiles<T>(
  files: FileSource,
  ask: () => Promise<readonly string[] | undefined>,
  read: (paths: readonly string[]) => Promise<Result<T>>,
): Promise<Result<Picked<T>>> {
  const paths = files === 'ask' ? await ask() : files;
  if (paths === undefined) return ok({ picked: false });
  const result = await read(paths);
  return result.ok ? ok({ picked: true, value: result.value }) : result;
}

/** The one path where there may be one only. Errors: file.notFound, file.tooMany. */
export function onlyPath(paths: readonly string[], stage: Stage): Result<string> {
  const [path, ...others] = paths;
  if (path === undefined || path === '') return err(localError(stage, 'file.notFound', { name: '' }));
  return others.length > 0 ? err(localError(stage, 'file.tooMany', { max: 1 })) : ok(path);
}
