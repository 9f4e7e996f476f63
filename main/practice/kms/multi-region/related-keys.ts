import type { Material, PracticeKey } from '../../store';
import type { World } from '../../world';

/** The key in every Region in which it is: a primary key and its replicas, or the one key of a single Region. */
export function relatedKeys(world: World, key: PracticeKey): readonly PracticeKey[] {
  if (key.multiRegion === undefined) return [key];
  return world.stores().flatMap(({ keys }) => {
    const related = keys.get(key.id);
    return related ? [related] : [];
  });
}

/** Whether each Region of the key has the bytes of this material. */
export function isEverywhere(world: World, key: PracticeKey, { id }: Material): boolean {
  return relatedKeys(world, key).every(({ materials }) =>
    materials.some((material) => material.id === id && material.bytes !== undefined),
  );
}

/**
 * Tells the replicas of a primary key which materials it has, and of which role. Bytes never leave their Region, except
 * those that AWS itself generated.
 * Source: AWS KMS Developer Guide, "Multi-Region keys", "Importing key material", "Rotating keys on demand".
 */
export function shareMaterials(world: World, primary: PracticeKey): void {
  for (const key of relatedKeys(world, primary)) if (key !== primary) follow(key, primary);
}

function follow(replica: PracticeKey, primary: PracticeKey): void {
  const known = new Map(replica.materials.map((material) => [material.id, material]));
  const followed = primary.materials.map((material): Material => {
    const own = known.get(material.id);
    const given = primary.origin === 'EXTERNAL' ? undefined : material.bytes?.slice();
    return { ...material, bytes: own?.bytes ?? given, validTo: own?.validTo };
  });
  replica.materials.splice(0, replica.materials.length, ...followed);
}
