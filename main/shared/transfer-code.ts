export type { TransferProof } from '../schemas/custody';

/**
 * What a person types to import material that came without a transfer code; compared without regard to case and spaces
 * around it. The page shows it, main compares it, and the record says that it was typed.
 */
export const notComparedConfirmation = 'not compared';

/** Crockford's base 32: no I, L, O or U. */
export const transferCodeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 16 symbols of that alphabet. */
const wholeCode = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/**
 * A transfer code as a person, or a scanner, typed it: capitals, spaces and dashes do not matter, and I, L and O are
 * read as the digits that they look like.
 *
 * @returns its 16 symbols, undefined when these are none
 */
export function readTransferCode(typed: string): string | undefined {
  const code = typed
    .replaceAll(/[\s\-\u2010-\u2015\u2212]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return wholeCode.test(code) ? code : undefined;
}

/** `7F3A 91C2 0KMX 4TQZ`. Spaces, because a scanner types a dash as another sign on some keyboards. */
export function groupTransferCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
