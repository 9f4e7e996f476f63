import { createHash } from 'node:crypto';
import type { RecordEvent } from './record-shape';
import { canonicalText } from './record-values';

type Sealed = 'seq' | 'prev' | 'hash';
/** An event that is not in a chain yet. */
export type OpenEvent = RecordEvent extends infer E
  ? E extends RecordEvent
    ? Omit<E, Sealed>
    : never
  : never;

/** The `prev` of the first event. */
export const noHash = '0'.repeat(64);

/** Hex SHA-256 over the RFC 8785 text of an event without its own hash. */
export const hashOfEvent = (event: Readonly<Record<string, unknown>>): string =>
  createHash('sha256').update(canonicalText(event), 'utf8').digest('hex');

/**
 * Chains events: each gets its number and the hash of the event before it.
 *
 * @returns the bytes of the file: `{"events":[…],"head":"…"}` in the canonical form of RFC 8785, and a line end. `head`
 * is the last hash, and so stands for the whole file.
 */
export function recordBytes(events: readonly OpenEvent[]): Uint8Array {
  let head = noHash;
  const chained = events.map((event, seq) => {
    const linked = { ...event, seq, prev: head };
    head = hashOfEvent(linked);
    return { ...linked, hash: head };
  });
  return Buffer.from(`${canonicalText({ events: chained, head })}\n`, 'utf8');
}
