import { createHmac } from 'node:crypto';
import { readRegularFile } from '../../platform/files/read-regular-file';
import { localError } from '../../shared/errors';
import { limits } from '../../shared/limits';
import { err, ok, type Result } from '../../shared/result';
import type { FoundMaterial } from '../../shared/views/app';
import type { Fit, Inspected, InspectRequest, MaterialFile, NewMaterial, Salted } from '../messages';
import { readMaterial, type ReadMaterial } from './read-material';
import { Secret } from '../secret';

/** Key material in this process. Its holder wipes it. */
export interface Obtained {
  readonly secret: Secret;
  readonly material: FoundMaterial;
}

/** Describes a file of key material, and keeps nothing of it. Errors: those of readRegularFile and readMaterial. */
export async function inspectMaterial(request: InspectRequest): Promise<Result<Inspected>> {
  const read = await readFile(request, request.file);
  if (!read.ok) return read;
  try {
    const tag = tagOf(read.value.secret, request.salt);
    return ok({ ...materialOf(read.value), form: read.value.form, tag });
  } finally {
    read.value.secret.wipe();
  }
}

/**
 * Generates the material, or reads the file again and makes sure that it has not changed since it was inspected.
 *
 * Errors: those of readRegularFile and readMaterial, material.changed.
 */
export async function obtainMaterial(request: Fit & Salted, source: NewMaterial): Promise<Result<Obtained>> {
  if (source.from === 'generate') {
    const secret = Secret.generate(source.lengthBytes);
    return ok({ secret, material: { kind: 'symmetric', lengthBytes: source.lengthBytes } });
  }
  const read = await readFile(request, source.file);
  if (!read.ok) return read;
  const { secret } = read.value;
  if (tagOf(secret, request.salt) !== source.tag) {
    secret.wipe();
    return err(localError('material', 'material.changed'));
  }
  return ok({ secret, material: materialOf(read.value) });
}

async function readFile(request: Fit, file: MaterialFile): Promise<Result<ReadMaterial>> {
  const bytes = await readRegularFile(file.path, limits.maxMaterialFileBytes, 'material');
  if (!bytes.ok) return bytes;
  return readMaterial(bytes.value, {
    algorithm: request.wrappingAlgorithm,
    spec: request.wrappingKeySpec,
    lengthBytes: file.lengthBytes,
  });
}

function materialOf({ secret, kind, keyName }: ReadMaterial): FoundMaterial {
  return { kind, lengthBytes: secret.length, ...(keyName === undefined ? {} : { keyName }) };
}

function tagOf(secret: Secret, salt: Uint8Array): string {
  return secret.use((bytes) => createHmac('sha256', salt).update(bytes).digest('hex'));
}
