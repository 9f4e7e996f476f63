import { refuse } from '../../aws-fault';
import type { Fields } from '../../fields';
import type { ImportSet, Material, PracticeKey } from '../../store';
import type { Call } from '../../world';
import { findKey } from '../find-key';
import { requireExternal } from './import-parameters';
import { pendingMaterial, permanentMaterials, requireNot, stateOf, toBeDeleted } from '../key-state';
import { shareMaterials } from '../multi-region/related-keys';
import { addMaterial, fits, materialIdOf } from './material';
import { unwrap } from '../unwrap';

const maxBlobBytes = 6144;
const yearMs = 365 * 24 * 60 * 60 * 1000;

/** Members that AWS refuses for any key that is not for symmetric encryption. */
const symmetricOnly = ['ImportType', 'KeyMaterialDescription', 'KeyMaterialId'];

/** Source: AWS KMS API Reference, ImportKeyMaterial. */
export function importKeyMaterial(call: Call, input: Fields): object {
  const key = findKey(call, input);
  const token = input.bytes('ImportToken', maxBlobBytes);
  const wrapped = input.bytes('EncryptedKeyMaterial', maxBlobBytes);
  const validTo = readExpiry(input, call.world.now());
  const importType = input.optionalChoice('ImportType', [
    'NEW_KEY_MATERIAL',
    'EXISTING_KEY_MATERIAL',
  ] as const);
  const namedId = input.optionalText('KeyMaterialId', { pattern: /^[a-f0-9]{64}$/ });
  const description = input.optionalText('KeyMaterialDescription', {
    max: 256,
    pattern: /^[a-zA-Z0-9:/_\s.-]*$/,
  });
  requireExternal(key);
  if (key.spec !== 'SYMMETRIC_DEFAULT') {
    const extra = symmetricOnly.find((name) => input.optionalText(name) !== undefined);
    if (extra) refuse('UnsupportedOperationException', `${extra} is not valid for ${key.spec} KMS keys.`);
  }
  if (importType === 'NEW_KEY_MATERIAL' && namedId !== undefined) {
    refuse('ValidationException', 'KeyMaterialId cannot be specified when ImportType is NEW_KEY_MATERIAL');
  }
  requireNot(key, ...toBeDeleted, 'Creating');
  const type = importType ?? (key.materials.length === 0 ? 'NEW_KEY_MATERIAL' : 'EXISTING_KEY_MATERIAL');
  if (key.multiRegion === 'replica') {
    // Guess: AWS refuses both, by its guide; the code and the text are not known.
    if (type === 'NEW_KEY_MATERIAL') onlyOnPrimary(key, 'new key material');
    if (description !== undefined) onlyOnPrimary(key, 'KeyMaterialDescription');
  }

  const bytes = openMaterial(call, key, token, wrapped);
  const id = materialIdOf(key, bytes);
  if (namedId !== undefined && namedId !== id)
    refuse('IncorrectKeyMaterialException', 'The key material has another id.');
  const material = place(key, bytes, type);
  // Guess: a disabled key stays disabled, unless material was missing.
  if (stateOf(key) === 'PendingImport') key.disabled = false;
  material.bytes = bytes;
  material.validTo = validTo;
  if (description !== undefined) material.description = description;
  if (key.multiRegion === 'primary') shareMaterials(call.world, key);
  return { KeyId: key.arn, ...(key.spec === 'SYMMETRIC_DEFAULT' ? { KeyMaterialId: id } : {}) };
}

function onlyOnPrimary(key: PracticeKey, what: string): never {
  refuse('UnsupportedOperationException', `${key.arn} is a replica key; ${what} goes to its primary key.`);
}

function readExpiry(input: Fields, now: number): number | undefined {
  const model =
    input.optionalChoice('ExpirationModel', [
      'KEY_MATERIAL_EXPIRES',
      'KEY_MATERIAL_DOES_NOT_EXPIRE',
    ] as const) ?? 'KEY_MATERIAL_EXPIRES';
  const validTo = input.optionalTime('ValidTo');
  if (model === 'KEY_MATERIAL_DOES_NOT_EXPIRE') {
    if (validTo === undefined) return undefined;
    refuse(
      'ValidationException',
      'A validTo date must not be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE',
    );
  }
  if (validTo === undefined) {
    refuse(
      'ValidationException',
      'A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES',
    );
  }
  if (validTo <= now) refuse('ValidationException', 'The validTo date must be in the future');
  if (validTo > now + yearMs) {
    refuse('ValidationException', 'The validTo date must not be more than 365 days in the future');
  }
  return validTo;
}

function openMaterial(
  { store, world }: Call,
  key: PracticeKey,
  token: Uint8Array,
  wrapped: Uint8Array,
): Uint8Array {
  for (const old of store.importSets.values()) if (old.validTo <= world.now()) old.wrappingKey = undefined;
  const set: ImportSet | undefined = store.importSets.get(Buffer.from(token).toString('hex'));
  if (set?.keyId !== key.id) refuse('InvalidImportTokenException');
  if (set.wrappingKey === undefined) refuse('ExpiredImportTokenException');
  const bytes =
    unwrap(wrapped, set.wrappingKey, set.wrappingAlgorithm) ?? refuse('InvalidCiphertextException');
  return fits(key.spec, bytes)
    ? bytes
    : refuse('IncorrectKeyMaterialException', `The key material does not fit a ${key.spec} key.`);
}

/** Gives the material its place on the key: a new one, or the one it had before. */
function place(
  key: PracticeKey,
  bytes: Uint8Array,
  importType: 'NEW_KEY_MATERIAL' | 'EXISTING_KEY_MATERIAL',
): Material {
  const id = materialIdOf(key, bytes);
  const known = key.materials.find((material) => material.id === id);
  if (importType === 'EXISTING_KEY_MATERIAL') {
    return (
      known ??
      refuse('IncorrectKeyMaterialException', 'The key material is not the one that was imported before.')
    );
  }
  if (known) refuse('IncorrectKeyMaterialException', 'The key material is already on the key.');
  if (permanentMaterials(key).length === 0) return addMaterial(key, bytes, 'CURRENT');
  // Guess: new material is taken while a permanent one is missing, and a waiting one that expired is in its way.
  const waiting = pendingMaterial(key);
  if (waiting) {
    refuse(
      'KMSInvalidStateException',
      `New key material (id: ${id}) cannot be imported into KMS key ${key.arn}, because another key material (id: ${waiting.id}) is pending rotation.`,
    );
  }
  return addMaterial(key, bytes, 'PENDING_ROTATION');
}
