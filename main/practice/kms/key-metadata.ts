import type { PracticeKey } from '../store';
import { algorithmsOf } from './key-specs';
import { currentMaterial, permanentMaterials, stateOf } from './key-state';

/** Seconds since 1970, as the JSON protocol carries a time. */
export const wireTime = (ms: number): number => ms / 1000;

/**
 * KeyMetadata of CreateKey and DescribeKey. Members without a value are absent, as in AWS's answers.
 * Source: AWS KMS API Reference, KeyMetadata.
 */
export function metadataOf(key: PracticeKey): Readonly<Record<string, unknown>> {
  const state = stateOf(key);
  const current = currentMaterial(key);
  const present = permanentMaterials(key).filter(({ bytes }) => bytes !== undefined);
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
    Origin: key.origin,
    ...(key.origin === 'EXTERNAL' && present.length > 0 ? expirationOf(ends) : {}),
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: key.spec,
    KeySpec: key.spec,
    ...algorithmsOf(key.spec, key.usage),
    MultiRegion: key.multiRegion,
    ...(key.multiRegion ? { MultiRegionConfiguration: primaryOnly(key) } : {}),
    ...(key.spec === 'SYMMETRIC_DEFAULT' && current ? { CurrentKeyMaterialId: current.id } : {}),
  };
}

function expirationOf(ends: readonly number[]): Readonly<Record<string, unknown>> {
  if (ends.length === 0) return { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' };
  return { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: wireTime(Math.min(...ends)) };
}

function primaryOnly({ arn, region }: PracticeKey): object {
  return { MultiRegionKeyType: 'PRIMARY', PrimaryKey: { Arn: arn, Region: region }, ReplicaKeys: [] };
}
