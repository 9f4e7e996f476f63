import { constants, privateDecrypt, type KeyObject } from 'node:crypto';
import { aeskwp } from '@noble/ciphers/aes.js';
import { hashOf, usesAesKeyWrap, wrappingAlgorithms } from '../../shared/kms-words';

/**
 * Undoes the wrapping of key material: RSAES-OAEP (RFC 8017), and for RSA_AES_KEY_WRAP the AES key first and then
 * AES-KWP (RFC 5649). Node's own cipher for the latter is missing in Electron.
 *
 * @returns undefined when it does not open: another key, another hash, a damaged or cut ciphertext.
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
