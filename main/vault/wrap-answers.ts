import { constants, createPrivateKey, type RsaPrivateKey } from 'node:crypto';
import { keyWrapAnswers, oaepAnswers } from './known-wraps';

/** The functions that open what was wrapped. Only a test replaces those of Node and noble. */
export interface Unwrapping {
  readonly privateDecrypt: (key: RsaPrivateKey, block: Uint8Array) => Uint8Array;
  readonly aeskwp: (key: Uint8Array) => {
    readonly encrypt: (plain: Uint8Array) => Uint8Array;
    readonly decrypt: (wrapped: Uint8Array) => Uint8Array;
  };
}

/**
 * Whether OAEP with this hash opens what another program wrapped. Wrapping is random and has no known answer, so the
 * self-test wraps and opens again; this check shows that the opening can be trusted.
 */
export function opensKnownOaep(hash: 'sha256' | 'sha1', { privateDecrypt: decrypt }: Unwrapping): boolean {
  const { privateKey, ciphertext, message } = oaepAnswers[hash];
  const key = createPrivateKey({ key: bytesOf(privateKey), format: 'der', type: 'pkcs8' });
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const opened = decrypt({ key, padding, oaepHash: hash }, bytesOf(ciphertext));
  return Buffer.from(opened).equals(Buffer.from(message));
}

/** Whether AES-KWP wraps to the known bytes, and opens them again. */
export function makesKnownKeyWraps({ aeskwp: keyWrap }: Unwrapping): boolean {
  return keyWrapAnswers.every(({ key, plain, wrapped }) => {
    const cipher = keyWrap(Buffer.from(key, 'hex'));
    const made = Buffer.from(cipher.encrypt(Buffer.from(plain, 'hex'))).toString('hex');
    const opened = Buffer.from(cipher.decrypt(Buffer.from(wrapped, 'hex'))).toString('hex');
    return made === wrapped && opened === plain;
  });
}

const bytesOf = (lines: readonly string[]): Buffer => Buffer.from(lines.join(''), 'base64');
