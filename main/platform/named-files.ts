import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { limits } from '../shared/limits';

/**
 * Which words of a command line name something that can be read as a file. Folders are none: an unpackaged app is
 * started with its own.
 *
 * @param workingDirectory of whoever typed them, which is not that of an app that has been running for long.
 */
export async function namedFiles(
  words: readonly string[],
  workingDirectory: string,
): Promise<readonly string[]> {
  const paths = words.filter((word) => word !== '').map((word) => resolve(workingDirectory, word));
  const found = await Promise.all(
    paths.slice(0, limits.maxDroppedFiles).map((path) => lstat(path).catch(() => undefined)),
  );
  return paths.filter((_path, at) => found[at]?.isDirectory() === false);
}
