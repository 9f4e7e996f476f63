import { createHash } from 'node:crypto';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import type { ToldCopy } from '../messages';
import type { BroughtShare } from '../shares/collected-shares';
import { readCopyFiles } from './copy-files';

/**
 * What the files of a copy say by themselves of the material in it. Nothing is opened or kept: a sealed copy says only
 * which file it is, shares say it in clear.
 *
 * Errors: those of readCopyFiles; copy.mixedShares {serials} for shares of several sets.
 */
export async function tellCopy(paths: readonly string[]): Promise<Result<ToldCopy>> {
  const read = await readCopyFiles(paths);
  if (!read.ok) return read;
  const copy = read.value;
  if (copy.form === 'shares') {
    for (const { share } of copy.shares) share.digits.wipe();
    return tellShares(copy.shares);
  }
  const { form, name, sealed } = copy;
  return ok({ form, files: [name], sha256: createHash('sha256').update(sealed).digest('hex') });
}

function tellShares(shares: readonly BroughtShare[]): Result<ToldCopy> {
  const serials = [...new Set(shares.map(({ share }) => share.set.serial))];
  const [first] = shares;
  if (first === undefined || serials.length > 1) {
    return err(localError('custody', 'copy.mixedShares', { serials: serials.join(', ') }));
  }
  const { practice, checkValue, key } = first.share.facts;
  const files = shares.flatMap(({ file }) => (file ? [file.name] : []));
  return ok({ form: 'shares', files, serial: first.share.set.serial, practice, checkValue, key });
}
