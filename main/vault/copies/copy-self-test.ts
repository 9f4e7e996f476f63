import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { checkValueOf } from '../check-value';
import { ageFiles } from './known-age-files';
import { openSealed, sealToRecipients } from './seal';

export type TestedForm = 'passphrase' | 'recipients' | 'postQuantum' | 'shares';

/** What makes and opens copies. Only a test passes others than the real ones. */
export interface CopyFunctions {
  readonly openSealed: typeof openSealed;
  readonly sealToRecipients: typeof sealToRecipients;
  /** Of the npm package `shamir-secret-sharing`. */
  readonly combine: (shares: Uint8Array[]) => Promise<Uint8Array>;
  readonly checkValueOf: typeof checkValueOf;
}

const ownFunctions: CopyFunctions = {
  openSealed,
  sealToRecipients,
  combine: async (shares) => await (await import('shamir-secret-sharing')).combine(shares),
  checkValueOf,
};

/**
 * Shares at the places 1, 100 and 255, of which three are needed, and what they are shares of. Made in Python with
 * `times` of docs/shares.md: each byte s, a·x and b·x² summed, where a and b are the bytes of SHA-256 of
 * `keyferry known share 1` and `… 2`. A test does so again.
 */
export const shareAnswer = {
  shares: [
    '6ff7ce375f4e46cce70b9b2f4ee5622f01',
    'eaf43fb17539ad8466801c7b3f82ff6964',
    '3a78d691a961379791967805967b4ad7ff',
  ],
  secret: '000102030405060708090a0b0c0d0e0f',
} as const;

/** Of the bytes 00 01 … 1f, as `openssl dgst -sha256 -mac HMAC` has it. */
const checkValueAnswer = '95793d8b40484b55';

/**
 * Opens a copy of this form that other programs made, before one is made or opened here. What is made here is opened
 * again afterwards, so that the making is checked by an opening which can be believed.
 *
 * @returns error wrap.selfTestFailed of stage 'custody'
 */
export async function testCopy(
  form: TestedForm,
  functions: CopyFunctions = ownFunctions,
): Promise<Result<null>> {
  try {
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => index);
    const isRight =
      functions.checkValueOf(bytes) === checkValueAnswer &&
      (form === 'shares' ? await combinesKnownShares(functions) : await opensKnownFile(form, functions));
    if (isRight) return ok(null);
  } catch {
    // Not to work at all is to fail, too.
  }
  return err(localError('custody', 'wrap.selfTestFailed', undefined, 'no'));
}

async function combinesKnownShares({ combine }: CopyFunctions): Promise<boolean> {
  const shares = shareAnswer.shares.map((digits) => new Uint8Array(Buffer.from(digits, 'hex')));
  return Buffer.from(await combine(shares)).toString('hex') === shareAnswer.secret;
}

async function opensKnownFile(
  form: Exclude<TestedForm, 'shares'>,
  functions: CopyFunctions,
): Promise<boolean> {
  const { file, key } = ageFiles[form];
  const opened = await functions.openSealed(Buffer.from(file.join(''), 'base64'), key, form);
  if (!opened.ok || !Buffer.from(opened.value).equals(Buffer.from('age'))) return false;
  return form === 'passphrase' || (await sealsForKnown(ageFiles[form].key, functions));
}

/** Nobody here holds the recipients' identities, so sealing for one is tested with the known identity. */
async function sealsForKnown(
  key: { readonly identities: readonly [string] },
  functions: CopyFunctions,
): Promise<boolean> {
  const { identityToRecipient } = await import('age-encryption');
  const document = Buffer.from('keyferry');
  const sealed = await functions.sealToRecipients(document, [await identityToRecipient(key.identities[0])]);
  if (!sealed.ok) return false;
  const opened = await functions.openSealed(sealed.value.sealed, key, 'known');
  return opened.ok && Buffer.from(opened.value).equals(document);
}
