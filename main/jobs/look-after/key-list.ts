import type { AppError } from '../../shared/errors';
import { definedOnly } from '../../shared/defined-only';
import type { KeyRow, RegionReading } from '../../shared/views/keys';
import type { Mode } from '../../shared/views/aws';

/** What was read of one Region: the list goes on from here after a new sign-in. */
export interface RegionKeys {
  readonly region: string;
  state: RegionReading['state'];
  error: AppError | undefined;
  /** Why the aliases are missing. */
  aliasError: AppError | undefined;
  /** Key ids that ListKeys named, of keys of any origin. */
  readonly listed: Set<string>;
  /** Those that were described, or may not be. */
  readonly described: Set<string>;
  unreadable: number;
  /** Imported keys, and those that may not be described, by key id. */
  readonly rows: Map<string, KeyRow>;
  /** Key ids of imported keys of which materials and policy are not read yet. */
  readonly toDetail: Set<string>;
  detailed: number;
  /** By key id; without `alias/`. */
  readonly aliases: Map<string, readonly string[]>;
}

/** A list of imported keys, in memory, until its job is left. */
export interface KeyList {
  readonly id: string;
  readonly mode: Mode;
  readonly accountId: string;
  readonly regions: Map<string, RegionKeys>;
}

export const newRegion = (region: string): RegionKeys => ({
  region,
  state: 'waiting',
  error: undefined,
  aliasError: undefined,
  listed: new Set(),
  described: new Set(),
  unreadable: 0,
  rows: new Map(),
  toDetail: new Set(),
  detailed: 0,
  aliases: new Map(),
});

export const readingOf = (keys: RegionKeys, isThrottled: boolean): RegionReading => ({
  region: keys.region,
  state: keys.state,
  listed: keys.listed.size,
  described: keys.described.size,
  unreadable: keys.unreadable,
  detailed: keys.detailed,
  ...(isThrottled && keys.state === 'reading' ? { isThrottled } : {}),
  ...definedOnly({ error: keys.error, aliasError: keys.aliasError }),
});
