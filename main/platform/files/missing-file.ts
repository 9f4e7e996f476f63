import { lstat } from 'node:fs/promises';
import { basename } from 'node:path';

/** Base name of the first path at which there is nothing; undefined when something is at each, and '' of no path. */
export async function missingFile(paths: readonly string[]): Promise<string | undefined> {
  if (paths.length === 0) return '';
  for (const path of paths) {
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined) return basename(path);
  }
  return undefined;
}
