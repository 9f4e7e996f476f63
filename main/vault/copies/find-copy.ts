import { ok, type Result } from '../../shared/result';
import { readCopyFiles } from './copy-files';
import type { FoundCopy } from '../messages';

/** Describes the files of a copy without opening them, and keeps nothing. Errors: those of readCopyFiles. */
export async function findCopy(paths: readonly string[]): Promise<Result<FoundCopy>> {
  const read = await readCopyFiles(paths);
  if (!read.ok) return read;
  const copy = read.value;
  if (copy.form !== 'shares') {
    return ok({ form: copy.form, files: [copy.name], hasIdentity: copy.identities !== undefined });
  }
  const { shares } = copy;
  for (const { digits } of shares) digits.wipe();
  const byNumber = new Map(shares.map(({ number, custodian }) => [number, { number, custodian }]));
  const have = [...byNumber.values()].sort((one, other) => one.number - other.number);
  const [first] = shares;
  return ok({
    form: 'shares',
    files: copy.files.map(({ name }) => name),
    hasIdentity: false,
    ...(first ? { shares: { ...first.set, have } } : {}),
  });
}
