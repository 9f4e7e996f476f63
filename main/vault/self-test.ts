import { constants, generateKeyPairSync, privateDecrypt, randomFillSync, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { aeskwp } from '@noble/ciphers/aes.js';
import { localError } from '../shared/errors';
import { hashOf, usesAesKeyWrap } from '../shared/kms-words';
import type { WrappingAlgorithm } from '../shared/kms-words';
import { err, ok } from '../shared/result';
import type { Result } from '../shared/result';
import { maxOaepLength, wrapKeyMaterial } from './wrap';
import { makesKnownKeyWraps, opensKnownOaep, type Unwrapping } from './wrap-answers';

/**
 * Opens what other programs wrapped (wrap-answers.ts), so that no library vouches for itself. Then wraps random bytes
 * under a throw-away key pair with the very function that wraps the material, opens the result with the private key,
 * and compares. Takes about as long as making one RSA key.
 *
 * @param materialLength bytes of the material that is to be wrapped next.
 * @param wrap the function under test; only a test replaces the real one.
 * @returns error wrap.selfTestFailed of stage 'wrap'.
 */
export function selfTest(
  algorithm: WrappingAlgorithm,
  materialLength: number,
  wrap: typeof wrapKeyMaterial = wrapKeyMaterial,
  unwrapping: Unwrapping = { privateDecrypt, aeskwp },
): Result<null> {
  const material = Buffer.from(new ArrayBuffer(materialLength));
  let opened: Uint8Array | undefined;
  try {
    if (!opensKnownOaep(hashOf(algorithm), unwrapping)) return failed();
    if (usesAesKeyWrap(algorithm) && !makesKnownKeyWraps(unwrapping)) return failed();
    randomFillSync(material);
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: throwAwayBits(algorithm, materialLength),
    });
    const spkiDer = publicKey.export({ format: 'der', type: 'spki' });
    opened = unwrap(wrap(material, spkiDer, algorithm), privateKey, algorithm, unwrapping);
    return opened.length === material.length && timingSafeEqual(opened, material) ? ok(null) : failed();
  } catch {
    return failed();
  } finally {
    material.fill(0);
    opened?.fill(0);
  }
}

function failed() {
  return err(localError('wrap', 'wrap.selfTestFailed', undefined, 'no'));
}

/** In bits. 1024 is too short to protect anything for long, but this key protects nothing. */
const throwAwaySizes = [1024, 2048, 3072, 4096];
const aesKeyBytes = 32;

/**
 * The size of the smallest key that the material fits under: making a key of 1024 bits takes a seventh of the time of
 * 2048 (docs/performance.md).
 */
function throwAwayBits(algorithm: WrappingAlgorithm, materialLength: number): number {
  const direct = usesAesKeyWrap(algorithm) ? aesKeyBytes : materialLength;
  const fitting = throwAwaySizes.find((bits) => direct <= maxOaepLength(bits, algorithm));
  if (fitting === undefined) throw new RangeError('No wrapping key takes material of this length.');
  return fitting;
}

function unwrap(
  wrapped: Uint8Array,
  privateKey: KeyObject,
  algorithm: WrappingAlgorithm,
  unwrapping: Unwrapping,
): Uint8Array {
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hashOf(algorithm) };
  const decrypt = (block: Uint8Array) => unwrapping.privateDecrypt({ key: privateKey, ...padding }, block);
  if (!usesAesKeyWrap(algorithm)) return decrypt(wrapped);

  const blockBytes = (privateKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const aesKey = decrypt(wrapped.subarray(0, blockBytes));
  try {
    return unwrapping.aeskwp(aesKey).decrypt(wrapped.subarray(blockBytes));
  } finally {
    aesKey.fill(0);
  }
}
