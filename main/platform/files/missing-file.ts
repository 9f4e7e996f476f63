import { lstat } from 'node:fs/promises';
import { basename } from 'node:path';

/** Base name of the first path that does not exist; undefined when all exist, and '' when there are no paths. */
export async function missingFile(paths: readonly string[]): Promise<string | undefined> {
  if (paths.length === 0) return '';
  for (const path of paths) {
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined) return basename(path);
  }
  return undefined;
}
