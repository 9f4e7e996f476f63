import { refuse } from '../aws-fault';
import type { Material, PracticeKey } from '../store';

export type KeyState =
  | 'Creating'
  | 'Enabled'
  | 'Disabled'
  | 'Updating'
  | 'PendingImport'
  | 'PendingDeletion'
  | 'PendingReplicaDeletion';

/** Material that ciphertexts may depend on; the key works only if all of it is there. */
export const permanentMaterials = (key: PracticeKey): readonly Material[] =>
  key.materials.filter(({ state }) => state !== 'PENDING_ROTATION');

export const currentMaterial = (key: PracticeKey): Material | undefined =>
  key.materials.find(({ state }) => state === 'CURRENT');

export const pendingMaterial = (key: PracticeKey): Material | undefined =>
  key.materials.find(({ state }) => state === 'PENDING_ROTATION');

/**
 * The state of a key. Source: AWS KMS Developer Guide, "Key states of AWS KMS keys".
 *
 * Guess: a disabled key whose material is gone waits for it, whether the material expired or the key's deletion was
 * cancelled (kms-lifecycle.md, "Not established").
 */
export function stateOf(key: PracticeKey): KeyState {
  if (key.deletionAt !== undefined) return 'PendingDeletion';
  if (key.deletionDays !== undefined) return 'PendingReplicaDeletion';
  if (key.busy?.state === 'Creating') return 'Creating';
  const permanent = permanentMaterials(key);
  if (permanent.length === 0 || permanent.some(({ bytes }) => bytes === undefined)) return 'PendingImport';
  if (key.busy) return 'Updating';
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

const inWords: Readonly<Record<KeyState, string>> = {
  Creating: 'creating',
  Enabled: 'enabled',
  Disabled: 'disabled',
  Updating: 'updating',
  PendingImport: 'pending import',
  PendingDeletion: 'pending deletion',
  PendingReplicaDeletion: 'pending replica deletion',
};

/** While a key waits for its deletion. */
export const toBeDeleted = ['PendingDeletion', 'PendingReplicaDeletion'] as const;

/** @throws AwsFault KMSInvalidStateException or DisabledException when the key is in one of these states. */
export function requireNot(key: PracticeKey, ...states: readonly KeyState[]): void {
  const state = stateOf(key);
  if (!states.includes(state)) return;
  const code = state === 'Disabled' ? 'DisabledException' : 'KMSInvalidStateException';
  refuse(code, `${key.arn} is ${inWords[state]}.`);
}

/**
 * For a key that waits for its deletion, AWS may also answer DisabledException.
 * @throws AwsFault KMSInvalidStateException or DisabledException unless the key can encrypt, sign and so on.
 */
export function requireUsable(key: PracticeKey): void {
  requireNot(key, ...toBeDeleted, 'Creating', 'PendingImport', 'Disabled');
}

/** @throws AwsFault KMSInvalidStateException when the key waits for its deletion. */
export function requireNotDeleted(key: PracticeKey): void {
  requireNot(key, ...toBeDeleted);
}
