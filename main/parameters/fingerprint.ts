import { createHash } from 'node:crypto';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { FingerprintView } from '../shared/views/app';

/**
 * The fingerprint that two people compare to know that both have the same wrapping key.
 *
 * @param spkiDer SubjectPublicKeyInfo in DER, as the gate returned it.
 * @returns its SHA-256 as 64 hex digits, and the same 256 bits as 24 words with BIP-39's 8-bit checksum.
 */
export function fingerprintOf(spkiDer: Uint8Array): FingerprintView {
  return digestView(createHash('sha256').update(spkiDer).digest());
}

/** A SHA-256 digest in the two forms that people compare. */
export function digestView(digest: Uint8Array): FingerprintView {
  return {
    hex: Buffer.from(digest).toString('hex'),
    words: entropyToMnemonic(digest, wordlist).split(' '),
  };
}
