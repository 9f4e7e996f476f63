import { createHash, timingSafeEqual } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { checkFolder, discardFiles, saveFiles, type FileToSave } from '../../platform/files/save-files';
import { readBackFile } from '../../platform/files/read-back';
import type { CopyView } from '../../shared/views/custody';
import { localError } from '../../shared/errors';
import { limits } from '../../shared/limits';
import { err, ok, type Result } from '../../shared/result';
import { isPostQuantum } from './age-recipients';
import { checkValueOf } from '../check-value';
import { testCopy, type TestedForm } from './copy-self-test';
import { makeCopyDocument, readCopyDocument, type CopyFacts } from './copy-document';
import type { MakeCopyRequest, OpenedCopy, PracticeMaterial } from '../messages';
import { obtainMaterial, type Obtained } from '../material/obtain-material';
import { openSealed, sealToRecipients, sealWithPassphrase, type SealKey } from './seal';
import { Secret } from '../secret';
import { shareFiles, reopenShares } from '../shares/share-files';

/** What to write, and how to open it again from the disk. */
interface Draft {
  readonly folder: string;
  readonly files: readonly FileToSave[];
  readonly reopen: () => Promise<Result<Secret>>;
  readonly view: Pick<CopyView, 'files' | 'shares'>;
}

/**
 * Makes the copy before the material is used for anything: obtains the material, seals or splits it, saves the files,
 * reads them back, opens them and compares. Files that do not open to the same material are removed again.
 *
 * Errors: wrap.selfTestFailed, those of obtainMaterial, copy.badRecipient, save.*, copy.reopenDiffers {name}
 * @returns the material, which is the caller's to wipe, and what the page may know
 */
export async function makeCopy(
  request: MakeCopyRequest,
): Promise<Result<{ readonly obtained: Obtained; readonly opened: OpenedCopy }>> {
  const tested = await testCopy(formOf(request.target));
  if (!tested.ok) return tested;
  const { source } = request;
  const obtained =
    source.from === 'practice' ? ok(practiceMaterial(source)) : await obtainMaterial(request, source);
  if (!obtained.ok) return obtained;
  const { secret, material } = obtained.value;
  const { key, madeAt, madeBy } = request;
  // SECURITY: what main knew before the vault did is never sealed as anything but practice.
  const practice = request.practice || source.from === 'practice';
  const facts: CopyFacts = { material, checkValue: secret.use(checkValueOf), madeAt, madeBy, practice, key };
  const made = await saveCopy(request, secret, facts).catch((thrown: unknown) => {
    secret.wipe();
    throw thrown;
  });
  if (!made.ok) {
    secret.wipe();
    return made;
  }
  const copy: CopyView = {
    form: request.target.by,
    madeAt,
    checkValue: facts.checkValue,
    practice,
    key,
    ...made.value,
  };
  return ok({ obtained: obtained.value, opened: { copy, material } });
}

function practiceMaterial({ bytes }: PracticeMaterial): Obtained {
  return { secret: Secret.take(bytes), material: { kind: 'symmetric', lengthBytes: bytes.length } };
}

function formOf(target: MakeCopyRequest['target']): TestedForm {
  if (target.by !== 'recipients') return target.by;
  return isPostQuantum(target.recipients[0]) ? 'postQuantum' : 'recipients';
}

async function saveCopy(
  { target }: MakeCopyRequest,
  secret: Secret,
  facts: CopyFacts,
): Promise<Result<Draft['view']>> {
  const drafted =
    target.by === 'shares' ? await split(target, secret, facts) : await seal(target, secret, facts);
  if (!drafted.ok) return drafted;
  const { folder, files, reopen, view } = drafted.value;
  try {
    const saved = await saveFiles(folder, files);
    if (!saved.ok) return saved;
    const again = await reopen();
    const isSame = again.ok && isSameSecret(again.value, secret);
    if (again.ok) again.value.wipe();
    if (isSame) return ok(view);
    await discardFiles(
      folder,
      files.map(({ name }) => name),
    );
    return err(localError('custody', 'copy.reopenDiffers', { name: files[0]?.name ?? '' }, 'same'));
  } finally {
    // Shares are in clear. A sealed file is not, but wiping it does no harm.
    for (const { bytes } of files) bytes.fill(0);
  }
}

async function seal(
  target: Exclude<MakeCopyRequest['target'], { by: 'shares' }>,
  secret: Secret,
  facts: CopyFacts,
): Promise<Result<Draft>> {
  const [folder, name] = [dirname(target.path), basename(target.path)];
  // Sealing takes seconds, so a full disk is reported before it starts.
  const free = await checkFolder(folder, [name]);
  if (!free.ok) return free;
  const document = secret.use((bytes) => makeCopyDocument(bytes, facts));
  try {
    const sealed = await sealFor(target, document);
    if (!sealed.ok) return sealed;
    const { bytes, key } = sealed.value;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return ok({
      folder,
      files: [{ name, bytes }],
      view: { files: [{ name, bytes: bytes.length, sha256 }] },
      reopen: async () => {
        const found = await readBackFile(join(folder, name), limits.maxCopyFileBytes, 'custody');
        const opened = found.ok ? await openSealed(found.value, key, name) : found;
        if ('fileKey' in key) key.fileKey.fill(0);
        const read = opened.ok ? readCopyDocument(opened.value, name) : opened;
        return read.ok ? ok(read.value.secret) : read;
      },
    });
  } finally {
    document.fill(0);
  }
}

async function sealFor(
  target: Exclude<MakeCopyRequest['target'], { by: 'shares' }>,
  document: Uint8Array,
): Promise<Result<{ readonly bytes: Uint8Array; readonly key: SealKey }>> {
  if (target.by === 'passphrase') {
    const { passphrase } = target;
    return ok({ bytes: await sealWithPassphrase(document, passphrase), key: { passphrase } });
  }
  const sealed = await sealToRecipients(document, target.recipients);
  if (!sealed.ok) return sealed;
  return ok({ bytes: sealed.value.sealed, key: sealed.value.reopenWith });
}

async function split(
  target: Extract<MakeCopyRequest['target'], { by: 'shares' }>,
  secret: Secret,
  facts: CopyFacts,
): Promise<Result<Draft>> {
  const { folder, threshold, custodians } = target;
  const { files, set } = await shareFiles(secret, { threshold, custodians }, facts);
  return ok({
    folder,
    files,
    view: {
      files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
      shares: { ...set, custodians },
    },
    reopen: () => reopenShares(folder, files),
  });
}

function isSameSecret(one: Secret, other: Secret): boolean {
  return (
    one.length === other.length && one.use((bytes) => other.use((others) => timingSafeEqual(bytes, others)))
  );
}
