import { readdir } from 'node:fs/promises';
import { fileNames } from '../shared/file-names';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { shareName } from './watch-target';

/** What a folder is about to get. */
export type Saved = 'shares' | 'wrapped files';

const wrappedNames: readonly string[] = Object.values(fileNames);

/**
 * Shares together are the key, and wrapped files travel: whoever carries both in one folder carries the key. So neither
 * goes where the other is, as far as the names tell that Keyferry gives. A folder that cannot be read is left to what
 * saves there.
 *
 * Errors: save.sharesThere, save.wrappedThere. Nothing is written.
 */
export async function keepApart(folder: string, saved: Saved): Promise<Result<null>> {
  const names = await readdir(folder).catch(() => []);
  const [isOther, code] =
    saved === 'shares'
      ? [(name: string) => wrappedNames.includes(name), 'save.wrappedThere' as const]
      : [(name: string) => shareName.test(name), 'save.sharesThere' as const];
  const other = names.find(isOther);
  return other === undefined ? ok(null) : err(localError('save', code, { name: other }, 'change-input'));
}
