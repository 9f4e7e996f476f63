import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { getHeapSnapshot } from 'node:v8';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { loadPassphraseMeter } from '../../../../renderer/custody/passphrase-score';
import { strong } from './steps';

const measure = await loadPassphraseMeter();

describe('a passphrase', () => {
  it.each([
    'Password1234!',
    'qwertyuiopasdfgh',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    'Alexander Benjamin',
    'Sommer2026!!',
    'correcthorsebattery'.slice(0, 12),
  ])('%j is not strong', (passphrase) => {
    expect(measure(passphrase)).toBeLessThan(4);
  });

  it('of ten random words, as they are suggested, is strong', () => {
    for (let at = 0; at < wordlist.length - 10; at += 100) {
      expect(measure(wordlist.slice(at, at + 10).join('-'))).toBe(4);
    }
  });

  it('is measured by its first hundred characters, so that typing never waits', () => {
    expect(measure(`${'a'.repeat(100)}${strong}`)).toBeLessThan(4);
    expect(measure(`${'a'.repeat(50)}${strong}`)).toBe(4);
  });

  it('is not kept once it was measured', async () => {
    const codes = Array.from(randomBytes(30), (byte) => 97 + (byte % 26));
    // Twice the same, because what is repeated is measured by itself.
    measure(String.fromCharCode(...codes, ...codes));
    const heap = await text(getHeapSnapshot());
    expect(heap.includes('measurePassphrase')).toBe(true);
    expect(heap.includes(String.fromCharCode(...codes))).toBe(false);
  });
});
