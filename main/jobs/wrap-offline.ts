import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import type { ImportParameters } from '../parameters/import-parameters';
import { makeReturnPackage, sha256Hex } from '../parameters/return-package';
import { expired, isExpired } from '../parameters/validate-parameters';
import type { Dialogs } from '../platform/dialogs';
import { checkFolder, readBack, discardFiles, saveFiles, type FileToSave } from '../platform/save-files';
import type { Picked, RequestOf } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { fileNames } from '../shared/file-names';
import type { WrapProgress } from '../shared/progress';
import { err, ok, type Result } from '../shared/result';
import type { ParametersView, SavedView } from '../shared/views';
import type { VaultClient } from '../vault/client';
import type { Wrapped } from '../vault/messages';
import { createChecklist, type Checklist } from './checklist';
import { createMaterialDesk } from './material-desk';
import { openParameters } from './open-parameters';
import { parametersView } from './parameters-view';
import { pickedThen } from './picked-then';

export interface WrapOfflinePorts {
  readonly dialogs: Dialogs;
  readonly vault: VaultClient;
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
  const materials = createMaterialDesk({
    ...ports,
    specOf: (handle) => parametersByHandle.get(handle)?.wrappingKey.spec,
  });
  let busy = false;

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
    const picked = request.material.from === 'file' ? materials.find(request.material.handle) : undefined;
    if (request.material.from === 'file' && !picked) return err(localError('material', 'material.gone'));

    const folder = await ports.dialogs.pickSaveFolder();
    if (folder === undefined) return ok({ picked: false });
    const names: string[] = [fileNames.encryptedKeyMaterial, fileNames.importToken, fileNames.returnPackage];
    if (request.exportPlaintext) names.push(fileNames.plaintextKeyMaterial);
    const free = await checkFolder(folder, names);
    if (!free.ok) return free;

    const progress = createChecklist(ports.emit);
    // Starting a process takes a moment: the page shows at once that the work has begun.
    progress.mark('self-test', 'running');
    const wrapped = await ports.vault.wrap(
      {
        kind: 'wrap',
        wrappingAlgorithm: request.wrappingAlgorithm,
        wrappingKeySpec: parameters.wrappingKey.spec,
        salt: materials.salt,
        spkiDer: parameters.wrappingKey.spkiDer,
        materialLength: picked?.inspected.lengthBytes ?? lengthToGenerate(request),
        source: picked
          ? { from: 'file', file: picked, tag: picked.inspected.tag }
          : { from: 'generate', lengthBytes: lengthToGenerate(request) },
        ...(request.exportPlaintext ? { plaintextFolder: folder } : {}),
      },
      progress.mark,
    );
    const saved = wrapped.ok ? await save(folder, parameters, request, wrapped.value, progress) : wrapped;
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
          ...definedOnly({ checkValue }),
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
      source: request.material.from === 'file' ? 'file' : 'generated',
      material,
      plaintextExported: request.exportPlaintext,
      savedAt: savedAt.toISOString(),
      refusedRequests: ports.refusedRequests(),
      ...definedOnly({ checkValue }),
    });
  }

  return {
    dropParameters: ({ paths }: RequestOf<'dropParameters'>) => open(paths),
    chooseParameters: async ({ what }: RequestOf<'chooseParameters'>) =>
      pickedThen(await ports.dialogs.pickParameters(what), open),
    dropMaterialFile: materials.dropMaterialFile,
    chooseMaterialFile: materials.chooseMaterialFile,
    wrapAndSave: async (request: RequestOf<'wrapAndSave'>): Promise<Result<Picked<SavedView>>> => {
      if (busy) return err(localError('wrap', 'job.busy', undefined, 'check-first'));
      busy = true;
      try {
        return await wrapAndSave(request);
      } finally {
        busy = false;
      }
    },
    showSavedFiles: ({ saved }: RequestOf<'showSavedFiles'>): Promise<Result<null>> => {
      const path = savedByHandle.get(saved);
      if (path !== undefined) ports.revealFile(path);
      return Promise.resolve(ok(null));
    },
    leaveJob: (): Promise<Result<null>> => {
      parametersByHandle.clear();
      materials.forget();
      savedByHandle.clear();
      return Promise.resolve(ok(null));
    },
  };
}

const lengthToGenerate = ({ material }: RequestOf<'wrapAndSave'>): 32 | 16 =>
  material.from === 'generate' ? material.lengthBytes : 32;
