import { refuse } from '../aws-fault';
import type { Material, PracticeKey } from '../store';

export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport';

/** Material that ciphertexts may depend on; the key works only if all of it is there. */
export const permanentMaterials = (key: PracticeKey): readonly Material[] =>
  key.materials.filter(({ state }) => state !== 'PENDING_ROTATION');

export const currentMaterial = (key: PracticeKey): Material | undefined =>
  key.materials.find(({ state }) => state === 'CURRENT');

export const pendingMaterial = (key: PracticeKey): Material | undefined =>
  key.materials.find(({ state }) => state === 'PENDING_ROTATION');

/** The state of a key. Source: AWS KMS Developer Guide, "Key states of AWS KMS keys". */
export function stateOf(key: PracticeKey): KeyState {
  if (key.deletionAt !== undefined) return 'PendingDeletion';
  const permanent = permanentMaterials(key);
  if (permanent.length === 0 || permanent.some(({ bytes }) => bytes === undefined)) return 'PendingImport';
  return key.disabled ? 'Disabled' : 'Enabled';
}

/** Removes the bytes of expired material, as KMS does by itself. */
export function expireMaterials(key: PracticeKey, now: number): void {
  for (const material of key.materials) {
    if (material.validTo !== undefined && material.validTo <= now) removeBytes(material);
  }
}

export function removeBytes(material: Material): void {
  material.bytes?.fill(0);
  material.bytes = undefined;
  material.validTo = undefined;
}

/** @throws AwsFault KMSInvalidStateException or DisabledException unless the key can encrypt, sign and so on. */
export function requireUsable(key: PracticeKey): void {
  requireNotDeleted(key);
  if (stateOf(key) === 'PendingImport') refuse('KMSInvalidStateException', `${key.arn} is pending import.`);
  if (key.disabled) refuse('DisabledException', `${key.arn} is disabled.`);
}

/** @throws AwsFault KMSInvalidStateException when the key waits for its deletion. */
export function requireNotDeleted(key: PracticeKey): void {
  if (key.deletionAt !== undefined) refuse('KMSInvalidStateException', `${key.arn} is pending deletion.`);
}
