/** How a head hash that is typed compares with that of a record. */
export type HeadComparison =
  | { readonly is: 'empty' }
  | { readonly is: 'not-hex' }
  /** `group`: the first of four digits that differs, counted from 1. */
  | { readonly is: 'other'; readonly group: number }
  | { readonly is: 'same-so-far'; readonly digits: number }
  | { readonly is: 'same' };

/** Spaces, dashes and capitals do not matter. */
export function compareHead(typed: string, head: string): HeadComparison {
  const digits = typed.toLowerCase().replace(/[\s\-–—:]/g, '');
  if (digits === '') return { is: 'empty' };
  if (!/^[0-9a-f]{1,64}$/.test(digits)) return { is: 'not-hex' };
  const at = Array.from(digits).findIndex((digit, place) => digit !== head[place]);
  if (at >= 0) return { is: 'other', group: Math.floor(at / 4) + 1 };
  return digits.length === head.length ? { is: 'same' } : { is: 'same-so-far', digits: digits.length };
}
