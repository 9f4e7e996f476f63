import { createHash } from 'node:crypto';
import { definedOnly } from '../shared/defined-only';
import type { WrappingAlgorithm } from '../shared/kms-words';
import { newKeyMaterial } from './for-rotation';
import type { ImportParameters } from './import-parameters';
import { isPracticeImportToken } from './practice-import-token';

/** Stands in place of the code, which a forger of the package could change as well. */
export const transferCodeNote = 'shown on the screen of the computer that made this package, and in no file';

/** Only in a package of practice. */
export const practiceNote = 'PRACTICE: this package is of no use with AWS';

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Makes the only file to carry back: wrapped key material, import token, and their facts and checksums. Nothing in it
 * is secret. Version 2 of the format, or 3 where it is for a rotation
 * (docs/return-package.md).
 *
 * @returns UTF-8 JSON
 */
export function makeReturnPackage(input: {
  readonly parameters: ImportParameters;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly encryptedKeyMaterial: Uint8Array;
  readonly checkValue: string;
  readonly savedAt: Date;
  readonly appVersion: string;
}): Uint8Array {
  const { parameters, encryptedKeyMaterial } = input;
  const document = {
    format: 'keyferry-return-package',
    version: parameters.forRotation ? 3 : 2,
    madeBy: `Keyferry ${input.appVersion}`,
    madeAt: input.savedAt.toISOString(),
    ...definedOnly({
      importType: parameters.forRotation && newKeyMaterial,
      practice: isPracticeImportToken(parameters.importToken) ? practiceNote : undefined,
      keyId: parameters.keyId,
      keyArn: parameters.keyArn?.arn,
      parametersValidTo: parameters.validTo?.toISOString(),
    }),
    transferCode: transferCodeNote,
    checkValue: input.checkValue,
    wrappingKeySpec: parameters.wrappingKey.spec,
    wrappingAlgorithm: input.wrappingAlgorithm,
    wrappingKeySha256: parameters.fingerprint.hex,
    encryptedKeyMaterialSha256: sha256Hex(encryptedKeyMaterial),
    importTokenSha256: sha256Hex(parameters.importToken),
    encryptedKeyMaterial: Buffer.from(encryptedKeyMaterial).toString('base64'),
    importToken: Buffer.from(parameters.importToken).toString('base64'),
  };
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`, 'utf8');
}
