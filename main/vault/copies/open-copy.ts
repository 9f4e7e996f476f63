import { createHash } from 'node:crypto';
import { localError, type AppError, type AppErrorCode } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import type { SavedFileView } from '../../shared/views/app';
import { readCopyDocument, type CopyFacts } from './copy-document';
import { readCopyFiles, type SealedFiles } from './copy-files';
import { unfit } from '../material/fit';
import type { OpenCopyRequest, OpenedCopy } from '../messages';
import { testCopy, type TestedForm } from './copy-self-test';
import type { Obtained } from '../material/obtain-material';
import { openSealed, type SealKey } from './seal';
import type { Secret } from '../secret';
import type { CollectedShares } from '../shares/collected-shares';
import { combineShares, type Share } from '../shares/shares';

type CopyToOpen =
  | SealedFiles
  | {
      readonly form: 'shares';
      readonly files: readonly SavedFileView[];
      readonly shares: readonly Share[];
    };

interface Opened {
  readonly secret: Secret;
  readonly facts: CopyFacts;
}

/**
 * Opens a copy and compares it with what it should be. Shares stay collected; whoever needs them no more wipes them.
 *
 * Errors: wrap.selfTestFailed; those of readCopyFiles, openSealed, readCopyDocument, combineShares and `unfit`;
 * copy.needsIdentity, copy.needsCheckValue, copy.otherMaterial {expected, found}, copy.practice {reason},
 * copy.otherCeremony {expected, found}; copy.gone where the files are no sealed copy any more.
 * @returns the material, which is the caller's to wipe, and what the page may know
 */
export async function openCopy(
  request: OpenCopyRequest,
  collected: CollectedShares,
): Promise<Result<{ readonly obtained: Obtained; readonly opened: OpenedCopy }>> {
  const read = await copyToOpen(request.paths, collected);
  if (!read.ok) return read;
  // SECURITY: anybody who knows a recipient can seal to it, and anybody can make shares. Only a passphrase shows who
  // made the copy.
  if (read.value.form !== 'passphrase' && request.checkValue === undefined) {
    return err(localError('custody', 'copy.needsCheckValue'));
  }
  const opened = await open(read.value, request.passphrase);
  if (!opened.ok) return opened;
  const { secret, facts } = opened.value;
  const { material, checkValue, practice } = facts;
  const problem = otherThan(request, facts) ?? (request.fit && unfit(material, request.fit));
  if (problem) {
    secret.wipe();
    return err(problem);
  }
  const { key, madeAt } = facts;
  return ok({
    obtained: { secret, material },
    opened: {
      material,
      copy: {
        form: read.value.form,
        files: filesOf(read.value),
        madeAt,
        checkValue,
        practice,
        key,
        ...sharesOf(read.value),
      },
    },
  });
}

function otherThan(
  { checkValue, bound }: OpenCopyRequest,
  { practice, key, ...facts }: CopyFacts,
): AppError | undefined {
  const refuse = (code: AppErrorCode, found: AppError['facts']) => localError('custody', code, found);
  if (checkValue !== undefined && checkValue !== 'unknown' && checkValue !== facts.checkValue) {
    return refuse('copy.otherMaterial', { expected: checkValue, found: facts.checkValue });
  }
  if (bound !== undefined && bound.practice !== practice) {
    return refuse('copy.practice', { reason: practice ? 'practice' : 'real' });
  }
  const { ceremony } = bound ?? {};
  return ceremony === undefined || key.ceremony === undefined || key.ceremony === ceremony
    ? undefined
    : refuse('copy.otherCeremony', { expected: ceremony, found: key.ceremony });
}

async function copyToOpen(
  paths: readonly string[] | undefined,
  collected: CollectedShares,
): Promise<Result<CopyToOpen>> {
  if (paths === undefined) {
    return ok({ form: 'shares', files: collected.files(), shares: collected.shares() });
  }
  const read = await readCopyFiles(paths);
  if (!read.ok) return read;
  const copy = read.value;
  if (copy.form !== 'shares') return ok(copy);
  for (const { share } of copy.shares) share.digits.wipe();
  return err(localError('custody', 'copy.gone'));
}

async function open(copy: CopyToOpen, passphrase: string | undefined): Promise<Result<Opened>> {
  const tested = await testCopy(formOf(copy));
  if (!tested.ok) return tested;
  if (copy.form === 'shares') return await combineShares(copy.shares);
  const key = keyOf(copy, passphrase);
  if (!key.ok) return key;
  const document = await openSealed(copy.sealed, key.value, copy.name);
  return document.ok ? readCopyDocument(document.value, copy.name) : document;
}

function formOf(copy: CopyToOpen): TestedForm {
  if (copy.form !== 'recipients') return copy.form;
  return copy.identities?.some((identity) => identity.startsWith('AGE-SECRET-KEY-PQ-')) === true
    ? 'postQuantum'
    : 'recipients';
}

function keyOf({ form, identities }: SealedFiles, passphrase: string | undefined): Result<SealKey> {
  if (form === 'recipients') {
    return identities ? ok({ identities }) : err(localError('custody', 'copy.needsIdentity'));
  }
  return passphrase === undefined ? err(localError('custody', 'copy.wrongPassphrase')) : ok({ passphrase });
}

function filesOf(copy: CopyToOpen): readonly SavedFileView[] {
  if (copy.form === 'shares') return copy.files;
  const sha256 = createHash('sha256').update(copy.sealed).digest('hex');
  return [{ name: copy.name, bytes: copy.sealed.length, sha256 }];
}

function sharesOf(copy: CopyToOpen): Pick<OpenedCopy['copy'], 'shares'> {
  if (copy.form !== 'shares') return {};
  const [first] = copy.shares;
  const inOrder = copy.shares.toSorted((one, other) => one.number - other.number);
  const custodians = [...new Set(inOrder.map(({ custodian }) => custodian))];
  return first ? { shares: { ...first.set, custodians } } : {};
}
