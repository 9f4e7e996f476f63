import type {
  AliasListEntry,
  GetKeyLastUsageResponse,
  KeyListEntry,
  KeyMetadata,
  RotationsListEntry,
} from '@aws-sdk/client-kms';
import { definedOnly } from '../shared/defined-only';
import type { KeyMaterialRole } from '../shared/views/keys';
import { parseArn } from './arn';
import { dateOf, keyFactsOf, sameKey, textOf, wordOf } from './kms-answers';
import type { DescribedKey, KeyMaterialFacts, LastUseFacts, ListedKey } from './kms-port';

/** @returns undefined if an entry is no key. */
export function listedKeysOf(keys: readonly KeyListEntry[] | undefined): readonly ListedKey[] | undefined {
  if (!Array.isArray(keys)) return undefined;
  const listed = keys.flatMap(({ KeyId, KeyArn }: KeyListEntry): ListedKey[] => {
    const [keyId, arn] = [textOf(KeyId, 2048), textOf(KeyArn, 2048)];
    if (keyId === undefined || arn === undefined) return [];
    const parts = parseArn(arn);
    return parts?.service === 'kms' && parts.resource === `key/${keyId}` ? [{ keyId, arn }] : [];
  });
  return listed.length === keys.length ? listed : undefined;
}

/** Those of customer keys. An alias of AWS may point to no key yet. */
export function aliasesIn(
  aliases: readonly AliasListEntry[],
): readonly (readonly [keyId: string, alias: string])[] {
  return aliases.flatMap(({ AliasName, TargetKeyId }) => {
    const [name, keyId] = [textOf(AliasName, 256), textOf(TargetKeyId, 2048)];
    if (name === undefined || keyId === undefined) return [];
    if (!name.startsWith('alias/') || name.startsWith('alias/aws/')) return [];
    return [[keyId, name.slice('alias/'.length)] as const];
  });
}

/** @returns undefined when a key's metadata contradicts itself or lacks what AWS always sends. */
export function describedKeyOf(metadata: KeyMetadata | undefined): DescribedKey | undefined {
  const facts = keyFactsOf(metadata);
  if (metadata === undefined || facts === undefined) return undefined;
  return {
    facts,
    isAwsManaged: metadata.KeyManager === 'AWS',
    ...definedOnly({
      usage: metadata.KeyUsage,
      deletionAt: dateOf(metadata.DeletionDate),
      multiRegion: multiRegionOf(metadata),
    }),
  };
}

function multiRegionOf({ Arn, MultiRegionConfiguration }: KeyMetadata): DescribedKey['multiRegion'] {
  if (MultiRegionConfiguration === undefined) return undefined;
  const { MultiRegionKeyType, PrimaryKey, ReplicaKeys = [] } = MultiRegionConfiguration;
  const own = parseArn(Arn ?? '')?.region;
  const regions = [PrimaryKey, ...ReplicaKeys].flatMap((key) => parseArn(key?.Arn ?? '')?.region ?? []);
  return {
    role: MultiRegionKeyType === 'REPLICA' ? 'replica' : 'primary',
    otherRegions: [...new Set(regions)].filter((region) => region !== own).sort(),
  };
}

const roles: readonly KeyMaterialRole[] = [
  'CURRENT',
  'PENDING_ROTATION',
  'PENDING_MULTI_REGION_IMPORT_AND_ROTATION',
  'NON_CURRENT',
];

/** @returns undefined if an entry is no material of this key. */
export function materialsOf(
  entries: readonly RotationsListEntry[] | undefined,
  keyId: string,
): readonly KeyMaterialFacts[] | undefined {
  if (!Array.isArray(entries)) return undefined;
  const materials = entries.map((entry: RotationsListEntry) => materialOf(entry, keyId));
  const known = materials.filter((material) => material !== undefined);
  return known.length === materials.length ? known : undefined;
}

function materialOf(entry: RotationsListEntry, keyId: string): KeyMaterialFacts | undefined {
  const { KeyId, KeyMaterialId: id, KeyMaterialState, ImportState, RotationType } = entry;
  const role = roles.find((known) => known === KeyMaterialState);
  if (id === undefined || !/^[0-9a-f]{64}$/.test(id) || role === undefined) return undefined;
  if (KeyId !== undefined && !sameKey(KeyId, keyId)) return undefined;
  return {
    id,
    role,
    isThere: ImportState === 'IMPORTED',
    isByDemand: RotationType === 'ON_DEMAND',
    ...definedOnly({
      validTo: dateOf(entry.ValidTo),
      description: textOf(entry.KeyMaterialDescription, 256),
      rotatedAt: dateOf(entry.RotationDate),
    }),
  };
}

/** The current material first, then those that wait, then the former ones, the latest first. */
export const inOrder = (a: KeyMaterialFacts, b: KeyMaterialFacts): number =>
  roles.indexOf(a.role) - roles.indexOf(b.role) ||
  (b.rotatedAt?.getTime() ?? 0) - (a.rotatedAt?.getTime() ?? 0);

/** @returns undefined if it is about another key. */
export function lastUseOf(answer: GetKeyLastUsageResponse, keyId: string): LastUseFacts | undefined {
  const { KeyId, KeyLastUsage, TrackingStartDate } = answer;
  if (KeyId !== undefined && !sameKey(KeyId, keyId)) return undefined;
  const [operation, at] = [wordOf(KeyLastUsage?.Operation), dateOf(KeyLastUsage?.Timestamp)];
  return definedOnly({
    trackedSince: dateOf(TrackingStartDate),
    last: operation !== undefined && at !== undefined ? { operation, at } : undefined,
  });
}
