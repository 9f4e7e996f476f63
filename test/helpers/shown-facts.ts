import type { PrintedDocument } from '../../main/shared/printed-document';

/** Facts that the paper expresses in its own words; instants of a summary are written for people. */
const inWords = new Set(
  'kind mode want fact receiver job source step kept code text vaultProcess ownFile typed preset partition checkedAt expiresAt madeAt'.split(
    ' ',
  ),
);
/** Facts that are not for the receiver. */
const leftOut = new Set(['requestIds', 'stepsBefore', 'source']);

/** Every fact of a document that must be on its paper unchanged. */
export function shownOf(document: PrintedDocument): readonly string[] {
  const strings = (value: unknown, key: string): readonly string[] => {
    if (typeof value === 'string') return inWords.has(key) ? [] : [shown(value, key)];
    if (typeof value !== 'object' || value === null || leftOut.has(key)) return [];
    return Object.entries(value).flatMap(([name, next]) => strings(next, Array.isArray(value) ? key : name));
  };
  return strings(document, '');
}

function shown(value: string, key: string): string {
  if (key === 'utc') return value.slice(11, 19);
  if (key === 'local') return `${value.slice(0, 10)} ${value.slice(11, 19)}`;
  return value;
}
