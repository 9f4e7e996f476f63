import { practiceTokenMark } from '../shared/practice-token';

const mark = Buffer.from(practiceTokenMark, 'ascii');

/**
 * Whether an import token comes from the practice AWS. Everything that is made with it is practice as well, on
 * whichever computer: nothing else needs to be told apart.
 */
export function isPracticeImportToken(token: Uint8Array): boolean {
  return Buffer.from(token.buffer, token.byteOffset, token.byteLength).includes(mark);
}
