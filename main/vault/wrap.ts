import { constants, createPublicKey, publicEncrypt, randomFillSync } from 'node:crypto';
import { aeskwp } from '@noble/ciphers/aes.js';
import { hashOf, usesAesKeyWrap } from '../shared/kms-words';
import type { WrappingAlgorithm, WrappingKeySpec } from '../shared/kms-words';

const hashBytes = { sha256: 32, sha1: 20 } as const;
/**
 * The longest plaintext that RSAES-OAEP takes under a key of this size: k − 2·hLen − 2 bytes (RFC 8017 §7.1.1). With an
 * RSAES_OAEP algorithm the plaintext is the material; with RSA_AES_KEY_WRAP it is a 32-byte AES key.
 */
export function maxOaepLength(modulusBits: number, algorithm: WrappingAlgorithm): number {
  return modulusBits / 8 - 2 * hashBytes[hashOf(algorithm)] - 2;
}

/** The same for a wrapping key of KMS, by its spec. */
export function maxDirectLength(spec: WrappingKeySpec, algorithm: WrappingAlgorithm): number {
  return maxOaepLength(Number(spec.slice('RSA_'.length)), algorithm);
}

/**
 * Wraps key material for ImportKeyMaterial (AWS KMS developer guide, "Encrypting key material").
 *
 * RSAES_OAEP_*: RSAES-OAEP (RFC 8017) of the material; the algorithm's hash serves for OAEP and for MGF1.
 * RSA_AES_KEY_WRAP_*: RSAES-OAEP of a fresh 32-byte AES key, then AES-KWP (RFC 5649) of the material under it.
 *
 * @param material the bytes themselves; for private keys their PKCS#8 DER. Neither changed nor wiped here.
 * @param spkiDer a wrapping key that passed the gate.
 * @returns the wrapped material in a new buffer, so that sending it sends nothing that lies next to it.
 * @throws when the material does not fit, see {@link maxDirectLength}.
 */
export function wrapKeyMaterial(
  material: Uint8Array,
  spkiDer: Uint8Array,
  algorithm: WrappingAlgorithm,
): Uint8Array {
  if (!usesAesKeyWrap(algorithm)) return join([oaep(material, spkiDer, algorithm)]);

  const aesKey = Buffer.from(new ArrayBuffer(32));
  try {
    randomFillSync(aesKey);
    const wrappedKey = oaep(aesKey, spkiDer, algorithm);
    const wrappedMaterial = aeskwp(aesKey).encrypt(material);
    return join([wrappedKey, wrappedMaterial]);
  } finally {
    aesKey.fill(0);
  }
}

function oaep(plaintext: Uint8Array, spkiDer: Uint8Array, algorithm: WrappingAlgorithm): Uint8Array {
  const key = createPublicKey({ key: Buffer.from(spkiDer), format: 'der', type: 'spki' });
  // SECURITY: without oaepHash the runtime would use SHA-1, and KMS could not open the result.
  return publicEncrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hashOf(algorithm) },
    plaintext,
  );
}

/** SECURITY: not Buffer.concat, whose result may be in a pool that a structured clone would send along. */
function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
