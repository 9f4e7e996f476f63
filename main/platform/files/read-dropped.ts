import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { localError } from '../../shared/errors';
import type { Gate, Verdict } from '../../shared/glimpse';
import { limits } from '../../shared/limits';
import { err, ok, type Result } from '../../shared/result';
import { readIfWanted, systemErrorCode } from './read-regular-file';

export interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DroppedFiles {
  readonly fromFolder: boolean;
  readonly files: readonly ReadFile[];
  /** Files of which at most the first bytes were read, and usually nothing. */
  readonly refused: readonly RefusedFile[];
}

export interface RefusedFile {
  readonly name: string;
  readonly verdict: Exclude<Verdict, 'wanted' | 'unknown'>;
}

/** Files that operating systems leave in folders. */
const ignored = /^(\._.*|\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX)$/i;

/**
 * Reads what was dropped or picked: files, or one folder (which may contain only one more folder, as archive programs
 * make it). Sizes are checked before anything is read.
 *
 * @param gate asked before each step of reading a file; see readIfWanted.
 *
 * Errors: file.* of readRegularFile, file.tooMany.
 */
export async function readDropped(paths: readonly string[], gate: Gate): Promise<Result<DroppedFiles>> {
  const listed = await listDropped(paths, limits.maxDroppedFiles);
  if (!listed.ok) return listed;
  const files: ReadFile[] = [];
  const refused: RefusedFile[] = [];
  for (const path of listed.value.paths) {
    const name = basename(path);
    const read = await readIfWanted(path, limits.maxArchiveBytes, 'parameters', gate);
    if (!read.ok) {
      // The files that were already read may be secret, too.
      for (const { bytes } of files) bytes.fill(0);
      return read;
    }
    const { verdict } = read.value;
    if (verdict === 'wanted') files.push({ name, bytes: read.value.bytes });
    else if (verdict !== 'unknown') refused.push({ name, verdict });
  }
  return ok({ fromFolder: listed.value.fromFolder, files, refused });
}

/**
 * The paths of what was dropped or picked; those in the folder, where it is one. Nothing is read.
 *
 * Errors: file.notFound, file.empty, file.unreadable, file.tooMany.
 */
export async function listDropped(
  paths: readonly string[],
  most: number,
): Promise<Result<{ readonly fromFolder: boolean; readonly paths: readonly string[] }>> {
  const [first, ...others] = paths;
  if (first === undefined || first === '')
    return err(localError('parameters', 'file.notFound', { name: '' }));
  if (others.length > 0 || !(await isFolder(first))) return ok({ fromFolder: false, paths });
  const listed = await listFolder(first, most);
  return listed.ok ? ok({ fromFolder: true, paths: listed.value }) : listed;
}

async function listFolder(folder: string, most: number, depth = 0): Promise<Result<readonly string[]>> {
  try {
    const names = (await readdir(folder)).filter((name) => !ignored.test(name)).sort();
    if (names.length > most) return err(localError('parameters', 'file.tooMany', { max: most }));
    if (names.length === 0) return err(localError('parameters', 'file.empty', { name: basename(folder) }));
    const paths = names.map((name) => join(folder, name));
    const [only, ...others] = paths;
    if (only !== undefined && others.length === 0 && depth === 0 && (await isFolder(only))) {
      return await listFolder(only, most, depth + 1);
    }
    return ok(paths);
  } catch (cause) {
    if (systemErrorCode(cause) === undefined) throw cause;
    return err(localError('parameters', 'file.unreadable', { name: basename(folder) }, 'same'));
  }
}

/** Links are never followed: readRegularFile refuses them. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}
