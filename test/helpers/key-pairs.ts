import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { aeskwp } from '@noble/ciphers/aes.js';
import { hashOf, usesAesKeyWrap } from '../../main/shared/kms-words';
import type { WrappingAlgorithm, WrappingKeySpec } from '../../main/shared/kms-words';

export interface KeyPair {
  readonly spec: WrappingKeySpec;
  readonly bytes: number;
  readonly spkiDer: Uint8Array;
  readonly privateKey: KeyObject;
}

export function makeKeyPair(spec: WrappingKeySpec): KeyPair {
  const modulusLength = Number(spec.slice(-4));
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  const spkiDer = publicKey.export({ format: 'der', type: 'spki' });
  return { spec, bytes: modulusLength / 8, spkiDer, privateKey };
}

export function openOaep(pair: KeyPair, algorithm: WrappingAlgorithm, block: Uint8Array): Buffer {
  const { privateKey: key } = pair;
  return privateDecrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hashOf(algorithm) },
    block,
  );
}

/** Opens wrapped key material as KMS does. */
export function unwrap(pair: KeyPair, algorithm: WrappingAlgorithm, wrapped: Uint8Array): Uint8Array {
  if (!usesAesKeyWrap(algorithm)) return openOaep(pair, algorithm, wrapped);
  const aesKey = openOaep(pair, algorithm, wrapped.subarray(0, pair.bytes));
  return aeskwp(aesKey).decrypt(wrapped.subarray(pair.bytes));
}
