import { useMemo, useState } from 'react';
import type { KeyRow } from '../../../main/shared/views/keys';
import { useDeadline } from '../../base/use-now';

/** AWS keeps whole seconds; so late it is asked, that its own clock has surely come there as well. */
const lateMs = 1000;

/** States in which material of a key can still expire. */
const isThere = ({ state }: KeyRow): boolean => state === 'Enabled' || state === 'Disabled';

/**
 * Tells once of each key whose expiry comes while it is shown.
 *
 * @param opened need not be in the list
 * @param offsetMs AWS's time minus this computer's
 */
export function useExpiryReached(
  list: ReadonlyMap<string, KeyRow>,
  opened: KeyRow | undefined,
  offsetMs: number,
  onReached: (arns: readonly string[]) => void,
): void {
  const rows = useMemo(
    () => (opened === undefined || list.has(opened.arn) ? list : new Map(list).set(opened.arn, opened)),
    [list, opened],
  );
  const at = (local: number): string => new Date(local + offsetMs - lateMs).toISOString();
  const [toldUntil, setToldUntil] = useState(() => at(Date.now()));
  const next = useMemo(() => firstExpiry(rows, toldUntil), [rows, toldUntil]);
  useDeadline(
    next === undefined ? undefined : new Date(new Date(next).getTime() - offsetMs + lateMs).toISOString(),
    () => {
      const until = at(Date.now());
      onReached([...rows.values()].filter((row) => isBetween(row, toldUntil, until)).map(({ arn }) => arn));
      setToldUntil(until);
    },
  );
}

function firstExpiry(rows: ReadonlyMap<string, KeyRow>, after: string): string | undefined {
  let first: string | undefined;
  for (const row of rows.values()) {
    if (isBetween(row, after, first ?? '~')) first = row.validTo;
  }
  return first;
}

/** Both ISO 8601, UTC. */
const isBetween = (row: KeyRow, after: string, until: string): boolean =>
  row.validTo !== undefined && isThere(row) && row.validTo > after && row.validTo <= until;
