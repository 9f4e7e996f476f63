import { createPublicKey } from 'node:crypto';
import { localError } from '../shared/errors';
import type { WrappingKeySpec } from '../shared/kms-words';
import { limits } from '../shared/limits';
import { err, ok } from '../shared/result';
import type { Result } from '../shared/result';
import { derOfKeyFile } from './key-text';
import { whyRefused } from './refused-key';
import { weaknessOf } from './weak-modulus';

/** A public key that may wrap key material: RSA of 2048, 3072 or 4096 bits with exponent 65537. */
export interface WrappingKey {
  /** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) in DER: 294, 422 or 550 bytes, in a new buffer. */
  readonly spkiDer: Uint8Array;
  readonly spec: WrappingKeySpec;
}

interface Template {
  readonly spec: WrappingKeySpec;
  readonly modulusBytes: number;
  readonly prefix: Buffer;
}

/** Exponent 65537, the end of every wrapping key. */
const suffix = Buffer.from('0203010001', 'hex');

const templates: readonly Template[] = (
  [
    ['RSA_2048', 256],
    ['RSA_3072', 384],
    ['RSA_4096', 512],
  ] as const
).map(([spec, modulusBytes]) => ({ spec, modulusBytes, prefix: prefixFor(modulusBytes) }));

/**
 * The gate that a wrapping key passes before anything is wrapped under it. Takes DER, PEM, base64 or base64url.
 *
 * SECURITY: the parsers of Node and Electron disagree, and both accept keys that must never be used (trailing bytes,
 * 512 bits, exponent 1). So all bytes except the modulus must equal the only DER encoding of an AWS wrapping key, and
 * the runtime must then read the same key from it.
 *
 * @param bytes the whole file, any size. Not changed, not kept.
 * @returns errors of stage 'parameters': wrappingKey.*. Facts: size {bits}, exponent {exponent} (absent above 64
 * bits), weak {weakness: 'even' | 'smallFactor' | 'closePrimes' | 'prime'}.
 */
export function readWrappingKey(bytes: Uint8Array): Result<WrappingKey> {
  if (bytes.length > limits.maxEntryBytes) return err(localError('parameters', 'wrappingKey.malformed'));
  const der = derOfKeyFile(bytes);
  if (!der.ok) return der;

  const spkiDer = new Uint8Array(der.value);
  const template = templates.find((candidate) => fits(spkiDer, candidate));
  if (!template) return err(whyRefused(spkiDer));
  const { spec, modulusBytes, prefix } = template;

  const weakness = weaknessOf(spkiDer.subarray(prefix.length, prefix.length + modulusBytes));
  if (weakness) return err(localError('parameters', 'wrappingKey.weak', { weakness }));
  if (!runtimeAgrees(spkiDer, modulusBytes * 8))
    return err(localError('parameters', 'wrappingKey.malformed'));
  return ok({ spkiDer, spec });
}

/** All bytes before the modulus: both headers, the algorithm's identifier, and the sign byte of the modulus. */
function prefixFor(modulusBytes: number): Buffer {
  const length = (bytes: number): string => `82${bytes.toString(16).padStart(4, '0')}`;
  return Buffer.from(
    `30${length(modulusBytes + 34)}300d06092a864886f70d0101010500` +
      `03${length(modulusBytes + 15)}0030${length(modulusBytes + 10)}02${length(modulusBytes + 1)}00`,
    'hex',
  );
}

function fits(der: Uint8Array, { modulusBytes, prefix }: Template): boolean {
  const modulusEnd = prefix.length + modulusBytes;
  return (
    der.length === modulusEnd + suffix.length &&
    prefix.equals(der.subarray(0, prefix.length)) &&
    (der[prefix.length] ?? 0) >= 0x80 &&
    ((der[modulusEnd - 1] ?? 0) & 1) === 1 &&
    suffix.equals(der.subarray(modulusEnd))
  );
}

function runtimeAgrees(der: Uint8Array, bits: number): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
    return (
      key.asymmetricKeyType === 'rsa' &&
      key.asymmetricKeyDetails?.modulusLength === bits &&
      key.asymmetricKeyDetails.publicExponent === 65537n &&
      key.export({ format: 'der', type: 'spki' }).equals(der)
    );
  } catch {
    return false;
  }
}
