import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { custodyOfChosen, sourceOf, type ChosenMaterial } from '../custody/material-choice';
import type { ImportParameters } from '../parameters/import-parameters';
import { makeReturnPackage, sha256Hex } from '../parameters/return-package';
import { transferCodeOf } from '../parameters/transfer-code';
import { discardFiles, readBack, saveFiles, type FileToSave } from '../platform/files/save-files';
import type { RequestOf } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { fileNames, travellingNames } from '../shared/file-names';
import { err, ok, type Result } from '../shared/result';
import type { SavedView } from '../shared/views/saved';
import type { Wrapped } from '../vault/messages';
import type { Checklist } from './checklist';
import { parametersView } from './parameters-view';

/** What was asked for, and what the vault made of it. */
export interface WrappedWork extends Omit<RequestOf<'wrapAndSave'>, 'material'> {
  readonly folder: string;
  readonly material: ChosenMaterial;
  readonly wrapped: Wrapped;
}

/**
 * Saves wrapped key material, its import token and the return package, and reads all three back. On any failure all of
 * them are removed. A clear copy was saved by the vault, and is only named here.
 *
 * Errors: rotate.sameMaterial; save.*.
 */
export async function saveWrapped(
  { folder, material: chosen, wrapped, wrappingAlgorithm, exportPlaintext, parameters: handle }: WrappedWork,
  parameters: ImportParameters,
  mark: Checklist['mark'],
  ports: { readonly now: () => Date; readonly appVersion: string; readonly refusedRequests: () => number },
): Promise<Result<SavedView & { readonly transferCode: string }>> {
  const savedAt = ports.now();
  const { encryptedKeyMaterial, checkValue, material } = wrapped;
  const { importToken, fingerprint, keyId, keyArn } = parameters;
  const { appVersion } = ports;
  const view = parametersView(handle, parameters);
  const names = travellingNames(view.practice === true);
  const made = { parameters, wrappingAlgorithm, encryptedKeyMaterial, savedAt, appVersion, checkValue };
  const files: FileToSave[] = [
    { name: names.encryptedKeyMaterial, bytes: encryptedKeyMaterial },
    { name: names.importToken, bytes: importToken },
    { name: names.returnPackage, bytes: makeReturnPackage(made) },
  ];
  // SECURITY: a key is rotated only to material that it never had; AWS would find that out with the key as it is.
  if (parameters.forRotation?.formerCheckValues.includes(checkValue)) {
    return err(localError('wrap', 'rotate.sameMaterial', undefined, 'change-input'));
  }
  mark('save', 'running');
  const saved = await saveFiles(folder, files);
  if (!saved.ok) return saved;
  mark('save', 'done');
  mark('read-back', 'running');
  const same = await readBack(folder, files);
  if (!same.ok) {
    await discardFiles(
      folder,
      files.map((file) => file.name),
    );
    return same;
  }
  mark('read-back', 'done');

  return ok({
    handle: randomUUID(),
    folderName: basename(folder),
    files: [
      ...files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes) })),
      ...(exportPlaintext ? [{ name: fileNames.plaintextKeyMaterial, bytes: material.lengthBytes }] : []),
    ],
    parameters: view,
    wrappingAlgorithm,
    source: sourceOf(chosen),
    material,
    checkValue,
    transferCode: transferCodeOf({
      encryptedKeyMaterial,
      importToken,
      wrappingKeySha256: fingerprint.hex,
      checkValue,
      isNew: parameters.forRotation !== undefined,
      ...definedOnly({ keyId: keyId ?? keyArn?.keyId }),
    }),
    custody: custodyOfChosen(chosen),
    plaintextExported: exportPlaintext,
    savedAt: savedAt.toISOString(),
    refusedRequests: ports.refusedRequests(),
  });
}
