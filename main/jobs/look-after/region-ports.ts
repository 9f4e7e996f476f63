import type { KmsPort } from '../../aws/kms-port';
import type { LogEntry } from '../../platform/log';
import type { AppError } from '../../shared/errors';
import type { SignedInView } from '../../shared/views/aws';
import type { KeyRow } from '../../shared/views/keys';
import type { RegionKeys } from './key-list';
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

/** Whether keys may not be listed, so that only those are read that are known from elsewhere. */
export const isDenied = (ended: Ended): boolean =>
  typeof ended === 'object' && ended.code === 'aws.accessDenied';

/** Whether an error is about the way to AWS or the sign-in, and not about one key. */
export const isAboutAll = ({ code }: AppError): boolean =>
  code.startsWith('network.') || code.startsWith('credentials.') || code === 'aws.unavailable';

export function show(row: KeyRow, keys: RegionKeys, { updates }: RegionPorts): void {
  const named = { ...row, aliases: keys.aliases.get(row.keyId) ?? row.aliases };
  keys.rows.set(row.keyId, named);
  updates.row(named);
}

/** A key that AWS does not know any more. */
export function dropKey(keyId: string, keys: RegionKeys, { updates, log }: RegionPorts): void {
  log({ event: 'list.keyGone' });
  keys.listed.delete(keyId);
  keys.described.delete(keyId);
  keys.toDetail.delete(keyId);
  const row = keys.rows.get(keyId);
  keys.rows.delete(keyId);
  if (row) updates.gone(row.arn);
  updates.region();
}

/** Works on several at a time, as many as may be in flight, until one ends it. */
export async function forEach<T>(items: readonly T[], work: (item: T) => Promise<Ended>): Promise<Ended> {
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
