import { z } from 'zod';
import { wrappingAlgorithms, wrappingKeySpecs } from '../shared/kms-words';
import { limits } from '../shared/limits';
import { newKeyMaterial } from './for-rotation';
import { practiceNote, transferCodeNote } from './return-package';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const kmsBlob = z
  .base64()
  .min(1)
  .max(Math.ceil(limits.maxTokenBytes / 3) * 4);
export const packageFormat = 'keyferry-return-package';
export const packageHead = z.object({ format: z.literal(packageFormat), version: z.int() });
const fields = {
  format: z.literal(packageFormat),
  madeBy: z.string().max(200),
  madeAt: z.iso.datetime(),
  keyId: z
    .string()
    .regex(/^(mrk-)?[0-9a-f-]{32,36}$/)
    .optional(),
  keyArn: z.string().max(2048).optional(),
  parametersValidTo: z.iso.datetime().optional(),
  wrappingKeySpec: z.enum(wrappingKeySpecs),
  wrappingAlgorithm: z.enum(wrappingAlgorithms),
  wrappingKeySha256: sha256,
  encryptedKeyMaterialSha256: sha256,
  importTokenSha256: sha256,
  encryptedKeyMaterial: kmsBlob,
  importToken: kmsBlob,
};
const checkValue = z.string().regex(/^[0-9a-f]{16}$/);
const withCode = {
  checkValue,
  transferCode: z.literal(transferCodeNote),
  practice: z.literal(practiceNote).optional(),
};
/** A package in a version that this app knows. */
export const knownPackage = z.discriminatedUnion('version', [
  z.strictObject({ ...fields, version: z.literal(1), checkValue: checkValue.optional() }),
  z.strictObject({ ...fields, ...withCode, version: z.literal(2) }),
  // A version of its own: an earlier Keyferry must not take it for an import again.
  z.strictObject({ ...fields, ...withCode, version: z.literal(3), importType: z.literal(newKeyMaterial) }),
]);
export const packageVersions: readonly number[] = [1, 2, 3];
