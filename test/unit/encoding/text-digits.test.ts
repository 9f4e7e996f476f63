import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeBase64, decodeHex, writeHex } from '../../../main/encoding/text-digits';
import { ascii } from '../../fixtures/der-writer';

const base64 = (text: string) => decodeBase64(ascii(text));
const hex = (text: string) => decodeHex(ascii(text));

describe('hex digits', () => {
  it('stand for the bytes that Node reads from them', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const digits = Buffer.from(all).toString('hex');
    expect(hex(digits)).toEqual(all);
    expect(hex(digits.toUpperCase())).toEqual(all);
  });

  it('are written as Node writes them, at the beginning of what they are written to', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const target = new Uint8Array(2 * all.length + 1);
    writeHex(all, target);
    expect(Buffer.from(target).toString('latin1')).toBe(`${Buffer.from(all).toString('hex')}\0`);
  });

  it('are hex digits alone, two for each byte', () => {
    for (const text of [
      '',
      '0',
      '000',
      '0g',
      'g0',
      '/0',
      ':0',
      '@0',
      'G0',
      '`0',
      ' 00',
      '0 0',
      '0x00',
      '00\n',
    ]) {
      expect([text, hex(text)]).toEqual([text, undefined]);
    }
  });
});

describe('base64 digits', () => {
  it('stand for the bytes that Node writes them for, at each length and in each form', () => {
    for (let length = 1; length <= 400; length++) {
      const bytes = new Uint8Array(randomBytes(length));
      const [standard, urlSafe] = [
        Buffer.from(bytes).toString('base64'),
        Buffer.from(bytes).toString('base64url'),
      ];
      for (const text of [standard, standard.replaceAll('=', ''), urlSafe])
        expect(base64(text)).toEqual(bytes);
    }
  });

  it('are one text for one set of bytes', () => {
    for (const text of ['AB==', 'AAB=', 'AB', 'AAB']) expect([text, base64(text)]).toEqual([text, undefined]);
    for (const text of ['AA=', 'AA===', 'AAA==', 'AAAA=', 'A=AA', '=AAA', 'AA=A', '====', '=']) {
      expect([text, base64(text)]).toEqual([text, undefined]);
    }
  });

  it('are of one alphabet, and nothing else', () => {
    for (const text of [
      '',
      'A',
      'AAAAA',
      '+_AA',
      '/-AA',
      'AA A',
      'AAA\n',
      'AA.A',
      'AA,A',
      'A@AA',
      'A[AA',
      'A{AA',
      'A`AA',
      'A:AA',
    ]) {
      expect([text, base64(text)]).toEqual([text, undefined]);
    }
  });
});
