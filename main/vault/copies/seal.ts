import type { Encrypter, Identity } from 'age-encryption';
import { localError, type AppError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { binaryAgeFile, readAgeHeader } from './age-header';
import { addRecipients, isPostQuantum } from './age-recipients';
import { readAll, streamOf } from './age-streams';

/** The scrypt work factor, as a power of two; the age program uses the same. About two seconds and 256 MB. */
const ownWorkFactor = 18;
/** SECURITY: the file itself says how much work opening it takes. This limit is 1 GB and about ten seconds. */
const mostWorkFactor = 20;
/** age-encryption.org/v1, "File key". */
const fileKeyBytes = 16;

export type SealKey =
  { readonly passphrase: string } | { readonly identities: readonly string[] } | SealedForRecipients;

/** What only the process that sealed a file knows: the file's key, and whom it was sealed to. */
export interface SealedForRecipients {
  /** 16 bytes, for the caller to wipe. */
  readonly fileKey: Uint8Array;
  /** How many recipients there are; `stanza` is their kind. */
  readonly count: number;
  readonly stanza: 'X25519' | 'mlkem768x25519';
}

/**
 * Seals a document as an age file (age-encryption.org/v1) that `age --decrypt` opens with the passphrase.
 *
 * @param document not changed
 * @param passphrase used in NFC, which is what a keyboard types and so what a terminal hands to age. It holds no
 * control character, which could not be typed there.
 */
export async function sealWithPassphrase(document: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase.normalize('NFC'));
  encrypter.setScryptWorkFactor(ownWorkFactor);
  return await encrypt(encrypter, document);
}

/**
 * Seals a document as an age file that only the identities of these recipients open, each by itself. This process opens
 * the saved file again with the file's own key, `reopenWith`.
 *
 * @param document not changed
 * @param recipients see age-recipients.ts
 * @returns error copy.badRecipient {number, reason}
 */
export async function sealToRecipients(
  document: Uint8Array,
  recipients: readonly string[],
): Promise<Result<{ readonly sealed: Uint8Array; readonly reopenWith: SealedForRecipients }>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  const problem = addRecipients(recipients, (recipient) => encrypter.addRecipient(recipient));
  if (problem) return refuse('copy.badRecipient', { ...problem });
  const fileKey = new Uint8Array(fileKeyBytes);
  encrypter.addRecipient({
    // The library calls this so that a recipient wraps the file key. This one only reads it, and adds no stanza.
    wrapFileKey: (key) => {
      fileKey.set(key);
      return [];
    },
  });
  const stanza = isPostQuantum(recipients[0]) ? 'mlkem768x25519' : 'X25519';
  const sealed = await encrypt(encrypter, document);
  return ok({ sealed, reopenWith: { fileKey, count: recipients.length, stanza } });
}

async function encrypt(encrypter: Encrypter, document: Uint8Array): Promise<Uint8Array> {
  return await readAll(await encrypter.encrypt(streamOf(document)));
}

/**
 * Opens an age file, armored or not.
 *
 * @param key a passphrase is tried in NFC and, where that differs, as typed, because age does not normalize. The file's
 * own key opens the file only if it has as many recipients of that kind as it was sealed to.
 * @returns errors copy.workFactor {workFactor}, copy.wrongPassphrase, copy.wrongIdentity, copy.damaged {name}. The
 * document is in a new buffer, which the caller wipes.
 */
export async function openSealed(
  sealed: Uint8Array,
  key: SealKey,
  name: string,
): Promise<Result<Uint8Array>> {
  const file = binaryAgeFile(sealed);
  if (!file) return refuse('copy.damaged', { name });
  const { workFactor = 0 } = readAgeHeader(file);
  if (workFactor > mostWorkFactor) return refuse('copy.workFactor', { workFactor });
  const wrongKey = refuse('passphrase' in key ? 'copy.wrongPassphrase' : 'copy.wrongIdentity');

  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  const last = lastIdentity();
  try {
    if ('passphrase' in key) {
      const forms = new Set([key.passphrase.normalize('NFC'), key.passphrase]);
      for (const passphrase of forms) decrypter.addPassphrase(passphrase);
    } else if ('fileKey' in key) {
      decrypter.addIdentity(ownIdentity(key));
    } else {
      for (const identity of key.identities) decrypter.addIdentity(identity);
    }
  } catch {
    return wrongKey;
  }
  decrypter.addIdentity(last.identity);
  try {
    return ok(await readAll(await decrypter.decrypt(streamOf(file))));
  } catch {
    return last.wasAsked() ? wrongKey : refuse('copy.damaged', { name });
  }
}

function ownIdentity({ fileKey, count, stanza }: SealedForRecipients): Identity {
  return {
    unwrapFileKey: (stanzas) =>
      stanzas.length === count && stanzas.every(({ args }) => args[0] === stanza) ? fileKey : null,
  };
}

/** Identities are tried in order. This one is reached only if no other opens the file or finds it malformed. */
function lastIdentity(): { readonly identity: Identity; readonly wasAsked: () => boolean } {
  let asked = false;
  const unwrapFileKey = (): null => {
    asked = true;
    return null;
  };
  return { identity: { unwrapFileKey }, wasAsked: () => asked };
}

/** How a file is sealed, from its header; undefined when it is not an age file. */
export function sealedForm(file: Uint8Array): 'passphrase' | 'recipients' | undefined {
  const binary = binaryAgeFile(file);
  return binary && readAgeHeader(binary).form;
}

const identityPrefix = 'AGE-SECRET-KEY-';

/**
 * The identities in an age identity file, as age-keygen writes it: one per line, comments begin with `#`. They are
 * strings, because the library takes nothing else.
 *
 * @returns undefined when it is not such a file, or holds only identities of plugins
 */
export function identitiesIn(file: Uint8Array): readonly string[] | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  // SECURITY: other files may hold key material, and must not become a string.
  if (!bytes.includes(identityPrefix)) return undefined;
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  const entries = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const identities = entries.filter((entry) => entry.startsWith(identityPrefix));
  return identities.length > 0 && entries.every((entry) => entry.startsWith('AGE-')) ? identities : undefined;
}

function refuse(code: AppError['code'], facts?: AppError['facts']) {
  return err(localError('custody', code, facts));
}
