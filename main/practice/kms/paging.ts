import { refuse } from '../aws-fault';
import type { Fields } from '../fields';

/**
 * One page of a list. The marker is opaque to clients: it says behind which entry to go on.
 *
 * @param maximum entries a page may be asked for, and `usual` how many it holds otherwise.
 * @throws AwsFault InvalidMarkerException when the marker is none that an earlier page gave out.
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
