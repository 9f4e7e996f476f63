import type { Expiry } from '../../main/shared/views/aws';

const dayMs = 24 * 60 * 60 * 1000;

/** ImportKeyMaterial: `ValidTo` is at most this far ahead. */
const longestDays = 365;

/** The last instant that AWS accepts as an expiry. */
export function lastExpiry(now: Date): Date {
  return new Date(now.getTime() + longestDays * dayMs);
}

export function endOfDay(day: Date): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), 23, 59, 59);
}

/** The end of a day (`2027-03-01`) on this computer: key material is usable all day. Undefined if it is empty. */
export function expiryOfDay(day: string): Date | undefined {
  return day === '' ? undefined : new Date(`${day}T23:59:59`);
}

export type ExpiryFields =
  | { readonly kind: 'never' }
  | {
      readonly kind: 'on';
      /** As it was typed. */
      readonly typed: string;
      /** What that means, `2027-03-01`; empty while it is no day. */
      readonly day: string;
    };

/** Why AWS would not accept the end of a day as the expiry; undefined where it would. */
export function expiryFault(validTo: Date, now: Date): 'past' | 'too-far' | undefined {
  if (validTo <= now) return 'past';
  return validTo > lastExpiry(now) ? 'too-far' : undefined;
}

/** Undefined while no day is chosen, or one that AWS does not accept. */
export function expiryOf(fields: ExpiryFields, now: Date): Expiry | undefined {
  if (fields.kind === 'never') return fields;
  const validTo = expiryOfDay(fields.day);
  if (!validTo || expiryFault(validTo, now)) return undefined;
  return { kind: 'on', validTo: validTo.toISOString() };
}
