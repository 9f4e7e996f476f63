import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { checkValueOf } from '../check-value';
import { ageFiles } from './known-age-files';
import { openSealed, sealToRecipients } from './seal';

export type TestedForm = 'passphrase' | 'recipients' | 'postQuantum' | 'shares';

/** The functions that make and open copies. Only a test replaces the real ones. */
export interface CopyFunctions {
  readonly openSealed: typeof openSealed;
  readonly sealToRecipients: typeof sealToRecipients;
  /** From the npm package `shamir-secret-sharing`. */
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
 * Three shares, at the places 1, 100 and 255, all of them needed, and their secret. They were made in Python with
 * `times` from docs/shares.md: each byte is s + a·x + b·x², where a and b are the bytes of SHA-256 of
 * `keyferry known share 1` and `… 2`. A test makes them again.
 */
export const shareAnswer = {
  shares: [
    '6ff7ce375f4e46cce70b9b2f4ee5622f01',
    'eaf43fb17539ad8466801c7b3f82ff6964',
    '3a78d691a961379791967805967b4ad7ff',
  ],
  secret: '000102030405060708090a0b0c0d0e0f',
} as const;

/** The check value of the bytes 00 01 … 1f, as `openssl dgst -sha256 -mac HMAC` computes it. */
const checkValueAnswer = '95793d8b40484b55';

/**
 * Opens a copy of this form that other programs made. This runs before a copy is made or opened here: every copy made
 * here is opened again, which proves something only if the opening can be trusted.
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
    // A function that throws has failed the test, too.
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

/** The recipients' identities are not here, so sealing is tested with a known identity. */
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
