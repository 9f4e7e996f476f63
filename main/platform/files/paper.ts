import { basename, extname } from 'node:path';
import { localError, type Stage } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';

/** What the person has to choose instead of the paper. */
export type InsteadOfPaper = 'record' | 'card' | 'copy' | 'package';

/**
 * Refuses PDFs by their names: they are for people, and only the file that was saved beside them is read.
 *
 * Errors: file.paper {name, wanted}.
 */
export function refusePaper(
  paths: readonly string[],
  stage: Stage,
  wanted: InsteadOfPaper,
): Result<readonly string[]> {
  const [first, ...others] = paths.filter((path) => extname(path).toLowerCase() === '.pdf');
  const isAll = first !== undefined && others.length + 1 === paths.length;
  return isAll ? err(localError(stage, 'file.paper', { name: basename(first), wanted })) : ok(paths);
}
