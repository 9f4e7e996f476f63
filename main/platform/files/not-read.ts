import { basename } from 'node:path';
import type { RefusedFile } from './read-dropped';
import type { Intake } from './read-regular-file';
import type { AppError } from '../../shared/errors';

/** The error with the names of files that were not read, which may be its cause. */
export function withNotRead(error: AppError, refused: readonly Pick<RefusedFile, 'name'>[]): AppError {
  if (refused.length === 0) return error;
  return { ...error, facts: { ...error.facts, notRead: refused.map(({ name }) => name).join(', ') } };
}

/** The same for one file that the gate did not want. */
export function refusedOne(error: AppError, { verdict }: Intake, path: string): AppError {
  return verdict === 'unknown' ? error : withNotRead(error, [{ name: basename(path) }]);
}
