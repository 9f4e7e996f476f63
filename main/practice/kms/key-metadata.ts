import type { PracticeKey } from '../store';
import type { World } from '../world';
import { algorithmsOf } from './key-specs';
import { currentMaterial, permanentMaterials, stateOf } from './key-state';
import { relatedKeys } from './multi-region/related-keys';

/** Seconds since 1970, as the JSON protocol carries a time. */
export const wireTime = (ms: number): number => ms / 1000;

/**
 * KeyMetadata of CreateKey and DescribeKey. Members without a value are absent, as in AWS's answers.
 * Source: AWS KMS API Reference, KeyMetadata.
 */
export function metadataOf(world: World, key: PracticeKey): Readonly<Record<string, unknown>> {
  const state = stateOf(key);
  const current = currentMaterial(key);
  const isKeptHere = key.origin !== 'EXTERNAL_KEY_STORE';
  const present = permanentMaterials(key).filter(({ bytes }) => bytes !== undefined);
  // Guess: with one of several materials missing, those that are there still count for ValidTo.
  const ends = present.flatMap(({ validTo }) => (validTo === undefined ? [] : [validTo]));
  return {
    AWSAccountId: key.accountId,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: wireTime(key.createdAt),
    Enabled: state === 'Enabled',
    Description: key.description,
    KeyUsage: key.usage,
    KeyState: state,
    ...(key.deletionAt === undefined ? {} : { DeletionDate: wireTime(key.deletionAt) }),
    ...(key.deletionDays === undefined ? {} : { PendingDeletionWindowInDays: key.deletionDays }),
    Origin: key.origin,
    ...(isKeptHere
      ? {}
      : { CustomKeyStoreId: 'cks-0123456789abcdef0', XksKeyConfiguration: { Id: 'practice' } }),
    ...(key.origin === 'EXTERNAL' && present.length > 0 ? expirationOf(ends) : {}),
    KeyManager: key.manager,
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    ...algorithmsOf(key.spec, key.usage),
    MultiRegion: key.multiRegion !== undefined,
    ...(key.multiRegion ? { MultiRegionConfiguration: regionsOf(world, key) } : {}),
    ...(isKeptHere && key.spec === 'SYMMETRIC_DEFAULT' && current && state !== 'Creating'
      ? { CurrentKeyMaterialId: current.id }
      : {}),
  };
}

function expirationOf(ends: readonly number[]): Readonly<Record<string, unknown>> {
  if (ends.length === 0) return { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };
  return { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: wireTime(Math.min(...ends)) };
}

function regionsOf(world: World, key: PracticeKey): object {
  const related = relatedKeys(world, key).toSorted((one, other) => (one.region < other.region ? -1 : 1));
  const entries = (type: PracticeKey['multiRegion']) =>
    related
      .filter(({ multiRegion }) => multiRegion === type)
      .map(({ arn, region }) => ({ Arn: arn, Region: region }));
  return {
    MultiRegionKeyType: key.multiRegion === 'primary' ? 'PRIMARY' : 'REPLICA',
    PrimaryKey: entries('primary')[0],
    ReplicaKeys: entries('replica'),
  };
}
