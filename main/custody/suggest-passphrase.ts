import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/**
 * Ten words, each one of 2048, drawn by the system's secure random source: 110 bits. The list (BIP-39, English) and the
 * number of words are those with which the `age` program makes passphrases.
 */
export function suggestPassphrase(): string {
  return Array.from({ length: 10 }, () => wordlist[randomInt(wordlist.length)] ?? '').join('-');
}
