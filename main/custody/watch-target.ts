import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { discardFiles } from '../platform/files/save-files';
import type { CopyTarget } from '../vault/messages';

/** As shareFileNames of the vault gives them. */
export const shareName = /^Keyferry share .+\.(txt|html)$/;

/** Where a copy goes. */
export const folderOf = (target: CopyTarget): string =>
  target.by === 'shares' ? target.folder : dirname(target.path);

/**
 * Remembers what is in the folder of a copy that is about to be made.
 *
 * @returns removes what a vault that was ended on the way has left there: whole files and temporary ones, shares in
 * clear among them. What stood there before stays.
 */
export async function watchTarget(target: CopyTarget): Promise<() => Promise<void>> {
  const folder = folderOf(target);
  const before = new Set(await readdir(folder).catch(() => []));
  return async () => {
    const added = (await readdir(folder).catch(() => [])).filter((name) => !before.has(name));
    const isOurs = (name: string): boolean =>
      target.by === 'shares' ? shareName.test(name) : name === basename(target.path);
    await discardFiles(folder, added.filter(isOurs));
  };
}
