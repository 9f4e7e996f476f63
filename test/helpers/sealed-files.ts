import * as age from 'age-encryption';
import { openSealed, sealToRecipients, type SealKey } from '../../main/vault/copies/seal';

/** The name of the files below in errors. */
export const name = 'copy.age';

/** Seals to the recipients, or to a new identity, `own`. */
export async function sealed(document: Uint8Array, recipients?: readonly string[]) {
  const own = await age.generateX25519Identity();
  const result = await sealToRecipients(document, recipients ?? [await age.identityToRecipient(own)]);
  if (!result.ok) throw new Error(result.error.code);
  return { ...result.value, own };
}

/** Seals with a low work factor, so that hundreds of files can be opened again. */
export async function sealedQuickly(
  document: Uint8Array,
  passphrase: string,
  workFactor = 4,
): Promise<Uint8Array> {
  const encrypter = new age.Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return await encrypter.encrypt(document);
}

/** The error's code with its facts, or 'opened'. */
export async function problemOf(file: Uint8Array, key: SealKey) {
  const result = await openSealed(file, key, name);
  return result.ok ? 'opened' : { code: result.error.code, ...result.error.facts };
}

export const same = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.from(one).equals(Buffer.from(other));

export function flipBit(file: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(file);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
