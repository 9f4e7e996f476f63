import type { KeyRow } from '../../../main/shared/views/keys';
import { relatedName } from '../../words/look-after/list';
import {
  daysUntil,
  mayBeInUse,
  neededAction,
  soonDays,
  standingOf,
  type NextAction,
  type Standing,
} from './standing';

export type Column = 'name' | 'state' | 'expires' | 'material' | 'receivers' | 'region' | 'created';

export type QuickFilter = 'all' | 'attention' | 'expiring' | 'unfinished' | 'deletion';

/** What the person looks for, and in which order. */
export interface Arrangement {
  readonly text: string;
  readonly quick: QuickFilter;
  readonly sortedBy: Column;
  readonly isDescending: boolean;
}

/** What needs attention first, then the fewest days left. */
export const usualArrangement: Arrangement = {
  text: '',
  quick: 'all',
  sortedBy: 'expires',
  isDescending: false,
};

/** A row with all that the list asks of it again and again. */
export interface ListedKey {
  readonly row: KeyRow;
  readonly name: string;
  /** In small letters. */
  readonly sortName: string;
  readonly standing: Standing;
  readonly needs: NextAction | undefined;
  /** Whole days until the material expires; absent if it does not, and for keys without material. */
  readonly days?: number;
  /** Whether somebody may be importing into it at the moment. */
  readonly isYoung: boolean;
  /** In small letters: all that the filter looks at. */
  readonly said: string;
}

/**
 * The keys of the list, by name.
 *
 * @param stateWords what the filter finds a state by
 */
export function listedKeys(
  rows: Iterable<KeyRow>,
  now: Date,
  stateWords: Readonly<Record<Standing, string>>,
): readonly ListedKey[] {
  const all = [...rows];
  const names = aliasesAnywhere(all);
  return all.map((row) => knownKey(row, nameOf(row, names), now, stateWords)).sort(byName);
}

/** The first alias of each multi-Region key that has one in some Region, by key ID: that is the same in all of them. */
function aliasesAnywhere(rows: readonly KeyRow[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { multiRegion, keyId, aliases } of rows) {
    if (multiRegion !== undefined && aliases[0] !== undefined) names.set(keyId, aliases[0]);
  }
  return names;
}

/** The first alias; for a multi-Region key without one here, that of its other Region; or the key ID. */
function nameOf(row: KeyRow, names: ReadonlyMap<string, string>): string {
  const elsewhere = row.multiRegion && names.get(row.keyId);
  return row.aliases.length > 0 || !elsewhere ? keyName(row) : relatedName(row.multiRegion, elsewhere);
}

/** While a long list is read, most of its rows stay as they are. */
const known = new WeakMap<KeyRow, { readonly at: number; readonly key: ListedKey }>();

function knownKey(
  row: KeyRow,
  name: string,
  now: Date,
  stateWords: Readonly<Record<Standing, string>>,
): ListedKey {
  const before = known.get(row);
  if (before?.at === now.getTime() && before.key.name === name) return before.key;
  const key = listedKey(row, name, now, stateWords);
  known.set(row, { at: now.getTime(), key });
  return key;
}

function listedKey(
  row: KeyRow,
  name: string,
  now: Date,
  stateWords: Readonly<Record<Standing, string>>,
): ListedKey {
  const standing = standingOf(row, now);
  const said = [
    name,
    ...row.aliases,
    row.arn,
    row.description,
    ...(row.receivers ?? []),
    stateWords[standing],
  ];
  return {
    row,
    name,
    sortName: name.toLowerCase(),
    standing,
    needs: neededAction(row, standing, now),
    isYoung: mayBeInUse(row, now),
    ...(row.validTo === undefined ? {} : { days: daysUntil(row.validTo, now) }),
    said: said.join('\n').toLowerCase(),
  };
}

/** The first alias, or the key ID where there is none. */
export const keyName = ({ aliases, keyId }: Pick<KeyRow, 'aliases' | 'keyId'>): string => aliases[0] ?? keyId;

const quickFilters: Record<QuickFilter, (key: ListedKey) => boolean> = {
  all: () => true,
  attention: ({ needs }) => needs !== undefined,
  expiring: ({ days, standing }) => days !== undefined && days < soonDays && standing !== 'deletion',
  unfinished: ({ row, standing }) =>
    row.unfinished !== undefined || standing === 'never-had' || standing === 'unsure',
  deletion: ({ standing }) => standing === 'deletion' || standing === 'replica-deletion',
};

export type QuickCounts = Readonly<Record<QuickFilter, number>>;

export function quickCounts(keys: readonly ListedKey[]): QuickCounts {
  const count = (name: QuickFilter): number =>
    keys.reduce((sum, key) => (quickFilters[name](key) ? sum + 1 : sum), 0);
  return {
    all: keys.length,
    attention: count('attention'),
    expiring: count('expiring'),
    unfinished: count('unfinished'),
    deletion: count('deletion'),
  };
}

/**
 * Those that are looked for, in order. Every word of the text has to be there, wherever it stands.
 *
 * @param keys by name, as keys that are alike otherwise stay
 */
export function arranged(keys: readonly ListedKey[], arrangement: Arrangement): readonly ListedKey[] {
  const words = arrangement.text.toLowerCase().split(/\s+/).filter(Boolean);
  const isShown = quickFilters[arrangement.quick];
  const compare = orders[arrangement.sortedBy];
  const way = arrangement.isDescending ? -1 : 1;
  return keys
    .filter((key) => isShown(key) && words.every((word) => key.said.includes(word)))
    .sort((one, other) => way * compare(one, other));
}

/** The order of what is urgent: what stopped, what stops next, what waits for somebody, and all that is well. */
const urgency: readonly (readonly Standing[])[] = [
  ['stopped', 'expiry-reached', 'replica-empty'],
  ['expires-soon'],
  ['deletion', 'replica-deletion'],
  ['never-had', 'unsure'],
  ['disabled'],
  ['works', 'busy', 'other'],
  ['unreadable'],
];
const ranks = new Map(urgency.flatMap((standings, rank) => standings.map((each) => [each, rank] as const)));
const rankOf = ({ standing }: ListedKey): number => ranks.get(standing) ?? 0;

type Order = (one: ListedKey, other: ListedKey) => number;

/** Without the rules of a language, which take half a second for ten thousand keys. */
const inOrder = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
const byName: Order = (one, other) =>
  inOrder(one.sortName, other.sortName) || inOrder(one.row.arn, other.row.arn);
/** What has no such date comes last. */
const byInstant = (one = '~', other = '~'): number => inOrder(one, other);
const missing = ({ row: { materials } }: ListedKey): number =>
  materials === undefined ? 0 : materials.there - materials.needed;

const orders: Record<Column, Order> = {
  name: byName,
  state: (one, other) => rankOf(one) - rankOf(other),
  expires: (one, other) => rankOf(one) - rankOf(other) || byInstant(one.row.validTo, other.row.validTo),
  material: (one, other) => missing(one) - missing(other),
  receivers: (one, other) => (other.row.receivers?.length ?? 0) - (one.row.receivers?.length ?? 0),
  region: (one, other) => inOrder(one.row.region, other.row.region),
  created: (one, other) => byInstant(one.row.createdAt, other.row.createdAt),
};
