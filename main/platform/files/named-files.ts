import { lstat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { limits } from '../../shared/limits';

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
  const paths = localPaths(words, workingDirectory, process.platform);
  const found = await Promise.all(
    paths.slice(0, limits.maxDroppedFiles).map((path) => lstat(path).catch(() => undefined)),
  );
  return paths.filter((_path, at) => found[at]?.isDirectory() === false);
}

/**
 * The absolute paths that words stand for, without those that Windows would ask another computer for.
 *
 * SECURITY: Windows looks a path such as `\\server\share` up on the network, with the name and a proof of the password of
 * whoever is signed in, as soon as a program so much as asks whether it is there. `\\?\\` and `\\.\\` lead there as well, and to
 * devices. A letter that somebody gave to a network drive cannot be told from a disk.
 */
export function localPaths(
  words: readonly string[],
  workingDirectory: string,
  platform: NodeJS.Platform,
): readonly string[] {
  const system = platform === 'win32' ? win32 : posix;
  const paths = words.filter((word) => word !== '').map((word) => system.resolve(workingDirectory, word));
  return platform === 'win32' ? paths.filter((path) => /^[a-z]:\\/i.test(path)) : paths;
}
