import { isInvalidMarker, unexpectedAnswer } from './error-code';
import type { CallOutcome, Page } from './kms-port';

/** An account may have 100,000 keys. A search that needs more pages than this is an error, not an incomplete answer. */
const maxPages = 1000;

/** @returns undefined where AWS says that there is more, and not how to get it. */
export function pageOf<T>(
  items: readonly T[] | undefined,
  truncated: boolean | undefined,
  next: string | undefined,
): Page<T> | undefined {
  if (!Array.isArray(items)) return undefined;
  if (truncated !== true) return { items };
  return next === undefined || next === '' ? undefined : { items, next };
}

/** A whole list. It starts over once if AWS does not know its own marker any more. */
export async function allPages<T>(
  operation: string,
  page: (marker: string | undefined) => Promise<CallOutcome<Page<T>>>,
): Promise<CallOutcome<readonly T[]>> {
  let items: T[] = [];
  const seen = new Set<string>();
  let marker: string | undefined;
  let hasStartedOver = false;
  for (let count = 0; count < maxPages; count++) {
    const answer = await page(marker);
    if (answer.outcome !== 'done') {
      if (hasStartedOver || !isInvalidMarker(answer.error)) return answer;
      hasStartedOver = true;
      items = [];
      seen.clear();
      marker = undefined;
      continue;
    }
    items.push(...answer.value.items);
    marker = answer.value.next;
    if (marker === undefined) return { ...answer, value: items };
    if (seen.has(marker)) break;
    seen.add(marker);
  }
  return { outcome: 'refused', error: unexpectedAnswer({ source: 'kms', operation, stage: 'run' }) };
}
