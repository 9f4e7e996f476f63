import { createHmac } from 'node:crypto';
import { readRegularFile } from '../platform/read-regular-file';
import { readBack, saveFiles } from '../platform/save-files';
import { localError } from '../shared/errors';
import { fileNames } from '../shared/file-names';
import { limits } from '../shared/limits';
import type { WrapStage } from '../shared/progress';
import { err, ok, type Result } from '../shared/result';
import { checkValueOf } from './check-value';
import {
  type Inspected,
  type MaterialFacts,
  type MaterialFile,
  type VaultMessage,
  type VaultRequest,
  type Wrapped,
} from './messages';
import { readMaterial, type ReadMaterial } from './read-material';
import { Secret } from './secret';
import { selfTest } from './self-test';
import { wrapKeyMaterial } from './wrap';

// SECURITY: this process is the only place where key material exists. It serves one request, wipes, answers with
// ciphertext and public facts alone, and ends: whatever a library copied inside is gone with it.

type WrapRequest = Extract<VaultRequest, { kind: 'wrap' }>;
type InspectRequest = Extract<VaultRequest, { kind: 'inspect' }>;

const say = (message: VaultMessage): void => process.parentPort.postMessage(message);

async function serve(request: VaultRequest): Promise<void> {
  if (request.kind === 'inspect') {
    say({ kind: 'inspected', result: await inspect(request).catch(unexpected) });
  } else {
    say({ kind: 'wrapped', result: await wrap(request).catch(unexpected) });
  }
}

/** A throw in here may carry bytes of the material in its message: it is answered by its code alone. */
function unexpected(): Result<never> {
  return err(localError('wrap', 'wrap.failed', undefined, 'check-first'));
}

async function inspect(request: InspectRequest): Promise<Result<Inspected>> {
  const read = await readFile(request, request.file);
  if (!read.ok) return read;
  try {
    const tag = tagOf(read.value.secret, request.salt);
    return ok({ ...factsOf(read.value), form: read.value.form, tag });
  } finally {
    read.value.secret.wipe();
  }
}

async function wrap(request: WrapRequest): Promise<Result<Wrapped>> {
  const tested = await stage('self-test', () => selfTest(request.wrappingAlgorithm, request.materialLength));
  if (!tested.ok) return tested;
  const material = await stage('material', () => obtain(request));
  if (!material.ok) return material;
  const { secret, facts } = material.value;
  try {
    const encryptedKeyMaterial = await stage('wrap', () =>
      ok(secret.use((bytes) => wrapKeyMaterial(bytes, request.spkiDer, request.wrappingAlgorithm))),
    );
    if (!encryptedKeyMaterial.ok) return encryptedKeyMaterial;
    if (request.plaintextFolder !== undefined) {
      const exported = await exportPlaintext(secret, request.plaintextFolder);
      if (!exported.ok) return exported;
    }
    return ok({
      encryptedKeyMaterial: encryptedKeyMaterial.value,
      material: facts,
      ...(facts.kind === 'symmetric' ? { checkValue: secret.use(checkValueOf) } : {}),
    });
  } finally {
    secret.wipe();
  }
}

/** Generates the material, or reads the file again and makes sure that it is the one the person was shown. */
async function obtain(request: WrapRequest): Promise<Result<{ secret: Secret; facts: MaterialFacts }>> {
  const { source } = request;
  if (source.from === 'generate') {
    const secret = Secret.generate(source.lengthBytes);
    return ok({ secret, facts: { kind: 'symmetric', lengthBytes: source.lengthBytes } });
  }
  const read = await readFile(request, source.file);
  if (!read.ok) return read;
  const { secret } = read.value;
  if (tagOf(secret, request.salt) !== source.tag) {
    secret.wipe();
    return err(localError('material', 'material.changed'));
  }
  return ok({ secret, facts: factsOf(read.value) });
}

async function readFile(request: VaultRequest, file: MaterialFile): Promise<Result<ReadMaterial>> {
  const bytes = await readRegularFile(file.path, limits.maxMaterialFileBytes, 'material');
  if (!bytes.ok) return bytes;
  return readMaterial(bytes.value, {
    algorithm: request.wrappingAlgorithm,
    spec: request.wrappingKeySpec,
    lengthBytes: file.lengthBytes,
  });
}

async function exportPlaintext(secret: Secret, folder: string): Promise<Result<null>> {
  return await secret.use(async (bytes) => {
    const file = { name: fileNames.plaintextKeyMaterial, bytes };
    const saved = await saveFiles(folder, [file]);
    return saved.ok ? await readBack(folder, [file]) : saved;
  });
}

function factsOf({ secret, kind, keyName }: ReadMaterial): MaterialFacts {
  return { kind, lengthBytes: secret.length, ...(keyName === undefined ? {} : { keyName }) };
}

function tagOf(secret: Secret, salt: Uint8Array): string {
  return secret.use((bytes) => createHmac('sha256', salt).update(bytes).digest('hex'));
}

async function stage<T>(name: WrapStage, run: () => Result<T> | Promise<Result<T>>): Promise<Result<T>> {
  say({ kind: 'stage', stage: name, state: 'running' });
  const result = await run();
  if (result.ok) say({ kind: 'stage', stage: name, state: 'done' });
  return result;
}

/** Main answers the result with any message once it has it; only then may the process end. */
let served = false;
process.parentPort.on('message', ({ data }) => {
  if (served) process.exit(0);
  served = true;
  // Main validated every part of the request and is the only process that can send one.
  void serve(data as VaultRequest);
});
