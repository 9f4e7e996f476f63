import { kindOfDer } from '../../encoding/der-kind';
import { localError } from '../../shared/errors';
import type { AppError } from '../../shared/errors';
import { usesAesKeyWrap } from '../../shared/kms-words';
import type { WrappingAlgorithm, WrappingKeySpec } from '../../shared/kms-words';
import { limits } from '../../shared/limits';
import { err, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { MaterialForm, MaterialKind } from '../../shared/views/app';
import { decodeDigits, textIn, trimmed } from './material-text';
import { unfit } from './fit';
import { describePrivateKey } from './private-key';
import { looksLikePem, readPem } from './read-pem';
import { Secret } from '../secret';

export interface Expectation {
  readonly algorithm: WrappingAlgorithm;
  readonly spec: WrappingKeySpec;
  /** The length of symmetric material: 32, or 16 in the China Regions. */
  readonly lengthBytes: 32 | 16;
}

export interface ReadMaterial {
  /** What is to be wrapped: the symmetric bytes, or the private key as PKCS#8 DER. The caller wipes it. */
  readonly secret: Secret;
  readonly form: MaterialForm;
  readonly kind: MaterialKind;
  /** Only for private keys. */
  readonly keyName?: string;
}

/** KMS takes no symmetric material longer than this (HMAC keys); a longer file is something else. */
const longestSymmetricBytes = 128;

/**
 * Reads the user's own key material, whatever form its file has: the bytes themselves, hex or base64 text, or a
 * private key as PKCS#8 in DER, PEM or base64. The form is decided by the content.
 *
 * A file of the expected length that holds only printable text is read as text, not as raw bytes: 32 hex digits are a
 * 16-byte key that was written down, and other text is a password. Read as raw bytes, it would be the wrong key or a
 * guessable one. Random bytes look like this once in 2·10¹³ (32 bytes) or 5·10⁶ (16 bytes) times, and are then read
 * as text, too.
 *
 * @param file wiped before this returns, in every case. It never becomes a string.
 * @returns errors of stage 'material': file.empty, file.tooLarge, material.*. Facts: wrongLength
 * {actualBytes, expectedBytes, form}; tooLargeForWrappingKey {actualBytes, maxBytes}; unrecognised {form: 'text'} for
 * text that is neither hex nor base64; unsupportedKey {reason, keyName?}, see read-pem.ts and private-key.ts.
 */
export function readMaterial(file: Uint8Array, expectation: Expectation): Result<ReadMaterial> {
  const scratch = [file];
  try {
    return recognise(file, expectation, scratch);
  } finally {
    for (const bytes of scratch) bytes.fill(0);
  }
}

function recognise(file: Uint8Array, expectation: Expectation, scratch: Uint8Array[]): Result<ReadMaterial> {
  if (file.length === 0) return refuse('file.empty');
  if (file.length > limits.maxMaterialFileBytes)
    return refuse('file.tooLarge', { maxBytes: limits.maxMaterialFileBytes });

  const text = textIn(file);
  if (!text && file.length === expectation.lengthBytes) return symmetric('raw', file, expectation);
  if (looksLikePem(text ?? file)) {
    const der = readPem(text ?? file, scratch);
    return der.ok ? container('pkcs8-pem', der.value, expectation) : der;
  }
  if (!text) {
    return kindOfDer(file) === 'unknown'
      ? symmetric('raw', file, expectation)
      : container('pkcs8-der', file, expectation);
  }
  const decoded = decodeDigits(trimmed(text), expectation.lengthBytes, scratch);
  if (!decoded) return refuse('material.unrecognised', { form: 'text' });
  const { form, bytes } = decoded;
  return bytes.length === expectation.lengthBytes || kindOfDer(bytes) === 'unknown'
    ? symmetric(form, bytes, expectation)
    : container(form, bytes, expectation);
}

function symmetric(
  form: 'raw' | 'hex' | 'base64',
  bytes: Uint8Array,
  { algorithm, lengthBytes }: Expectation,
): Result<ReadMaterial> {
  if (bytes.length > longestSymmetricBytes) return refuse('material.unrecognised');
  if (usesAesKeyWrap(algorithm)) {
    const isSymmetric = form !== 'raw' || bytes.length === lengthBytes;
    return refuse(isSymmetric ? 'material.refusesAesKeyWrap' : 'material.unrecognised');
  }
  if (bytes.length !== lengthBytes) {
    return refuse('material.wrongLength', { actualBytes: bytes.length, expectedBytes: lengthBytes, form });
  }
  if (bytes.every((byte) => byte === bytes[0])) return refuse('material.allZero');
  return ok({ secret: Secret.take(bytes), form, kind: 'symmetric' });
}

function container(form: MaterialForm, der: Uint8Array, expectation: Expectation): Result<ReadMaterial> {
  const kind = kindOfDer(der);
  switch (kind) {
    case 'pkcs8':
      return privateKey(form, der, expectation);
    case 'pkcs8-encrypted':
      return refuse('material.encryptedPrivateKey');
    case 'pkcs1-private':
      return refuse('material.unsupportedKey', { reason: 'container', keyName: 'PKCS#1' });
    case 'sec1':
      return refuse('material.unsupportedKey', { reason: 'container', keyName: 'SEC 1' });
    case 'pkcs12':
      return refuse('material.unsupportedKey', { reason: 'container', keyName: 'PKCS#12' });
    case 'spki':
    case 'pkcs1-public':
    case 'certificate':
      return refuse('material.publicKey');
    case 'unknown':
      return refuse('material.unrecognised');
  }
}

function privateKey(
  form: MaterialForm,
  der: Uint8Array,
  { algorithm, spec, lengthBytes }: Expectation,
): Result<ReadMaterial> {
  const description = describePrivateKey(der);
  if (!description.ok) return description;
  const { kind, keyName } = description.value;
  const fit = { wrappingAlgorithm: algorithm, wrappingKeySpec: spec, lengthBytes };
  const problem = unfit({ kind, lengthBytes: der.length }, fit);
  return problem ? err(problem) : ok({ secret: Secret.take(der), form, kind, keyName });
}

function refuse(code: AppError['code'], facts?: AppError['facts']) {
  return err(localError('material', code, facts));
}
