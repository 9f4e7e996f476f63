import { keyIdOf, parseArn } from '../../aws/arn';
import { isInvalidMarker, unexpectedAnswer } from '../../aws/error-code';
import type { DescribedKey, ListedKey } from '../../aws/kms-port';
import { definedOnly } from '../../shared/defined-only';
import { findAliases } from './find-aliases';
import type { RegionKeys } from './key-list';
import { rowOf, unreadableRow } from './key-row';
import { dropKey, forEach, isAboutAll, isDenied, show, type Ended, type RegionPorts } from './region-ports';

const listing = { source: 'kms', operation: 'ListKeys', stage: 'key' } as const;

/** Lists the keys of a Region and describes each; keeps what is imported, and what may not be described. */
export async function findKeys(keys: RegionKeys, ports: RegionPorts): Promise<Ended> {
  const [ended] = await Promise.all([describeAll(keys, ports), findAliases(keys, ports)]);
  // The rows have theirs now; those of other keys would only take room.
  if (ended === 'all') keys.aliases.clear();
  if (!isDenied(ended)) return ended;
  const known = await forEach(knownKeys(keys, ports), (key) => describe(key, keys, ports));
  return known === 'all' ? ended : known;
}

/** Keys that have an alias, and those of this app's own notes. */
function knownKeys(keys: RegionKeys, { ownKeys, home }: RegionPorts): readonly ListedKey[] {
  const own = ownKeys.flatMap((arn) => (isOf(arn, home) ? [keyIdOf(arn)] : []));
  const known = new Set([...own, ...keys.aliases.keys()]);
  for (const keyId of known) keys.listed.add(keyId);
  const { partition, region, accountId } = home;
  return [...known]
    .filter((keyId) => !keys.described.has(keyId))
    .map((keyId) => ({ keyId, arn: `arn:${partition}:kms:${region}:${accountId}:key/${keyId}` }));
}

async function describeAll(keys: RegionKeys, ports: RegionPorts): Promise<Ended> {
  const { lane, kms, updates } = ports;
  const named = new Set<string>();
  const markers = new Set<string>();
  let hasStartedOver = false;
  let page = lane.send(() => kms.listKeys());
  for (;;) {
    const answer = await page;
    if (answer === undefined) return 'stopped';
    if (answer.outcome !== 'done') {
      if (hasStartedOver || !isInvalidMarker(answer.error)) return answer.error;
      ports.log({ event: 'list.startedOver' });
      hasStartedOver = true;
      markers.clear();
      named.clear();
      page = lane.send(() => kms.listKeys());
      continue;
    }
    const { items, next } = answer.value;
    // An endpoint that answers for another Region, or for ever, is not the one of this Region.
    const isForeign = items.some(({ arn }) => !isOf(arn, ports.home));
    if (isForeign || (next !== undefined && markers.has(next))) return unexpectedAnswer(listing);
    if (next !== undefined) {
      markers.add(next);
      // While these are described, the next page is on its way.
      page = lane.send(() => kms.listKeys(next));
    }
    const fresh = items.filter(({ keyId }) => !named.has(keyId) && !keys.described.has(keyId));
    for (const { keyId } of items) {
      named.add(keyId);
      keys.listed.add(keyId);
    }
    updates.region();
    const ended = await forEach(fresh, (key) => describe(key, keys, ports));
    if (ended !== 'all') return ended;
    if (next === undefined) break;
  }
  // Of a list that went on, some may be gone.
  for (const keyId of [...keys.listed]) if (!named.has(keyId)) dropKey(keyId, keys, ports);
  return 'all';
}

function isOf(arn: string, { region, accountId }: RegionPorts['home']): boolean {
  const parts = parseArn(arn);
  return parts?.region === region && parts.accountId === accountId;
}

async function describe(key: ListedKey, keys: RegionKeys, ports: RegionPorts): Promise<Ended> {
  const answer = await ports.lane.send(() => ports.kms.describeInFull(key.arn));
  if (answer === undefined) return 'stopped';
  if (answer.outcome === 'done') {
    keep(answer.value, keys, ports);
  } else if (answer.error.code === 'kms.notFound') {
    dropKey(key.keyId, keys, ports);
    return 'all';
  } else if (isAboutAll(answer.error)) {
    return answer.error;
  } else {
    keys.unreadable += 1;
    show(unreadableRow(key, keys.region), keys, ports);
  }
  keys.described.add(key.keyId);
  ports.updates.region();
  return 'all';
}

function keep(key: DescribedKey, keys: RegionKeys, ports: RegionPorts): void {
  const { facts, isAwsManaged } = key;
  if (facts.origin !== 'EXTERNAL' || isAwsManaged) return;
  const unfinished = ports.unfinished.get(facts.arn);
  keys.toDetail.add(facts.keyId);
  show({ ...rowOf(key, keys.region), ...definedOnly({ unfinished }) }, keys, ports);
}
