import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { Material, PracticeKey } from '../store';
import type { Call } from '../world';
import { findKey } from './find-key';
import { wireTime } from './key-metadata';
import { generateMaterial } from './key-specs';
import { currentMaterial, pendingMaterial, requireUsable } from './key-state';
import { addMaterial } from './import/material';
import { pageOf } from './paging';

const rotationLimit = 25;

/** AWS checks the key's state first. The texts were recorded. Source: AWS KMS API Reference, RotateKeyOnDemand. */
export async function rotateKeyOnDemand(call: Call, input: Fields): Promise<object> {
  const key = findKey(call, input);
  requireUsable(key);
  // AWS sends no text with this one.
  if (key.spec !== 'SYMMETRIC_DEFAULT') refuse('UnsupportedOperationException');
  if (key.materials.filter(({ rotatedAt }) => rotatedAt !== undefined).length >= rotationLimit) {
    refuse(
      'LimitExceededException',
      `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${key.arn}`,
    );
  }
  const next =
    key.origin === 'AWS_KMS'
      ? addMaterial(key, await generateMaterial(key.spec), 'PENDING_ROTATION')
      : pendingMaterial(key);
  if (next?.bytes === undefined) {
    refuse('KMSInvalidStateException', `No available key material pending rotation for the key: ${key.arn}.`);
  }
  const former = currentMaterial(key);
  if (former) former.state = 'NON_CURRENT';
  next.state = 'CURRENT';
  next.rotatedAt = call.world.now();
  return { KeyId: key.arn };
}

/** Without ALL_KEY_MATERIAL, the first material is not listed, because no rotation brought it. */
export function listKeyRotations(call: Call, input: Fields): object {
  const key = findKey(call, input);
  const include = input.optionalChoice('IncludeKeyMaterial', ['ALL_KEY_MATERIAL', 'ROTATIONS_ONLY'] as const);
  if (key.spec !== 'SYMMETRIC_DEFAULT') {
    refuse(
      'UnsupportedOperationException',
      `${key.arn} key spec is ${key.spec} which is not valid for this operation.`,
    );
  }
  const listed = key.materials
    .filter(({ rotatedAt }) => include === 'ALL_KEY_MATERIAL' || rotatedAt !== undefined)
    .map((material) => rotationEntry(key, material));
  const { page, rest } = pageOf(listed, input, { usual: 100, maximum: 1000 });
  return { Rotations: page, ...rest };
}

function rotationEntry(key: PracticeKey, material: Material): object {
  const { id, description, state, bytes, validTo, rotatedAt } = material;
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
    KeyMaterialState: state,
    ...(key.origin === 'EXTERNAL' ? imported : {}),
    ...(rotatedAt === undefined ? {} : { RotationDate: wireTime(rotatedAt), RotationType: 'ON_DEMAND' }),
  };
}
