import { practiceTokenMark } from '../shared/practice-token';

const mark = Buffer.from(practiceTokenMark, 'ascii');

/**
 * Whether an import token comes from the practice AWS. Everything that is made with it is practice as well, on
 * any computer, and needs no other mark.
 */
export function isPracticeImportToken(token: Uint8Array): boolean {
  return Buffer.from(token.buffer, token.byteOffset, token.byteLength).includes(mark);
}
