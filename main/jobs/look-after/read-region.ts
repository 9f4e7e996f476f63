import { keyIdOf, parseArn } from '../../aws/arn';
import { isInvalidMarker, unexpectedAnswer } from '../../aws/error-code';
import type { CallOutcome, DescribedKey, KmsPort, ListedKey } from '../../aws/kms-port';
import { admittedAccounts } from '../../aws/policy/admitted-accounts';
import { readPolicyText } from '../../aws/policy/read-policy';
import type { LogEntry } from '../../platform/log';
import { definedOnly } from '../../shared/defined-only';
import type { AppError } from '../../shared/errors';
import type { SignedInView } from '../../shared/views/aws';
import type { KeyRow } from '../../shared/views/keys';
import type { RegionKeys } from './key-list';
import { isSymmetric, rowOf, unreadableRow, withMaterials } from './key-row';
import type { ListUpdates } from './list-updates';
import { mostInFlight, type Lane } from './pace';

export interface RegionPorts {
  /** Tries each call once. */
  readonly kms: KmsPort;
  readonly home: Pick<SignedInView, 'partition' | 'region' | 'accountId'>;
  readonly lane: Lane;
  readonly updates: ListUpdates;
  /** Handles of this app's unfinished work, by the ARN of its key. */
  readonly unfinished: ReadonlyMap<string, string>;
  /** ARNs of keys that this app worked on: where keys may not be listed, these are known. */
  readonly ownKeys: readonly string[];
  readonly log: (entry: LogEntry) => void;
}

/** How far it came: to its end, until it was stopped, or until what AWS answered. */
export type Ended = 'all' | 'stopped' | AppError;

/** Lists the keys of a Region and describes each; keeps what is imported, and what may not be described. */
export async function findKeys(keys: RegionKeys, ports: RegionPorts): Promise<Ended> {
  const [ended] = await Promise.all([describeAll(keys, ports), findAliases(keys, ports)]);
  if (!isDenied(ended)) return ended;
  const known = await forEach(knownKeys(keys, ports), (key) => describe(key, keys, ports));
  return known === 'all' ? ended : known;
}

/** Whether keys may not be listed, so that only those are read that are known from elsewhere. */
export const isDenied = (ended: Ended): boolean =>
  typeof ended === 'object' && ended.code === 'aws.accessDenied';

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

/** Reads materials and policy of the imported keys; first of those that stopped, then of those that expire first. */
export async function readDetails(keys: RegionKeys, ports: RegionPorts): Promise<Ended> {
  const rows = [...keys.toDetail].flatMap((keyId) => keys.rows.get(keyId) ?? []).sort(byUrgency);
  return await forEach(rows, ({ keyId }) => readDetail(keyId, keys, ports));
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

const listing = { source: 'kms', operation: 'ListKeys', stage: 'key' } as const;

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

async function findAliases(keys: RegionKeys, ports: RegionPorts): Promise<void> {
  const markers = new Set<string>();
  let marker: string | undefined;
  let hasStartedOver = false;
  for (;;) {
    const from = marker;
    const answer = await ports.lane.send(() => ports.kms.listAliases(from));
    if (answer === undefined) return;
    if (answer.outcome === 'done') {
      nameKeys(answer.value.items, keys, ports);
      marker = answer.value.next;
      if (marker === undefined || markers.has(marker)) return;
      markers.add(marker);
    } else if (!hasStartedOver && isInvalidMarker(answer.error)) {
      hasStartedOver = true;
      marker = undefined;
      markers.clear();
    } else {
      keys.aliasError = answer.error;
      return;
    }
  }
}

function nameKeys(
  aliases: readonly (readonly [keyId: string, alias: string])[],
  keys: RegionKeys,
  ports: RegionPorts,
): void {
  for (const [keyId, alias] of aliases) {
    const known = keys.aliases.get(keyId) ?? [];
    if (known.includes(alias)) continue;
    keys.aliases.set(keyId, [...known, alias].sort());
    const row = keys.rows.get(keyId);
    if (row) show(row, keys, ports);
  }
}

async function readDetail(keyId: string, keys: RegionKeys, ports: RegionPorts): Promise<Ended> {
  const { kms, lane } = ports;
  const row = keys.rows.get(keyId);
  if (row === undefined) return 'all';
  const materials = isSymmetric(row) ? await lane.send(() => kms.listMaterials(row.arn), 'later') : 'none';
  const policy = await lane.send(() => kms.getKeyPolicy(row.arn), 'later');
  if (materials === undefined || policy === undefined) return 'stopped';
  for (const answer of materials === 'none' ? [policy] : [materials, policy]) {
    if (answer.outcome === 'done') continue;
    if (isAboutAll(answer.error)) return answer.error;
    if (answer.error.code === 'kms.notFound') {
      dropKey(keyId, keys, ports);
      return 'all';
    }
  }
  const known = keys.rows.get(keyId) ?? row;
  const counted =
    materials !== 'none' && materials.outcome === 'done' ? withMaterials(known, materials.value) : known;
  show({ ...counted, ...receiversIn(policy, ports.home.accountId) }, keys, ports);
  keys.toDetail.delete(keyId);
  keys.detailed += 1;
  ports.updates.region();
  return 'all';
}

function receiversIn(policy: CallOutcome<string>, ownAccount: string): Partial<KeyRow> {
  if (policy.outcome !== 'done') return { receiversUnread: true };
  const { accounts, maybeMore } = admittedAccounts(readPolicyText(policy.value), ownAccount);
  return { receivers: accounts, ...(maybeMore ? { receiversUnread: true } : {}) };
}

function show(row: KeyRow, keys: RegionKeys, { updates }: RegionPorts): void {
  const named = { ...row, aliases: keys.aliases.get(row.keyId) ?? row.aliases };
  keys.rows.set(row.keyId, named);
  updates.row(named);
}

/** A key that AWS does not know any more. */
function dropKey(keyId: string, keys: RegionKeys, { updates, log }: RegionPorts): void {
  log({ event: 'list.keyGone' });
  keys.listed.delete(keyId);
  keys.described.delete(keyId);
  keys.toDetail.delete(keyId);
  const row = keys.rows.get(keyId);
  keys.rows.delete(keyId);
  if (row) updates.gone(row.arn);
  updates.region();
}

/** Whether an error is about the way to AWS or the sign-in, and not about one key. */
const isAboutAll = ({ code }: AppError): boolean =>
  code.startsWith('network.') || code.startsWith('credentials.') || code === 'aws.unavailable';

function byUrgency(a: KeyRow, b: KeyRow): number {
  const waits = (row: KeyRow) => Number(row.state === 'PendingImport');
  return waits(b) - waits(a) || (a.validTo ?? '9').localeCompare(b.validTo ?? '9');
}

/** Works on several at a time, as many as may be in flight, until one ends it. */
async function forEach<T>(items: readonly T[], work: (item: T) => Promise<Ended>): Promise<Ended> {
  // A generator that is left ends for everybody; an array's own iterator does not.
  const left = (function* () {
    yield* items;
  })();
  const one = async (): Promise<Ended> => {
    for (const item of left) {
      const ended = await work(item);
      if (ended !== 'all') return ended;
    }
    return 'all';
  };
  const ends = await Promise.all(Array.from({ length: mostInFlight }, one));
  return ends.find((ended) => ended !== 'all') ?? 'all';
}
