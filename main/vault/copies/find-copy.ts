import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import type { FindCopyRequest, FoundCopy } from '../messages';
import type { CollectedShares } from '../shares/collected-shares';
import { readShare } from '../shares/share-text';
import { readCopyFiles } from './copy-files';

/**
 * Describes the files of a copy without opening them. Shares are added to those that were collected before.
 *
 * Errors: those of readCopyFiles, readShare and `add`; copy.severalCopies for a sealed copy beside shares.
 */
export async function findCopy(
  brought: FindCopyRequest['brought'],
  collected: CollectedShares,
): Promise<Result<FoundCopy>> {
  if ('typed' in brought) {
    const share = readShare(brought.typed);
    return share.ok ? collected.add({ shares: [{ share: share.value }] }) : share;
  }
  const read = await readCopyFiles(brought.paths);
  if (!read.ok) return read;
  if (read.value.form === 'shares') return collected.add(read.value);
  if (!collected.isEmpty()) return err(localError('custody', 'copy.severalCopies', {}));
  const { form, name, identities } = read.value;
  return ok({ form, files: [name], hasIdentity: identities !== undefined });
}
