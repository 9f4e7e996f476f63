import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import type { Material, PracticeKey } from '../../store';
import { bitsOf, curves, isEdwards, isHmac, isRsa, type KeySpec } from '../key-specs';

/** The material's id, the same in every Region. The same bytes have different ids on different keys. */
export function materialIdOf(key: PracticeKey, bytes: Uint8Array): string {
  return createHash('sha256').update('practice key material\0').update(key.id).update(bytes).digest('hex');
}

/** The key keeps the bytes, and wipes them when they are deleted or expire. */
export function addMaterial(key: PracticeKey, bytes: Uint8Array, state: Material['state']): Material {
  const material: Material = {
    id: materialIdOf(key, bytes),
    state,
    bytes,
    validTo: undefined,
    description: undefined,
    rotatedAt: undefined,
  };
  key.materials.push(material);
  return material;
}

/**
 * Whether these bytes can be the material of a key with this spec.
 * Source: AWS KMS Developer Guide, "Requirements for imported key material".
 */
export function fits(spec: KeySpec, bytes: Uint8Array): boolean {
  if (spec === 'SYMMETRIC_DEFAULT') return bytes.length === 32;
  if (isHmac(spec)) return bytes.length >= bitsOf(spec) / 8 && bytes.length <= 128;
  const key = privateKeyOf(bytes);
  const details = key?.asymmetricKeyDetails;
  if (isRsa(spec)) return key?.asymmetricKeyType === 'rsa' && details?.modulusLength === bitsOf(spec);
  if (isEdwards(spec)) return key?.asymmetricKeyType === 'ed25519';
  return key?.asymmetricKeyType === 'ec' && details?.namedCurve === curves[spec]?.name;
}

/** @returns undefined when the bytes are not a private key in PKCS#8 DER. */
export function privateKeyOf(bytes: Uint8Array): KeyObject | undefined {
  try {
    return createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}
