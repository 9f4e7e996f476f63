import type { Expiry } from '../../main/shared/views/aws';

const dayMs = 24 * 60 * 60 * 1000;

/** ImportKeyMaterial: `ValidTo` is at most this far ahead. */
const longestDays = 365;

/** The last instant that AWS accepts as an expiry. */
function lastExpiry(now: Date): Date {
  return new Date(now.getTime() + longestDays * dayMs);
}

/** The end of a day (`2027-03-01`) on this computer: key material is usable all day. Undefined if it is not a day. */
export function expiryOfDay(day: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const end = new Date(`${day}T23:59:59`);
  return Number.isNaN(end.getTime()) ? undefined : end;
}

/** A day, as the field gives it: `2027-03-01`, or as much of it as has been typed. */
export type ExpiryFields = { readonly kind: 'never' } | { readonly kind: 'on'; readonly day: string };

/** Undefined while no day is chosen, or one that AWS does not accept. */
export function expiryOf(fields: ExpiryFields, now: Date): Expiry | undefined {
  if (fields.kind === 'never') return fields;
  const validTo = expiryOfDay(fields.day);
  if (!validTo || validTo <= now || validTo > lastExpiry(now)) return undefined;
  return { kind: 'on', validTo: validTo.toISOString() };
}
