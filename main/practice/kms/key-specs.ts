import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { refuse } from '../aws-fault';
import type { Fields } from '../fields';

export const keyUsages = ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'] as const;
export type KeyUsage = (typeof keyUsages)[number];

export const keySpecs = [
  'SYMMETRIC_DEFAULT',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
] as const;
export type KeySpec = (typeof keySpecs)[number];

const rsaSigning = ['RSASSA_PKCS1_V1_5_SHA_256', 'RSASSA_PKCS1_V1_5_SHA_384', 'RSASSA_PKCS1_V1_5_SHA_512'];
const rsaPss = ['RSASSA_PSS_SHA_256', 'RSASSA_PSS_SHA_384', 'RSASSA_PSS_SHA_512'];

/** The named curve, as node:crypto calls it, and the hash of its ECDSA algorithm. */
export const curves: Readonly<Partial<Record<KeySpec, { readonly name: string; readonly sha: string }>>> = {
  ECC_NIST_P256: { name: 'prime256v1', sha: '256' },
  ECC_NIST_P384: { name: 'secp384r1', sha: '384' },
  ECC_NIST_P521: { name: 'secp521r1', sha: '512' },
  ECC_SECG_P256K1: { name: 'secp256k1', sha: '256' },
};

/** A key of Ed25519, which no curve above is. */
export const isEdwards = (spec: KeySpec): boolean => spec === 'ECC_NIST_EDWARDS25519';
export const isHmac = (spec: KeySpec): boolean => spec.startsWith('HMAC_');
export const isRsa = (spec: KeySpec): boolean => spec.startsWith('RSA_');

/** The size of an RSA modulus or of a MAC, in bits. */
export const bitsOf = (spec: KeySpec): number => Number(spec.slice(spec.indexOf('_') + 1));

/** @throws AwsFault ValidationException when the key cannot have this usage, or a required usage is missing. */
export function usageOf(spec: KeySpec, input: Fields): KeyUsage {
  const asked = input.optionalChoice('KeyUsage', keyUsages);
  const possible = usagesOf(spec);
  const usage = asked ?? (spec === 'SYMMETRIC_DEFAULT' ? 'ENCRYPT_DECRYPT' : undefined);
  if (usage === undefined) {
    refuse(
      'ValidationException',
      `You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.`,
    );
  }
  if (!possible.includes(usage)) {
    refuse('ValidationException', `KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
  }
  return usage;
}

function usagesOf(spec: KeySpec): readonly KeyUsage[] {
  if (spec === 'SYMMETRIC_DEFAULT') return ['ENCRYPT_DECRYPT'];
  if (isHmac(spec)) return ['GENERATE_VERIFY_MAC'];
  if (isRsa(spec)) return ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'];
  return spec.startsWith('ECC_NIST_P') ? ['SIGN_VERIFY', 'KEY_AGREEMENT'] : ['SIGN_VERIFY'];
}

/** The member of KeyMetadata that lists the key's algorithms. */
export function algorithmsOf(spec: KeySpec, usage: KeyUsage): Readonly<Record<string, readonly string[]>> {
  if (spec === 'SYMMETRIC_DEFAULT') return { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] };
  if (isHmac(spec)) return { MacAlgorithms: [`HMAC_SHA_${bitsOf(spec)}`] };
  if (usage === 'KEY_AGREEMENT') return { KeyAgreementAlgorithms: ['ECDH'] };
  if (isEdwards(spec)) return { SigningAlgorithms: ['ED25519_PH_SHA_512', 'ED25519_SHA_512'] };
  const curve = curves[spec];
  if (curve) return { SigningAlgorithms: [`ECDSA_SHA_${curve.sha}`] };
  return usage === 'SIGN_VERIFY'
    ? { SigningAlgorithms: [...rsaSigning, ...rsaPss] }
    : { EncryptionAlgorithms: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] };
}

const makeKeyPair = promisify(generateKeyPair);

/** New material as AWS itself would make it: raw bytes, or PKCS#8 DER. */
export async function generateMaterial(spec: KeySpec): Promise<Uint8Array> {
  if (spec === 'SYMMETRIC_DEFAULT') return randomBytes(32);
  if (isHmac(spec)) return randomBytes(bitsOf(spec) / 8);
  const { privateKey } = await keyPairOf(spec);
  return privateKey.export({ format: 'der', type: 'pkcs8' });
}

function keyPairOf(spec: KeySpec): ReturnType<typeof makeKeyPair> {
  if (isRsa(spec)) return makeKeyPair('rsa', { modulusLength: bitsOf(spec) });
  if (isEdwards(spec)) return makeKeyPair('ed25519');
  return makeKeyPair('ec', { namedCurve: curves[spec]?.name ?? '' });
}
