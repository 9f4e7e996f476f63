import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporaryName } from './save-files';

export interface SweptFolder {
  readonly removed: number;
  /** Names of other files that were asked for, and stay. */
  readonly kept: readonly string[];
}

/**
 * Removes the temporary files that a saving left in a folder: regular files with exactly such a name, and none from before
 * it began. Links are not followed, and other files stay.
 *
 * @param isAskedFor of files that are not removed but named, when they are as new.
 * @returns undefined when the folder is not there, or one of its files could not be removed: then it is to be done again.
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
