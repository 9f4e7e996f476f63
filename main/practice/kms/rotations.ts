import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { Material, PracticeKey } from '../store';
import type { Call, World } from '../world';
import { findKey } from './find-key';
import { wireTime } from './key-metadata';
import { generateMaterial } from './key-specs';
import { pendingMaterial, requireUsable } from './key-state';
import { addMaterial } from './import/material';
import { wrongOrigin } from './import/import-parameters';
import { isEverywhere } from './multi-region/related-keys';
import { requirePrimary } from './multi-region/replicate-key';
import { pageOf } from './paging';

const rotationLimit = 25;

/**
 * Begins a rotation, which ends by itself. AWS checks the key's state first. The texts were recorded, but that of a
 * rotation that runs. Source: AWS KMS API Reference, RotateKeyOnDemand.
 */
export async function rotateKeyOnDemand(call: Call, input: Fields): Promise<object> {
  const key = findKey(call, input);
  requireUsable(key);
  // AWS sends no text with this one.
  if (key.spec !== 'SYMMETRIC_DEFAULT' || key.origin === 'EXTERNAL_KEY_STORE') {
    refuse('UnsupportedOperationException');
  }
  if (key.materials.filter(({ rotatedAt }) => rotatedAt !== undefined).length >= rotationLimit) {
    refuse(
      'LimitExceededException',
      `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${key.arn}`,
    );
  }
  if (key.multiRegion !== undefined) requirePrimary(key);
  if (key.rotation) {
    // Guess: the text.
    refuse('ConflictException', `A rotation of ${key.arn} is in progress.`);
  }
  const { world } = call;
  const next =
    key.origin === 'AWS_KMS'
      ? addMaterial(key, await generateMaterial(key.spec), 'PENDING_ROTATION')
      : pendingMaterial(key);
  // Guess: that AWS answers the same while a replica has not the bytes (kms-lifecycle.md, "Not established").
  if (next === undefined || (key.origin === 'EXTERNAL' && !isEverywhere(world, key, next))) {
    refuse('KMSInvalidStateException', `No available key material pending rotation for the key: ${key.arn}.`);
  }
  key.rotation = { startedAt: world.now(), until: world.now() + world.options.changeMs };
  return { KeyId: key.arn };
}

/** Without ALL_KEY_MATERIAL, the first material is not listed, because no rotation brought it. */
export function listKeyRotations(call: Call, input: Fields): object {
  const key = findKey(call, input);
  const include = input.optionalChoice('IncludeKeyMaterial', ['ALL_KEY_MATERIAL', 'ROTATIONS_ONLY'] as const);
  if (key.origin === 'EXTERNAL_KEY_STORE') wrongOrigin(key);
  if (key.spec !== 'SYMMETRIC_DEFAULT') {
    refuse(
      'UnsupportedOperationException',
      `${key.arn} key spec is ${key.spec} which is not valid for this operation.`,
    );
  }
  const listed = key.materials
    .filter(({ rotatedAt }) => include === 'ALL_KEY_MATERIAL' || rotatedAt !== undefined)
    .map((material) => rotationEntry(call.world, key, material));
  const { page, rest } = pageOf(listed, input, { usual: 100, maximum: 1000 });
  return { Rotations: page, ...rest };
}

function rotationEntry(world: World, key: PracticeKey, material: Material): object {
  const { id, description, state, bytes, validTo, rotatedAt } = material;
  const isAwaited =
    state === 'PENDING_ROTATION' && key.multiRegion !== undefined && !isEverywhere(world, key, material);
  const imported = {
    ...(description === undefined ? {} : { KeyMaterialDescription: description }),
    ImportState: bytes ? 'IMPORTED' : 'PENDING_IMPORT',
    ...(bytes
      ? { ExpirationModel: validTo === undefined ? 'KEY_MATERIAL_DOES_NOT_EXPIRE' : 'KEY_MATERIAL_EXPIRES' }
      : {}),
    ...(validTo === undefined ? {} : { ValidTo: wireTime(validTo) }),
  };
  return {
    KeyId: key.id,
    KeyMaterialId: id,
    KeyMaterialState: isAwaited ? 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION' : state,
    ...(key.origin === 'EXTERNAL' ? imported : {}),
    ...(rotatedAt === undefined ? {} : { RotationDate: wireTime(rotatedAt), RotationType: 'ON_DEMAND' }),
  };
}
