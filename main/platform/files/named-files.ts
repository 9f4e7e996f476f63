import { lstat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { limits } from '../../shared/limits';

/**
 * The words of a command line that name files. Folders do not count, because an unpackaged app is started with its own
 * folder.
 *
 * @param workingDirectory where the command was typed, which may differ from that of an app that is already running.
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
 * The absolute paths that words stand for, without those that Windows would look up on another computer.
 *
 * SECURITY: as soon as a program asks whether a path such as `\\server\share` exists, Windows looks it up on the
 * network, and sends the user's name and a proof of the password. `\\?\\` and `\\.\\` lead there as well, and to
 * devices. The letter of a mapped network drive cannot be told from a disk's.
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
