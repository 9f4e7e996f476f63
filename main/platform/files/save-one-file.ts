import { basename, dirname } from 'node:path';
import { readBack, saveFiles } from './save-files';
import type { Picked } from '../../shared/contract';
import { ok, type Result } from '../../shared/result';
import type { SavedOneView } from '../../shared/views/saved';
import type { SavedFiles } from './saved-files';

/** Saves one file at the path that a person chose, and reads it back. Errors: those of saveFiles and readBack. */
export async function saveOneFile(
  path: string,
  bytes: Uint8Array,
  { keep }: Pick<SavedFiles, 'keep'>,
): Promise<Result<Extract<Picked<SavedOneView>, { picked: true }>>> {
  const name = basename(path);
  const files = [{ name, bytes }];
  const saved = await saveFiles(dirname(path), files);
  if (!saved.ok) return saved;
  const same = await readBack(dirname(path), files);
  return same.ok ? ok({ picked: true, value: { fileName: name, ...keep(path) } }) : same;
}
