import { definedOnly } from '../shared/defined-only';
import { localError, type AppErrorCode } from '../shared/errors';
import { fileNames } from '../shared/file-names';
import type { WrappingAlgorithm, WrappingKeySpec } from '../shared/kms-words';
import { limits } from '../shared/limits';
import { err, ok, type Result } from '../shared/result';
import { readKeyArn, type KeyArn } from './import-parameters';
import { shapeOf } from './file-shape';
import { looksLikeToken, type BundleFile } from './parse-bundle';
import { isPracticeImportToken } from './practice-import-token';
import { sha256Hex } from './return-package';
import { knownPackage, packageFormat, packageHead, packageVersions } from './return-package-shape';
import { decodeBase64Text, readText } from './text-forms';
import type { Transfer } from './transfer-code';

/** Wrapped key material and the import token that it was wrapped for, back from the offline computer. */
export interface ReturnedMaterial {
  readonly form: 'package' | 'files';
  readonly files: readonly string[];
  /** Whether it was wrapped for the practice AWS, by its import token. */
  readonly isPractice: boolean;
  readonly encryptedKeyMaterial: Uint8Array;
  readonly importToken: Uint8Array;
  readonly keyId?: string;
  readonly keyArn?: KeyArn;
  readonly wrappingAlgorithm?: WrappingAlgorithm;
  readonly wrappingKeySpec?: WrappingKeySpec;
  /** Hex SHA-256 of the wrapping key's SubjectPublicKeyInfo. */
  readonly wrappingKeySha256?: string;
  readonly validTo?: Date;
  readonly checkValue?: string;
  /** Whether it is material that its key never had, and the key is to be rotated to it. */
  readonly isNew: boolean;
  /** What the transfer code is computed from; absent for version 1 and for loose files, which have no code. */
  readonly transfer?: Transfer;
}

const failed = (code: AppErrorCode, facts?: Record<string, string | number>) =>
  err(localError('package', code, facts));

/**
 * Reads what the offline job saved: the return package (docs/return-package.md), or EncryptedKeyMaterial.bin with
 * ImportToken.bin. If all of them are there, the package counts, and the loose files must match it.
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

/** Wrapped key material is random: one in 256 begins as JSON does. So its own name, and that of the token, come first. */
const isPackage = ({ name, bytes }: BundleFile): boolean =>
  name.toLowerCase() === fileNames.returnPackage.toLowerCase() ||
  (!/^(?:practice )?(?:encryptedkeymaterial|importtoken)/i.test(name) && shapeOf(bytes) === 'json');

function readPackage({ name, bytes }: BundleFile): Result<ReturnedMaterial> {
  // SECURITY: other JSON may hold anything, for example an opened copy, and must not become a string.
  const isOurs = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(packageFormat);
  const json = isOurs ? parseJson(bytes) : undefined;
  const headed = packageHead.safeParse(json);
  if (!headed.success) return failed('package.malformed', { reason: 'format', name });
  const { version } = headed.data;
  if (!packageVersions.includes(version)) return failed('package.version', { version });
  const parsed = knownPackage.safeParse(json);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.').slice(0, 40) ?? '';
    return failed('package.malformed', { reason: 'fields', name, field });
  }
  const { data } = parsed;
  const { parametersValidTo, wrappingAlgorithm, wrappingKeySpec, wrappingKeySha256, checkValue } = data;
  const keyArn = data.keyArn === undefined ? undefined : readKeyArn(data.keyArn);
  const namesTwoKeys = keyArn !== undefined && data.keyId !== undefined && keyArn.keyId !== data.keyId;
  if ((data.keyArn !== undefined && keyArn === undefined) || namesTwoKeys) {
    return failed('package.malformed', { reason: 'fields', name, field: 'keyArn' });
  }
  const encryptedKeyMaterial = Buffer.from(data.encryptedKeyMaterial, 'base64');
  const importToken = Buffer.from(data.importToken, 'base64');
  for (const [part, stated, partName] of [
    [encryptedKeyMaterial, data.encryptedKeyMaterialSha256, fileNames.encryptedKeyMaterial],
    [importToken, data.importTokenSha256, fileNames.importToken],
  ] as const) {
    if (sha256Hex(part) !== stated) return failed('package.checksum', { name: partName });
  }
  const isPractice = isPracticeImportToken(importToken);
  // Version 1 is older than practice offline.
  if ((data.version !== 1 && data.practice !== undefined) !== isPractice) {
    return failed('package.malformed', { reason: 'fields', name, field: 'practice' });
  }
  if (!isWrapped(encryptedKeyMaterial)) return failed('package.malformed', { reason: 'material', name });
  const keyId = data.keyId ?? keyArn?.keyId;
  const isNew = data.version === 3;
  const wrapped = { encryptedKeyMaterial, importToken, wrappingKeySha256, isNew };
  return ok({
    form: 'package',
    files: [name],
    isPractice,
    ...wrapped,
    wrappingAlgorithm,
    wrappingKeySpec,
    ...definedOnly({
      keyId,
      keyArn,
      checkValue,
      transfer:
        data.version === 1
          ? undefined
          : { ...wrapped, checkValue: data.checkValue, ...definedOnly({ keyId }) },
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
    isPractice: isPracticeImportToken(token.bytes),
    isNew: false,
    encryptedKeyMaterial: material.bytes,
    importToken: token.bytes,
  });
}

/** The name may have got an extension or a number on the way. */
const isToken = ({ name, bytes }: BundleFile): boolean =>
  bytes.length <= limits.maxTokenBytes && (/^(?:practice )?importtoken/i.test(name) || looksLikeToken(bytes));

/** One RSA block of 2048, 3072 or 4096 bits; with RSA_AES_KEY_WRAP_*, AES-KWP output (multiples of 8 bytes) follows. */
const isWrapped = (bytes: Uint8Array): boolean =>
  bytes.length >= 256 && bytes.length <= limits.maxTokenBytes && bytes.length % 8 === 0;

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(readText(bytes) ?? '');
  } catch {
    return undefined;
  }
}
