import { lastExpiry, type ExpiryFields } from '../../../intake/expiry';
import type { AgainAction } from '../../../words/look-after/import-again';

/** Brought back, it does not expire; extended, it lasts as long as AWS allows, in whole days. */
export function usualExpiry(action: AgainAction, now: Date): ExpiryFields {
  if (action === 'import-again') return { kind: 'never' };
  const last = lastExpiry(now);
  const day = dayText(new Date(last.getFullYear(), last.getMonth(), last.getDate() - 1));
  return { kind: 'on', typed: day, day };
}

const dayText = (day: Date): string =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
