import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ImportParameters } from '../parameters/import-parameters';
import { makeReturnPackage, sha256Hex } from '../parameters/return-package';
import { expired, isExpired } from '../parameters/validate-parameters';
import type { Dialogs } from '../platform/dialogs';
import { checkFolder, readBack, discardFiles, saveFiles, type FileToSave } from '../platform/save-files';
import type { Picked, RequestOf } from '../shared/contract';
import { localError } from '../shared/errors';
import { fileNames } from '../shared/file-names';
import type { WrapProgress } from '../shared/progress';
import { err, ok, type Result } from '../shared/result';
import type { SavedView } from '../shared/saved-view';
import type { ParametersView } from '../shared/views';
import type { VaultClient } from '../vault/vault-client';
import type { Wrapped } from '../vault/messages';
import { createChecklist, type Checklist } from './checklist';
import type { CustodyDesk } from './custody-desk';
import { custodyOfChosen, sourceOf, wrapChosen, type ChosenMaterial } from './material-choice';
import { openParameters } from './open-parameters';
import { parametersView } from './parameters-view';
import { pickedThen } from './picked-then';

export interface WrapOfflinePorts {
  readonly dialogs: Dialogs;
  readonly vault: Pick<VaultClient, 'wrap'>;
  readonly custody: Pick<CustodyDesk, 'materialOf'>;
  /** The material desk's. */
  readonly salt: Uint8Array;
  readonly now: () => Date;
  readonly appVersion: string;
  readonly refusedRequests: () => number;
  readonly revealFile: (path: string) => void;
  readonly emit: (progress: WrapProgress) => void;
}

/** Job 2: from import parameters to wrapped key material on a stick, with no network. */
export function createWrapOffline(ports: WrapOfflinePorts) {
  // Handles go to the page; what they stand for stays here, until the job is left.
  const parametersByHandle = new Map<string, ImportParameters>();
  const savedByHandle = new Map<string, string>();
  let busy = false;
  /** While a vault is at work, or files are being saved; a dialog is none of it. */
  let isAtWork = false;

  async function open(paths: readonly string[]): Promise<Result<ParametersView>> {
    const opened = await openParameters(paths, ports.now());
    if (!opened.ok) return opened;
    const handle = randomUUID();
    parametersByHandle.set(handle, opened.value);
    return ok(parametersView(handle, opened.value));
  }

  async function wrapAndSave(request: RequestOf<'wrapAndSave'>): Promise<Result<Picked<SavedView>>> {
    const parameters = parametersByHandle.get(request.parameters);
    if (!parameters) return err(localError('parameters', 'parameters.gone'));
    const stated = parameters.wrappingAlgorithm;
    if (stated !== undefined && stated !== request.wrappingAlgorithm) {
      return err(localError('parameters', 'parameters.algorithmContradicted', { stated }));
    }
    if (isExpired(parameters.validTo, ports.now())) return err(expired(parameters.validTo, ports.now()));
    const material = ports.custody.materialOf(request.material);
    if (!material.ok) return material;

    const folder = await ports.dialogs.pickSaveFolder();
    if (folder === undefined) return ok({ picked: false });
    const names: string[] = [fileNames.encryptedKeyMaterial, fileNames.importToken, fileNames.returnPackage];
    if (request.exportPlaintext) names.push(fileNames.plaintextKeyMaterial);
    const free = await checkFolder(folder, names);
    if (!free.ok) return free;

    isAtWork = true;
    const progress = createChecklist(ports.emit);
    // Starting a process takes a moment: the page shows at once that the work has begun.
    progress.mark('self-test', 'running');
    const wrapped = await wrapChosen(
      material.value,
      ports.vault,
      {
        wrappingAlgorithm: request.wrappingAlgorithm,
        wrappingKeySpec: parameters.wrappingKey.spec,
        salt: ports.salt,
        spkiDer: parameters.wrappingKey.spkiDer,
        ...(request.exportPlaintext ? { plaintextFolder: folder } : {}),
      },
      progress.mark,
    );
    const saved = wrapped.ok
      ? await save(folder, parameters, request, material.value, wrapped.value, progress)
      : wrapped;
    if (!saved.ok) {
      progress.fail();
      // A clear copy of material that was never delivered would only be a leak. A file that stood there before stays.
      const ours = wrapped.ok || saved.error.code !== 'save.exists';
      await discardFiles(folder, request.exportPlaintext && ours ? [fileNames.plaintextKeyMaterial] : []);
      return saved;
    }
    return ok({ picked: true, value: saved.value });
  }

  async function save(
    folder: string,
    parameters: ImportParameters,
    request: RequestOf<'wrapAndSave'>,
    chosen: ChosenMaterial,
    wrapped: Wrapped,
    progress: Checklist,
  ): Promise<Result<SavedView>> {
    const savedAt = ports.now();
    const { encryptedKeyMaterial, checkValue, material } = wrapped;
    const { wrappingAlgorithm } = request;
    const files: FileToSave[] = [
      { name: fileNames.encryptedKeyMaterial, bytes: encryptedKeyMaterial },
      { name: fileNames.importToken, bytes: parameters.importToken },
      {
        name: fileNames.returnPackage,
        bytes: makeReturnPackage({
          parameters,
          wrappingAlgorithm,
          encryptedKeyMaterial,
          savedAt,
          appVersion: ports.appVersion,
          checkValue,
        }),
      },
    ];
    progress.mark('save', 'running');
    const saved = await saveFiles(folder, files);
    if (!saved.ok) return saved;
    progress.mark('save', 'done');
    progress.mark('read-back', 'running');
    const same = await readBack(folder, files);
    if (!same.ok) {
      await discardFiles(
        folder,
        files.map((file) => file.name),
      );
      return same;
    }
    progress.mark('read-back', 'done');

    const handle = randomUUID();
    savedByHandle.set(handle, join(folder, fileNames.encryptedKeyMaterial));
    const plaintext = request.exportPlaintext
      ? [{ name: fileNames.plaintextKeyMaterial, bytes: material.lengthBytes }]
      : [];
    return ok({
      handle,
      folderName: basename(folder),
      files: [
        ...files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes) })),
        ...plaintext,
      ],
      parameters: parametersView(request.parameters, parameters),
      wrappingAlgorithm,
      source: sourceOf(chosen),
      material,
      checkValue,
      custody: custodyOfChosen(chosen),
      plaintextExported: request.exportPlaintext,
      savedAt: savedAt.toISOString(),
      refusedRequests: ports.refusedRequests(),
    });
  }

  return {
    dropParameters: ({ paths }: RequestOf<'dropParameters'>) => open(paths),
    chooseParameters: async ({ what }: RequestOf<'chooseParameters'>) =>
      pickedThen(await ports.dialogs.pickParameters(what), open),
    wrapAndSave: async (request: RequestOf<'wrapAndSave'>): Promise<Result<Picked<SavedView>>> => {
      if (busy) return err(localError('wrap', 'job.busy', undefined, 'check-first'));
      busy = true;
      try {
        return await wrapAndSave(request);
      } finally {
        busy = false;
        isAtWork = false;
      }
    },
    showSavedFiles: ({ saved }: RequestOf<'showSavedFiles'>): Promise<Result<null>> => {
      const path = savedByHandle.get(saved);
      if (path !== undefined) ports.revealFile(path);
      return Promise.resolve(ok(null));
    },
    findParameters: (handle: string) => parametersByHandle.get(handle),
    isBusy: () => isAtWork,
    forget: (): void => {
      parametersByHandle.clear();
      savedByHandle.clear();
    },
  };
}
