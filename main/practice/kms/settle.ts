import type { PracticeKey, RegionStore } from '../store';
import type { World } from '../world';
import { currentMaterial, expireMaterials, pendingMaterial } from './key-state';
import { relatedKeys, shareMaterials } from './multi-region/related-keys';

const dayMs = 24 * 60 * 60 * 1000;

/** Lets happen to a key, in all its Regions, what its time has come for: expiry, the end of a change, deletion. */
export function settle(world: World, key: PracticeKey): void {
  const now = world.now();
  for (const one of relatedKeys(world, key)) {
    expireMaterials(one, now);
    if (one.busy && one.busy.until <= now) one.busy = undefined;
    if (one.rotation && one.rotation.until <= now) finishRotation(world, one);
    if (isOver(one, now)) remove(world, one);
  }
}

/** Deletion comes exactly at its date here; AWS takes up to a day more. */
const isOver = ({ deletionAt }: PracticeKey, now: number): boolean =>
  deletionAt !== undefined && deletionAt <= now;

/** Lets the keys of a Region go whose deletion is due, and their aliases. */
export function removeDue(world: World, { keys }: RegionStore): void {
  for (const key of keys.values()) if (isOver(key, world.now())) settle(world, key);
}

/** The waiting period of a primary key begins when its last replica is gone. */
function remove(world: World, key: PracticeKey): void {
  const store = world.regionStore(key.region);
  store.keys.delete(key.id);
  for (const [name, { keyId }] of store.aliases) if (keyId === key.id) store.aliases.delete(name);
  const [left, ...others] = relatedKeys(world, key);
  if (left?.deletionDays === undefined || others.length > 0) return;
  left.deletionAt = (key.deletionAt ?? world.now()) + left.deletionDays * dayMs;
  left.deletionDays = undefined;
  settle(world, left);
}

function finishRotation(world: World, key: PracticeKey): void {
  const [former, next] = [currentMaterial(key), pendingMaterial(key)];
  key.rotation = undefined;
  if (!next) return;
  if (former) former.state = 'NON_CURRENT';
  next.state = 'CURRENT';
  next.rotatedAt = world.now();
  shareMaterials(world, key);
}
