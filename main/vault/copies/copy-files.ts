import { readDropped, type ReadFile } from '../../platform/files/read-dropped';
import { definedOnly } from '../../shared/defined-only';
import { localError, type AppError } from '../../shared/errors';
import type { Gate } from '../../shared/glimpse';
import { limits } from '../../shared/limits';
import { err, ok, type Result } from '../../shared/result';
import { identitiesIn, sealedForm } from './seal';
import type { Brought, BroughtShare } from '../shares/collected-shares';
import { readShare, looksLikeShare } from '../shares/share-text';

export interface SealedFiles {
  readonly form: 'passphrase' | 'recipients';
  readonly name: string;
  readonly sealed: Uint8Array;
  /** From an age identity file that came with it. */
  readonly identities: readonly string[] | undefined;
}

/** The files of one copy; its form was told from their content. */
export type CopyFiles = SealedFiles | ({ readonly form: 'shares' } & Brought);

const isPage = ({ name }: ReadFile): boolean => /\.html?$/i.test(name);
const gate: Gate = () => 'wanted';

/**
 * Reads the files or the folder that were dropped or chosen: one sealed copy, perhaps with its identity file, or shares,
 * as text files or as the pages of their sheets.
 *
 * Errors: file.*, copy.nothingRecognised {name}, copy.severalCopies; copy.version and copy.shareDamaged where no share
 * is whole.
 */
export async function readCopyFiles(paths: readonly string[]): Promise<Result<CopyFiles>> {
  const dropped = await readDropped(paths, gate);
  if (!dropped.ok) return err({ ...dropped.error, stage: 'custody' });
  const { files } = dropped.value;
  const copy = copyIn(files);
  // Any of them may be a share, or the key material itself.
  if (!copy.ok) for (const { bytes } of files) bytes.fill(0);
  return copy;
}

function copyIn(dropped: readonly ReadFile[]): Result<CopyFiles> {
  const files = dropped.filter((file) => !isPage(file) || looksLikeShare(file.bytes));
  const [first] = files;
  if (first === undefined) return refuse('copy.nothingRecognised', definedOnly({ name: dropped[0]?.name }));
  if (files.length > limits.maxCopyFiles) return refuse('file.tooMany', { max: limits.maxCopyFiles });
  const large = files.find(({ bytes }) => bytes.length > limits.maxCopyFileBytes);
  if (large) return refuse('file.tooLarge', { name: large.name, maxBytes: limits.maxCopyFileBytes });

  const sealed = files.filter(({ bytes }) => sealedForm(bytes) !== undefined);
  const shares = files.filter(({ bytes }) => looksLikeShare(bytes));
  const identities = files.filter(({ bytes }) => identitiesIn(bytes) !== undefined);
  const other = files.find((file) => ![sealed, shares, identities].some((kind) => kind.includes(file)));
  if (other) return refuse('copy.nothingRecognised', { name: other.name });
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

/** Text files come first, so that a share is known by its file where its sheet came as well. */
function readShares(files: readonly ReadFile[]): Result<CopyFiles> {
  const shares: BroughtShare[] = [];
  const refused: AppError[] = [];
  for (const { name, bytes } of [...files.filter((file) => !isPage(file)), ...files.filter(isPage)]) {
    const length = bytes.length;
    const share = readShare(bytes, name);
    if (share.ok) shares.push({ share: share.value, file: { name, bytes: length } });
    else refused.push(share.error);
  }
  const [first] = refused;
  if (first && shares.length === 0) return err(first);
  return ok({ form: 'shares', shares, ...(first ? { refused: first } : {}) });
}

const refuse = (code: AppError['code'], facts: AppError['facts']) => err(localError('custody', code, facts));
