import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { Material, PracticeKey } from '../store';
import type { Call } from '../world';
import { findKey, keyNamed } from './find-key';
import { currentMaterial, requireUsable } from './key-state';

const maxPlaintextBytes = 4096;
const maxCiphertextBytes = 6144;
/** The beginning of AWS's ciphertexts. The rest is our own: id length, key id, material id, IV, tag, ciphertext. */
const head = Buffer.from('0102020078', 'hex');
const [materialIdBytes, ivBytes, tagBytes] = [32, 12, 16];

/** The text was recorded from AWS. @throws AwsFault InvalidKeyUsageException */
export function requireUsage(key: PracticeKey, usage: PracticeKey['usage'], operation: string): void {
  if (key.usage !== usage) {
    refuse(
      'InvalidKeyUsageException',
      `${key.arn} key usage is ${key.usage} which is not valid for ${operation}.`,
    );
  }
}

function requireSymmetric(key: PracticeKey): void {
  if (key.spec !== 'SYMMETRIC_DEFAULT') {
    refuse('UnsupportedOperationException', 'The practice AWS encrypts with symmetric KMS keys only');
  }
}

export function encrypt(call: Call, input: Fields): object {
  const key = findKey(call, input, { aliases: true });
  const plaintext = input.bytes('Plaintext', maxPlaintextBytes);
  const blob = encryptUnder(call, key, plaintext, input);
  return {
    CiphertextBlob: blob.toString('base64'),
    KeyId: key.arn,
    EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
  };
}

export function generateDataKey(call: Call, input: Fields): object {
  const key = findKey(call, input, { aliases: true });
  const spec = input.optionalChoice('KeySpec', ['AES_256', 'AES_128'] as const);
  const bytes = spec === undefined ? input.optionalNumber('NumberOfBytes', [1, 1024]) : undefined;
  const plaintext = randomBytes(bytes ?? (spec === 'AES_128' ? 16 : 32));
  const blob = encryptUnder(call, key, plaintext, input);
  return {
    CiphertextBlob: blob.toString('base64'),
    Plaintext: plaintext.toString('base64'),
    KeyId: key.arn,
    KeyMaterialId: currentMaterial(key)?.id,
  };
}

function encryptUnder(call: Call, key: PracticeKey, plaintext: Uint8Array, input: Fields): Buffer {
  requireUsage(key, 'ENCRYPT_DECRYPT', call.operation);
  requireSymmetric(key);
  requireUsable(key);
  const material = currentMaterial(key);
  if (!material?.bytes) throw new Error(`${key.arn} is usable and has no material`);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', material.bytes, iv).setAAD(boundTo(key, material, input));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const id = Buffer.from(key.id);
  const idLength = Buffer.of(id.length);
  return Buffer.concat([
    head,
    idLength,
    id,
    Buffer.from(material.id, 'hex'),
    iv,
    cipher.getAuthTag(),
    ciphertext,
  ]);
}

export function decrypt(call: Call, input: Fields): object {
  const blob = input.bytes('CiphertextBlob', maxCiphertextBytes);
  const asked =
    input.optionalText('KeyId') === undefined ? undefined : findKey(call, input, { aliases: true });
  const parts = partsOf(blob) ?? refuse('InvalidCiphertextException');
  if (asked !== undefined && asked.id !== parts.keyId) {
    refuse(
      'IncorrectKeyException',
      'The key ID in the request does not identify a CMK that can perform this operation.',
    );
  }
  const key = asked ?? keyNamed(call, input, parts.keyId, { aliases: false, isJudged: true });
  requireUsable(key);
  const material = key.materials.find(({ id }) => id === parts.materialId);
  const plaintext = material?.bytes && open(key, material, material.bytes, parts, input);
  // AWS sends no text with this one.
  if (!material || !plaintext) refuse('InvalidCiphertextException');
  return {
    KeyId: key.arn,
    Plaintext: plaintext.toString('base64'),
    EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    KeyMaterialId: material.id,
  };
}

interface Parts {
  readonly keyId: string;
  readonly materialId: string;
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly ciphertext: Buffer;
}

function partsOf(blob: Uint8Array): Parts | undefined {
  const bytes = Buffer.from(blob);
  const idBytes = bytes[head.length] ?? 0;
  const fixed = head.length + 1 + idBytes + materialIdBytes + ivBytes + tagBytes;
  if (!bytes.subarray(0, head.length).equals(head) || bytes.length < fixed) return undefined;
  let offset = head.length + 1;
  const take = (length: number): Buffer => bytes.subarray(offset, (offset += length));
  return {
    keyId: take(idBytes).toString('latin1'),
    materialId: take(materialIdBytes).toString('hex'),
    iv: take(ivBytes),
    tag: take(tagBytes),
    ciphertext: bytes.subarray(offset),
  };
}

function open(
  key: PracticeKey,
  material: Material,
  bytes: Uint8Array,
  { iv, tag, ciphertext }: Parts,
  input: Fields,
): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', bytes, iv)
    .setAAD(boundTo(key, material, input))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** A ciphertext is bound to the KMS key in any Region, to its material, and to the encryption context in any order. */
function boundTo(key: PracticeKey, material: Material, input: Fields): Buffer {
  return Buffer.from(JSON.stringify([key.id, material.id, input.textMap('EncryptionContext')]));
}
