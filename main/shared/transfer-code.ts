export type { TransferProof } from '../schemas/custody';

/**
 * What a person types to import material without comparing a transfer code. Case and surrounding spaces do not matter.
 * The page shows it, main compares it, and the record says that it was typed.
 */
export const notComparedConfirmation = 'not compared';

/** Crockford's base 32: no I, L, O or U. */
export const transferCodeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 16 symbols of `transferCodeAlphabet`. */
const wholeCode = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/**
 * Reads a transfer code that a person or a scanner typed: case, spaces and dashes do not matter, and I, L and O are
 * read as the digits that they look like.
 *
 * @returns its 16 symbols; undefined when it is not a transfer code
 */
export function readTransferCode(typed: string): string | undefined {
  const code = typed
    .replaceAll(/[\s\-\u2010-\u2015\u2212]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return wholeCode.test(code) ? code : undefined;
}

/** `7F3A 91C2 0KMX 4TQZ`. Not with dashes, which a scanner types as another character on some keyboards. */
export function groupTransferCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
