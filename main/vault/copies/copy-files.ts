import { readDropped } from '../../platform/files/read-dropped';
import { localError, type AppError } from '../../shared/errors';
import type { Gate } from '../../shared/glimpse';
import { limits } from '../../shared/limits';
import { err, ok, type Result } from '../../shared/result';
import type { SavedFileView } from '../../shared/views/app';
import { identitiesIn, sealedForm } from './seal';
import { readShare, looksLikeShare } from '../shares/share-text';
import type { Share } from '../shares/shares';

/** The files of one copy; its form was told from their content. Shares own secrets that the caller wipes. */
export type CopyFiles =
  | {
      readonly form: 'passphrase' | 'recipients';
      readonly name: string;
      readonly sealed: Uint8Array;
      /** From an age identity file that came with it. */
      readonly identities: readonly string[] | undefined;
    }
  | { readonly form: 'shares'; readonly files: readonly SavedFileView[]; readonly shares: readonly Share[] };

/** Sheets are for paper; their shares are in the text files beside them. */
const gate: Gate = ({ name }) => (/\.html?$/i.test(name) ? 'unknown' : 'wanted');

/**
 * Reads the files or the folder that were dropped or chosen: one sealed copy, perhaps with its identity file, or shares
 * of one set.
 *
 * Errors: file.*, copy.nothingRecognised {name}, copy.severalCopies, copy.version, copy.shareDamaged,
 * copy.mixedShares {serials}
 */
export async function readCopyFiles(paths: readonly string[]): Promise<Result<CopyFiles>> {
  const dropped = await readDropped(paths, gate);
  if (!dropped.ok) return err({ ...dropped.error, stage: 'custody' });
  const { files } = dropped.value;
  const [first] = files;
  if (first === undefined) return refuse('copy.nothingRecognised', {});
  if (files.length > limits.maxCopyFiles) return refuse('file.tooMany', { max: limits.maxCopyFiles });
  const large = files.find(({ bytes }) => bytes.length > limits.maxCopyFileBytes);
  if (large) return refuse('file.tooLarge', { name: large.name, maxBytes: limits.maxCopyFileBytes });

  const sealed = files.filter(({ bytes }) => sealedForm(bytes) !== undefined);
  const shares = files.filter(({ bytes }) => looksLikeShare(bytes));
  const identities = files.filter(({ bytes }) => identitiesIn(bytes) !== undefined);
  const other = files.find((file) => ![sealed, shares, identities].some((kind) => kind.includes(file)));
  if (other) {
    // Any of them may be the key material itself.
    for (const { bytes } of files) bytes.fill(0);
    return refuse('copy.nothingRecognised', { name: other.name });
  }
  if (sealed.length > 1 || (sealed.length === 1 && shares.length > 0))
    return refuse('copy.severalCopies', {});
  const [copy] = sealed;
  if (copy) {
    return ok({
      form: sealedForm(copy.bytes) ?? 'passphrase',
      name: copy.name,
      sealed: copy.bytes,
      identities: identities[0] && identitiesIn(identities[0].bytes),
    });
  }
  return shares.length === 0 ? refuse('copy.nothingRecognised', { name: first.name }) : readShares(shares);
}

function readShares(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Result<CopyFiles> {
  const shares: Share[] = [];
  const sizes = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  for (const { name, bytes } of files) {
    const share = readShare(bytes, name);
    if (!share.ok) return wiped(shares, share);
    shares.push(share.value);
  }
  const serials = [...new Set(shares.map(({ set }) => set.serial))];
  if (serials.length > 1) return wiped(shares, refuse('copy.mixedShares', { serials: serials.join(', ') }));
  return ok({ form: 'shares', files: sizes, shares });
}

function wiped<T>(shares: readonly Share[], result: Result<T>): Result<T> {
  for (const { digits } of shares) digits.wipe();
  return result;
}

const refuse = (code: AppError['code'], facts: AppError['facts']) => err(localError('custody', code, facts));
