import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHeapSnapshot } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { knownWords } from '../../../main/custody/known-words';
import { measurePassphrase } from '../../../main/custody/passphrase-meter';
import { suggestPassphrase } from '../../../main/custody/suggest-passphrase';
import { isStrong } from '../../../main/shared/views/custody';

const known = knownWords([
  'orders-2026',
  'Fabrikam Storage',
  '210987654321',
  '123456789012',
  'eu-central-1',
  'arn:aws:iam::123456789012:role/admins/Key-Custodian',
]);
const measure = (passphrase: string) => measurePassphrase(passphrase, known);
/** Of own words: 70 bits. */
const strong = 'lockstep marmalade quartz herring violin';

describe('a passphrase', () => {
  it.each([
    ['            ', 'repeated'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'repeated'],
    ['Tr0ub4dor&3', 'few'],
    ['Password1234!', 'common'],
    ['qwertyuiopasdfghjkl', 'common'],
    ['dfghjkl;poiuytre', 'row'],
    ['abcdefghijklmnopqrst', 'row'],
    ['Theodosia', 'name'],
    ['17.11.1986', 'date'],
    ['correct horse battery staple', 'few'],
    ['lockstep marmalade quartz', 'few'],
  ] as const)('%j is weak: %s (audit 12)', (passphrase, weakness) => {
    expect(measure(passphrase)).toMatchObject({ weakness });
  });

  it.each([
    'orders-2026 eu-central-1',
    'ORDERS-2026/eu-central-1/123456789012',
    'orders 2026 fabrikam storage eu central 1',
    '1234-5678-9012 Keyferry',
    'f4br1k4m-St0r4ge-0rders',
    'Fabrikam@Orders!eu-central-1#2026',
    'Key-Custodian orders 210987654321 fabrikam keyferry',
    'fabrikam fabrikam orders orders eu-central-1 eu-central-1 keyferry',
  ])('made of what is known of the key is weak: %j (audit 12)', (passphrase) => {
    expect(measure(passphrase)).toMatchObject({ weakness: 'known' });
    expect(measure(passphrase).bits).toBeLessThan(50);
  });

  it('is weaker for who knows the words in it', () => {
    const passphrase = 'orders Fabrikam Storage marmalade';
    expect(measure(passphrase).bits).toBeLessThan(measurePassphrase(passphrase, []).bits);
  });

  it('of six words that do not belong together, or of 24 random characters, is strong', () => {
    expect(isStrong(measure(strong))).toBe(true);
    expect(measure(strong).weakness).toBeUndefined();
    for (let round = 0; round < 50; round++) {
      expect(isStrong(measure(randomBytes(18).toString('base64url')))).toBe(true);
    }
  });

  it('gains nothing from the same word again, or from more hyphens', () => {
    const { bits } = measure('lockstep marmalade quartz');
    expect(measure('lockstep marmalade quartz marmalade lockstep').bits).toBeLessThanOrEqual(bits + 1);
    expect(measure('lockstep marmalade-quartz').bits).toBeLessThan(60);
  });

  it('as it is suggested is strong, and never said to be worth much more than its 110 bits', () => {
    for (let round = 0; round < 100; round++) {
      const { bits } = measure(suggestPassphrase());
      expect(bits).toBeGreaterThanOrEqual(60);
      expect(bits).toBeLessThan(145);
    }
  });

  it('is measured by its first 64 characters, so that no answer takes long', () => {
    expect(isStrong(measure(`${'a'.repeat(64)}${strong}`))).toBe(false);
    expect(isStrong(measure(`${'a'.repeat(20)} ${strong}`))).toBe(true);
  });

  it('is not kept once it was measured', () => {
    const codes = Array.from(randomBytes(30), (byte) => 97 + (byte % 26));
    // Twice the same, because what is repeated is measured by itself; and in words, which are as well.
    measure(String.fromCharCode(...codes, ...codes));
    measure(String.fromCharCode(...codes, 0x20, ...codes, 0x2d, ...codes));
    // By way of a file: the stream of getHeapSnapshot never ends in Node 22.13 and 20.19.
    const file = writeHeapSnapshot(join(tmpdir(), `keyferry-${process.pid}.heapsnapshot`));
    const heap = readFileSync(file, 'utf8');
    rmSync(file);
    expect(heap.includes('measurePassphrase')).toBe(true);
    expect(heap.includes(String.fromCharCode(...codes))).toBe(false);
  });
});

describe('words that are known', () => {
  it('are the facts and their parts, once each', () => {
    expect(knownWords(['my-Orders', undefined, '123456789012', 'orders'])).toEqual(
      expect.arrayContaining(['my-orders', 'myorders', 'orders', '123456789012', '1234', '5678', '9012']),
    );
    expect(new Set(known).size).toBe(known.length);
    expect(known).toEqual(
      expect.arrayContaining(['fabrikam storage', 'custodian', 'eu-central-1', 'keyferry']),
    );
  });
});
