import { refuse } from '../../aws-fault';
import type { Fields } from '../../fields';
import type { Call } from '../../world';
import { findKey } from '../find-key';
import { currentMaterial, removeBytes, requireNot } from '../key-state';
import { shareMaterials } from '../multi-region/related-keys';
import { requireExternal } from './import-parameters';

/**
 * Works also for a key that waits for its deletion; its state stays the same. Material that waits for a rotation is then
 * gone from the key and its replicas; on a replica, only its bytes are.
 * Source: AWS KMS API Reference, DeleteImportedKeyMaterial.
 */
export function deleteImportedKeyMaterial(call: Call, input: Fields): object {
  const key = findKey(call, input);
  const id = input.optionalText('KeyMaterialId', { pattern: /^[a-f0-9]{64}$/ });
  requireExternal(key);
  requireNot(key, 'Creating', 'Updating');
  const material = id === undefined ? currentMaterial(key) : key.materials.find((known) => known.id === id);
  if (id !== undefined && !material) {
    // Guess: the code and the text.
    refuse('NotFoundException', `Key material ${id} does not exist on ${key.arn}`);
  }
  if (material) removeBytes(material);
  if (material?.state === 'PENDING_ROTATION' && key.multiRegion !== 'replica') {
    key.materials.splice(key.materials.indexOf(material), 1);
    shareMaterials(call.world, key);
  }
  return {
    KeyId: key.arn,
    ...(material && key.spec === 'SYMMETRIC_DEFAULT' ? { KeyMaterialId: material.id } : {}),
  };
}
