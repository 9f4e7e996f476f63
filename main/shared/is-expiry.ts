import type { Expiry } from './views/aws';

/** Whether a value has the form of an expiry, on the wire or in a note. Its meaning is checked elsewhere. */
export function isExpiry(value: unknown): value is Expiry {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const fields = Object.keys(value).length;
  if (value.kind === 'never') return fields === 1;
  if (value.kind !== 'on' || fields !== 2 || !('validTo' in value)) return false;
  return typeof value.validTo === 'string' && value.validTo.length <= 64;
}
