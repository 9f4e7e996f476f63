import { createHash } from 'node:crypto';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { SavedFileView } from '../shared/views';
import { readCopyDocument, type CopyFacts } from './copy-document';
import { readCopyFiles, type CopyFiles } from './copy-files';
import { unfit } from './fit';
import type { OpenCopyRequest, OpenedCopy } from './messages';
import { testCopy, type TestedForm } from './copy-self-test';
import type { Obtained } from './obtain-material';
import { openSealed, type SealKey } from './seal';
import type { Secret } from './secret';
import { combineShares } from './shares';

interface Opened {
  readonly secret: Secret;
  readonly facts: CopyFacts;
}

/**
 * Opens a copy and compares it with what it should be.
 *
 * Errors: wrap.selfTestFailed; those of readCopyFiles, openSealed, readCopyDocument and combineShares; copy.needsIdentity,
 * copy.otherMaterial {expected, found}; those of `unfit`.
 * @returns the material, which is the caller's to wipe, and what the page may know
 */
export async function openCopy(
  request: OpenCopyRequest,
): Promise<Result<{ readonly obtained: Obtained; readonly opened: OpenedCopy }>> {
  const read = await readCopyFiles(request.paths);
  if (!read.ok) return read;
  const opened = await open(read.value, request.passphrase);
  if (!opened.ok) return opened;
  const { secret, facts } = opened.value;
  const { material, checkValue } = facts;
  const problem =
    request.checkValue !== undefined && request.checkValue !== checkValue
      ? localError('custody', 'copy.otherMaterial', { expected: request.checkValue, found: checkValue })
      : request.fit && unfit(material, request.fit);
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
        key,
        ...sharesOf(read.value),
      },
    },
  });
}

async function open(copy: CopyFiles, passphrase: string | undefined): Promise<Result<Opened>> {
  const tested = await testCopy(formOf(copy));
  if (copy.form === 'shares') {
    try {
      return tested.ok ? await combineShares(copy.shares) : tested;
    } finally {
      for (const { digits } of copy.shares) digits.wipe();
    }
  }
  if (!tested.ok) return tested;
  const key = keyOf(copy, passphrase);
  if (!key.ok) return key;
  const document = await openSealed(copy.sealed, key.value, copy.name);
  return document.ok ? readCopyDocument(document.value, copy.name) : document;
}

function formOf(copy: CopyFiles): TestedForm {
  if (copy.form !== 'recipients') return copy.form;
  return copy.identities?.some((identity) => identity.startsWith('AGE-SECRET-KEY-PQ-')) === true
    ? 'postQuantum'
    : 'recipients';
}

function keyOf(
  { form, identities }: Exclude<CopyFiles, { form: 'shares' }>,
  passphrase: string | undefined,
): Result<SealKey> {
  if (form === 'recipients') {
    return identities ? ok({ identities }) : err(localError('custody', 'copy.needsIdentity'));
  }
  return passphrase === undefined ? err(localError('custody', 'copy.wrongPassphrase')) : ok({ passphrase });
}

function filesOf(copy: CopyFiles): readonly SavedFileView[] {
  if (copy.form === 'shares') return copy.files;
  const sha256 = createHash('sha256').update(copy.sealed).digest('hex');
  return [{ name: copy.name, bytes: copy.sealed.length, sha256 }];
}

function sharesOf(copy: CopyFiles): Pick<OpenedCopy['copy'], 'shares'> {
  if (copy.form !== 'shares') return {};
  const [first] = copy.shares;
  const inOrder = copy.shares.toSorted((one, other) => one.number - other.number);
  const custodians = [...new Set(inOrder.map(({ custodian }) => custodian))];
  return first ? { shares: { ...first.set, custodians } } : {};
}
