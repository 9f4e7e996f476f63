import { refuse } from '../aws-fault';
import type { Fields } from '../fields';

/**
 * One page of a list. The marker, which clients pass back unread, says after which entry to go on.
 *
 * @param maximum the most entries that may be requested; `usual` is the number without a request.
 * @throws AwsFault InvalidMarkerException when the marker is not from an earlier page.
 */
export function pageOf<T>(
  items: readonly T[],
  input: Fields,
  { usual, maximum }: { readonly usual: number; readonly maximum: number },
): { readonly page: readonly T[]; readonly rest: Readonly<Record<string, unknown>> } {
  const size = input.optionalNumber('Limit', [1, maximum]) ?? usual;
  const marker = input.optionalText('Marker', { min: 1, max: 1024 });
  const start = marker === undefined ? 0 : startOf(marker);
  const end = start + size;
  const truncated = end < items.length;
  return {
    page: items.slice(start, end),
    rest: { Truncated: truncated, ...(truncated ? { NextMarker: markerAt(end) } : {}) },
  };
}

const markerAt = (index: number): string => Buffer.from(`practice:${index}`).toString('base64');

function startOf(marker: string): number {
  const index = /^practice:(\d+)$/.exec(Buffer.from(marker, 'base64').toString('latin1'))?.[1];
  return index === undefined ? refuse('InvalidMarkerException', 'Invalid marker') : Number(index);
}
