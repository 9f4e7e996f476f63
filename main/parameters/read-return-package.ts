import { z } from 'zod';
import { definedOnly } from '../shared/defined-only';
import { localError, type AppErrorCode } from '../shared/errors';
import { fileNames } from '../shared/file-names';
import {
  wrappingAlgorithms,
  wrappingKeySpecs,
  type WrappingAlgorithm,
  type WrappingKeySpec,
} from '../shared/kms-words';
import { limits } from '../shared/limits';
import { err, ok, type Result } from '../shared/result';
import { readKeyArn, type KeyArn } from './import-parameters';
import { shapeOf } from './file-shape';
import { looksLikeToken, type BundleFile } from './parse-bundle';
import { sha256Hex } from './return-package';
import { decodeBase64Text, readText } from './text-forms';

/** Wrapped key material and the import token that it was wrapped for, back from the offline computer. */
export interface ReturnedMaterial {
  readonly form: 'package' | 'files';
  readonly files: readonly string[];
  readonly encryptedKeyMaterial: Uint8Array;
  readonly importToken: Uint8Array;
  readonly keyId?: string;
  readonly keyArn?: KeyArn;
  readonly wrappingAlgorithm?: WrappingAlgorithm;
  readonly wrappingKeySpec?: WrappingKeySpec;
  /** Of the wrapping key's SubjectPublicKeyInfo, hex. */
  readonly wrappingKeySha256?: string;
  readonly validTo?: Date;
  readonly checkValue?: string;
}

const failed = (code: AppErrorCode, facts?: Record<string, string | number>) =>
  err(localError('package', code, facts));

/**
 * Reads what job 2 saved: the return package (docs/return-package.md), or EncryptedKeyMaterial.bin with ImportToken.bin.
 * Where all of them come together, the package counts, and the loose files must be what it holds.
 *
 * Errors: package.malformed {reason}, package.version {version}, package.checksum {name}.
 */
export function readReturnPackage(files: readonly BundleFile[]): Result<ReturnedMaterial> {
  const packages = files.filter(isPackage);
  const loose = files.filter((file) => !packages.includes(file));
  const [first, ...others] = packages;
  if (first === undefined) return readLoose(loose);
  if (others.length > 0) return failed('package.malformed', { reason: 'severalPackages' });
  const read = readPackage(first);
  if (!read.ok) return read;
  const stranger = loose.find(({ bytes }) => {
    const { encryptedKeyMaterial, importToken } = read.value;
    return ![encryptedKeyMaterial, importToken].some((part) => Buffer.from(part).equals(bytes));
  });
  return stranger === undefined ? read : failed('package.checksum', { name: stranger.name });
}

const isPackage = ({ name, bytes }: BundleFile): boolean =>
  name.toLowerCase() === fileNames.returnPackage.toLowerCase() || shapeOf(bytes) === 'json';

const packageFormat = 'keyferry-return-package';
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const kmsBlob = z
  .base64()
  .min(1)
  .max(Math.ceil(limits.maxTokenBytes / 3) * 4);
const head = z.object({ format: z.literal(packageFormat), version: z.int() });
const version1 = z.strictObject({
  format: z.literal(packageFormat),
  version: z.literal(1),
  madeBy: z.string().max(200),
  madeAt: z.iso.datetime(),
  keyId: z
    .string()
    .regex(/^(mrk-)?[0-9a-f-]{32,36}$/)
    .optional(),
  keyArn: z.string().max(2048).optional(),
  parametersValidTo: z.iso.datetime().optional(),
  checkValue: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  wrappingKeySpec: z.enum(wrappingKeySpecs),
  wrappingAlgorithm: z.enum(wrappingAlgorithms),
  wrappingKeySha256: sha256,
  encryptedKeyMaterialSha256: sha256,
  importTokenSha256: sha256,
  encryptedKeyMaterial: kmsBlob,
  importToken: kmsBlob,
});

function readPackage({ name, bytes }: BundleFile): Result<ReturnedMaterial> {
  // SECURITY: JSON of somebody else may hold anything, an opened copy for example: of it no string is made.
  const isOurs = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(packageFormat);
  const json = isOurs ? parseJson(bytes) : undefined;
  const known = head.safeParse(json);
  if (!known.success) return failed('package.malformed', { reason: 'format', name });
  if (known.data.version !== 1) return failed('package.version', { version: known.data.version });
  const parsed = version1.safeParse(json);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.').slice(0, 40) ?? '';
    return failed('package.malformed', { reason: 'fields', name, field });
  }
  const { keyId, checkValue, parametersValidTo, wrappingAlgorithm, ...rest } = parsed.data;
  const keyArn = rest.keyArn === undefined ? undefined : readKeyArn(rest.keyArn);
  const namesTwoKeys = keyArn !== undefined && keyId !== undefined && keyArn.keyId !== keyId;
  if ((rest.keyArn !== undefined && keyArn === undefined) || namesTwoKeys) {
    return failed('package.malformed', { reason: 'fields', name, field: 'keyArn' });
  }
  const encryptedKeyMaterial = Buffer.from(rest.encryptedKeyMaterial, 'base64');
  const importToken = Buffer.from(rest.importToken, 'base64');
  for (const [part, stated, partName] of [
    [encryptedKeyMaterial, rest.encryptedKeyMaterialSha256, fileNames.encryptedKeyMaterial],
    [importToken, rest.importTokenSha256, fileNames.importToken],
  ] as const) {
    if (sha256Hex(part) !== stated) return failed('package.checksum', { name: partName });
  }
  if (!isWrapped(encryptedKeyMaterial)) return failed('package.malformed', { reason: 'material', name });
  return ok({
    form: 'package',
    files: [name],
    encryptedKeyMaterial,
    importToken,
    wrappingAlgorithm,
    wrappingKeySpec: rest.wrappingKeySpec,
    wrappingKeySha256: rest.wrappingKeySha256,
    ...definedOnly({
      keyId: keyId ?? keyArn?.keyId,
      keyArn,
      checkValue,
      validTo: parametersValidTo === undefined ? undefined : new Date(parametersValidTo),
    }),
  });
}

function readLoose(files: readonly BundleFile[]): Result<ReturnedMaterial> {
  const decoded = files.map(({ name, bytes }) => ({ name, bytes: decodeBase64Text(bytes) ?? bytes }));
  const tokens = decoded.filter(isToken);
  const materials = decoded.filter((file) => !isToken(file) && isWrapped(file.bytes));
  const [token, secondToken] = tokens;
  const [material, secondMaterial] = materials;
  if (token === undefined) return failed('package.malformed', { reason: 'noToken' });
  if (material === undefined) return failed('package.malformed', { reason: 'noMaterial' });
  if (secondToken !== undefined) return failed('package.malformed', { reason: 'severalTokens' });
  if (secondMaterial !== undefined || tokens.length + materials.length < files.length) {
    return failed('package.malformed', { reason: 'otherFiles' });
  }
  return ok({
    form: 'files',
    files: [material.name, token.name],
    encryptedKeyMaterial: material.bytes,
    importToken: token.bytes,
  });
}

/** A name may have got an ending or a number on its way. */
const isToken = ({ name, bytes }: BundleFile): boolean =>
  bytes.length <= limits.maxTokenBytes && (/^importtoken/i.test(name) || looksLikeToken(bytes));

/** One RSA block of 2048, 3072 or 4096 bits; with RSA_AES_KEY_WRAP_*, AES-KWP output of whole 8 bytes follows. */
const isWrapped = (bytes: Uint8Array): boolean =>
  bytes.length >= 256 && bytes.length <= limits.maxTokenBytes && bytes.length % 8 === 0;

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(readText(bytes) ?? '');
  } catch {
    return undefined;
  }
}
