import { basename } from 'node:path';
import type { AppError, Stage } from '../../shared/errors';
import type { Gate } from '../../shared/glimpse';
import { err, ok, type Result } from '../../shared/result';
import { onlyPath } from './picked-files';
import type { RefusedFile } from './read-dropped';
import { readIfWanted } from './read-regular-file';

/** A failure with the names of files that were left unread, which may be why it came to that. */
export function withNotRead(error: AppError, refused: readonly Pick<RefusedFile, 'name'>[]): AppError {
  if (refused.length === 0) return error;
  return { ...error, facts: { ...error.facts, notRead: refused.map(({ name }) => name).join(', ') } };
}

/**
 * Reads the one file that a person brought, if the gate of its kind wants it.
 *
 * @param unwanted the error for a file that it does not want; `notRead` names one that may be key material.
 * Errors besides: file.*.
 */
export async function readOne(
  paths: readonly string[],
  { maxBytes, stage, gate }: { readonly maxBytes: number; readonly stage: Stage; readonly gate: Gate },
  unwanted: (fileName: string) => AppError,
): Promise<Result<{ readonly fileName: string; readonly bytes: Buffer }>> {
  const path = onlyPath(paths, stage);
  if (!path.ok) return path;
  const intake = await readIfWanted(path.value, maxBytes, stage, gate);
  if (!intake.ok) return intake;
  const fileName = basename(path.value);
  if (intake.value.verdict === 'wanted') return ok({ fileName, bytes: intake.value.bytes });
  const error = unwanted(fileName);
  return err(intake.value.verdict === 'unknown' ? error : withNotRead(error, [{ name: fileName }]));
}
