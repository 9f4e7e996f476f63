import { constants, privateDecrypt, type KeyObject } from 'node:crypto';
import { aeskwp } from '@noble/ciphers/aes.js';
import { hashOf, usesAesKeyWrap, wrappingAlgorithms } from '../../shared/kms-words';

/**
 * Unwraps key material: RSAES-OAEP (RFC 8017), and for RSA_AES_KEY_WRAP first the AES key and then AES-KWP (RFC 5649).
 * AES-KWP is done here, because Electron lacks Node's cipher for it.
 *
 * @returns undefined when it does not open: another key, another hash, a damaged or truncated ciphertext.
 */
export function unwrap(
  wrapped: Uint8Array,
  wrappingKey: KeyObject,
  algorithmName: string,
): Uint8Array | undefined {
  const algorithm = wrappingAlgorithms.find((known) => known === algorithmName);
  if (algorithm === undefined) return undefined;
  const blockBytes = (wrappingKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  try {
    const opened = privateDecrypt(
      { key: wrappingKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hashOf(algorithm) },
      wrapped.subarray(0, blockBytes),
    );
    if (usesAesKeyWrap(algorithm)) return aeskwp(opened).decrypt(wrapped.subarray(blockBytes));
    return wrapped.length === blockBytes ? opened : undefined;
  } catch {
    return undefined;
  }
}
