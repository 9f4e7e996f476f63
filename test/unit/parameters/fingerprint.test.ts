import { createHash } from 'node:crypto';
import { mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../main/parameters/fingerprint';
import { ascii } from '../../fixtures/der-writer';
import { goodWrappingKey, goodWrappingKeys } from '../../fixtures/wrapping-keys/good-wrapping-keys';

describe('the fingerprint of a wrapping key', () => {
  it('is the SHA-256 of the bytes, in lower-case hex', () => {
    // FIPS 180-2, appendix B.1.
    const ofAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(fingerprintOf(ascii('abc')).hex).toBe(ofAbc);
  });

  it('is 24 words that carry the same bits', () => {
    for (const { spkiDer } of goodWrappingKeys) {
      const { hex, words } = fingerprintOf(spkiDer);
      expect(words).toHaveLength(24);
      expect(words.every((word) => wordlist.includes(word))).toBe(true);
      expect(Buffer.from(mnemonicToEntropy(words.join(' '), wordlist)).toString('hex')).toBe(hex);
      expect(hex).toBe(createHash('sha256').update(spkiDer).digest('hex'));
    }
  });

  it('has words with a checksum: a wrong one is noticed', () => {
    const words = [...fingerprintOf(ascii('abc')).words];
    const others = wordlist.filter((word) => word !== words[0]).slice(0, 64);
    const unnoticed = others.filter((word) => {
      try {
        mnemonicToEntropy([word, ...words.slice(1)].join(' '), wordlist);
        return true;
      } catch {
        return false;
      }
    });
    expect(unnoticed.length).toBeLessThan(4);
  });

  it('is another one when a single bit differs', () => {
    const { spkiDer } = goodWrappingKey('RSA_4096');
    const changed = Uint8Array.from(spkiDer);
    changed[100] = (changed[100] ?? 0) ^ 1;
    const [before, after] = [fingerprintOf(spkiDer), fingerprintOf(changed)];
    const sameWords = before.words.filter((word, index) => word === after.words[index]);
    expect(after.hex).not.toBe(before.hex);
    expect(sameWords.length).toBeLessThan(4);
  });
});
