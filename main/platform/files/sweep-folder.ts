import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporaryName } from './save-files';

export interface SweptFolder {
  readonly removed: number;
  /** Names of other new files that were asked for; they stay. */
  readonly kept: readonly string[];
}

/**
 * Removes the temporary files that an interrupted save left in a folder: only regular files with exactly such a name,
 * not older than `since`. Links are not followed, and other files stay.
 *
 * @param since when the save began
 * @param isAskedFor tells which other files are named in the result, if they are not older either.
 * @returns undefined when the folder is not there, or a file could not be removed: it has to be swept again later.
 */
export async function sweepFolder(
  folder: string,
  since: Date,
  isAskedFor: (name: string) => boolean,
): Promise<SweptFolder | undefined> {
  try {
    const kept: string[] = [];
    let removed = 0;
    for (const name of await readdir(folder)) {
      const isTemporary = isTemporaryName(name);
      if (!isTemporary && !isAskedFor(name)) continue;
      const path = join(folder, name);
      const status = await lstat(path);
      if (!status.isFile() || status.mtime < since) continue;
      if (!isTemporary) kept.push(name);
      else {
        await rm(path, { force: true });
        removed += 1;
      }
    }
    return { removed, kept };
  } catch {
    return undefined;
  }
}
