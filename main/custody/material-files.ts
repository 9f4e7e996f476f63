import { randomBytes, randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Dialogs } from '../platform/dialogs';
import type { Picked, RequestOf } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import type { WrappingKeySpec } from '../shared/kms-words';
import { err, ok, type Result } from '../shared/result';
import type { MaterialView } from '../shared/views/app';
import type { VaultClient } from '../vault/vault-client';
import type { Inspected } from '../vault/messages';
import { onlyPath, pickedFiles } from '../platform/files/picked-files';

export interface PickedMaterial {
  readonly path: string;
  readonly lengthBytes: 32 | 16;
  readonly inspected: Inspected;
}

export type MaterialFiles = ReturnType<typeof createMaterialFiles>;

/**
 * Key material files that were picked: looked at once in a vault, then known by a handle.
 *
 * @param specOf the wrapping key of import parameters that are at hand; undefined when they are not.
 */
export function createMaterialFiles(ports: {
  readonly dialogs: Pick<Dialogs, 'pickMaterialFile'>;
  readonly vault: Pick<VaultClient, 'inspect'>;
  readonly specOf: (parameters: string) => WrappingKeySpec | undefined;
}) {
  const picked = new Map<string, PickedMaterial>();
  const salt = randomBytes(32);

  async function open(
    request: RequestOf<'readMaterialFile'>,
    paths: readonly string[],
  ): Promise<Result<MaterialView>> {
    const beforeParameters = 'wrappingKeySpec' in request;
    const wrappingKeySpec = beforeParameters ? request.wrappingKeySpec : ports.specOf(request.parameters);
    if (wrappingKeySpec === undefined) return err(localError('parameters', 'parameters.gone'));
    const only = onlyPath(paths, 'material');
    if (!only.ok) return only;
    const path = only.value;
    const { wrappingAlgorithm, lengthBytes: expectedBytes } = request;
    const inspected = await ports.vault.inspect({
      kind: 'inspect',
      wrappingAlgorithm,
      wrappingKeySpec,
      salt,
      file: { path, lengthBytes: expectedBytes },
    });
    if (!inspected.ok) return inspected;
    const { form, kind, lengthBytes, keyName } = inspected.value;
    if (beforeParameters && kind !== 'symmetric') {
      // The key that the create-and-import job creates is symmetric: a private key under it is refused by AWS, after
      // everything else.
      const facts = { actualBytes: lengthBytes, expectedBytes, form };
      return err(localError('material', 'material.wrongLength', facts));
    }
    const handle = randomUUID();
    picked.set(handle, { path, lengthBytes: expectedBytes, inspected: inspected.value });
    return ok({ handle, fileName: basename(path), form, kind, lengthBytes, ...definedOnly({ keyName }) });
  }

  return {
    verbs: {
      readMaterialFile: (request: RequestOf<'readMaterialFile'>): Promise<Result<Picked<MaterialView>>> =>
        pickedFiles(request.files, ports.dialogs.pickMaterialFile, (paths) => open(request, paths)),
    },
    find: (handle: string): PickedMaterial | undefined => picked.get(handle),
    /** With which every vault of ours tags the material, so that a file that changed is noticed. */
    salt,
    forget: () => picked.clear(),
  };
}
