import { describe, expect, it } from 'vitest';
import { looksLikeShare, readShare, shareFileNames, shareText } from '../../../main/vault/shares/share-text';
import type { Share } from '../../../main/vault/shares/shares';
import { inClear, knownShare, wholeKey } from '../../fixtures/shares';

const textOf = (share: Share): string => Buffer.from(shareText(share)).toString();
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Everything that a share can say. */
const whole = (): Share => knownShare({ practice: true, key: wholeKey });

describe('the file of a share', () => {
  it('stays the same from release to release', () => {
    expect(textOf(knownShare())).toBe(
      `Share 2 of 3 of a key

This is one of 3 shares of the key material of an AWS KMS key. Any 2 of them
together give the key material back. Fewer say nothing about it.
1. Keep the share where nobody else can read it, and away from the other
shares.
2. Tell nobody the digits. They are needed for one thing alone: a restore that
you take part in.
3. When somebody asks you to restore the key, make sure who is asking, and
that it is this key. Then bring the file to Keyferry: "Restore a sealed copy".
From paper, scan the code of the sheet, where it has one, or type the lines
from "Keyferry share" to "Checksum"; capital letters, spaces and line breaks
do not matter.
4. When the share is lost, or somebody may have read it, say so at once, so
that new shares can be made.
Without Keyferry: this is Shamir's secret sharing over GF(2^8) with the
polynomial 0x11b. The digits are hex. The last byte of each share is x, the
bytes before it are y; the key material is what they give at x = 0.

Keyferry share: version 1
Serial: 7F3A-91C2
Share: 2 of 3
Needed: any 2
Custodian: Bjørn Ćwik
Account: 111122223333
Region: eu-central-1
Alias: Bluescape-2027
Ceremony: 5b1f4c3e-52c1-4f0c-9a1e-0a4cf6d0a111
Key material: symmetric, 32 bytes
Check value: aaf49ed7d20de21b
Made: 2026-11-24T09:30:00.000Z
Made by: Keyferry 0.1.0

Digits 1: 0102 0304 0506 0708 090a 0b0c
Digits 2: 0d0e 0f10 1112 1314 1516 1718
Digits 3: 191a 1b1c 1d1e 1f20 21

Checksum: c2d7693f
`,
    );
  });

  it('of a practice key says so first', () => {
    expect(textOf(whole())).toMatch(/^PRACTICE: a share of a practice key\. It is of no value\.\n/);
    expect(textOf(whole())).toContain('\nPractice: yes\n');
  });

  const shares: readonly (readonly [string, Share])[] = [
    ['of symmetric material', knownShare()],
    ['of 16 bytes', knownShare({}, 16)],
    ['that says everything', whole()],
    ['that says nothing of its key', knownShare({ key: {} })],
    [
      'of an RSA key',
      knownShare({ material: { kind: 'rsa-private-key', keyName: 'RSA 4096', lengthBytes: 2376 } }, 2376),
    ],
    [
      'of an EC key',
      knownShare({ material: { kind: 'ec-private-key', keyName: 'P-256', lengthBytes: 138 } }, 138),
    ],
  ];
  for (const [title, share] of shares) {
    it(`${title} is read as what was written`, () => {
      const result = readShare(shareText(share), 'x.txt');
      expect(result.ok && inClear(result.value)).toEqual(inClear(share));
      expect(
        Math.max(
          ...textOf(share)
            .split('\n')
            .map(({ length }) => length),
        ),
      ).toBeLessThan(100);
    });
  }
});

describe('a share that somebody typed', () => {
  const written = textOf(whole());
  const lines = written.slice(written.indexOf('Keyferry share:'));
  const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

  const forms: readonly (readonly [string, () => Uint8Array])[] = [
    ['the lines alone', () => encode(lines)],
    ['in capitals', () => encode(lines.replace(/[a-z]/g, (letter) => letter.toUpperCase()))],
    ['in small letters', () => encode(lines.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))],
    ['with Windows line ends', () => encode(written.replaceAll('\n', '\r\n'))],
    ['with the line ends of old', () => encode(written.replaceAll('\n', '\r'))],
    ['with a byte order mark', () => encode(`\ufeff${written}`)],
    ['in UTF-16', () => utf16(written)],
    ['in UTF-16, the other way round', () => Buffer.from(utf16(written)).swap16()],
    ['without spaces', () => encode(lines.replaceAll(' ', ''))],
    ['with spaces everywhere', () => encode(lines.replace(/[^\n:]/gu, '$& ').replaceAll(':', ' :\t'))],
    ['without empty lines', () => encode(written.replace(/\n+/g, '\n'))],
    ['with empty lines', () => encode(lines.replaceAll('\n', '\n \n\n'))],
    ['with decomposed letters', () => encode(lines.normalize('NFD'))],
    ['with all digits in one line', () => encode(lines.replace(/\nDigits [2-9]:/g, ''))],
    ['with digits that go on without a label', () => encode(lines.replace(/Digits [2-9]:/g, ''))],
    ['with digits that are not counted', () => encode(lines.replace(/Digits \d/g, 'Digits'))],
    ['with a long line as two', () => encode(lines.replace('key/mrk-1234', 'key/mrk-\n  1234'))],
    ['with a long name as two', () => encode(lines.replace('Bjørn ', 'Bjørn\n'))],
    ['with what the sheet says around them', () => encode(`SECRET\nFor: A\n${lines}\nReceived on: 1 May\n`)],
    [
      'in another order',
      () => {
        const [first = '', ...others] = lines.split('\n').filter((line) => !/^(Checksum.*)?$/.test(line));
        const digits = others.filter((line) => line.startsWith('Digits'));
        const facts = others.filter((line) => !line.startsWith('Digits')).reverse();
        return encode([first, ...digits, ...facts, /Checksum: .*/.exec(lines)?.[0]].join('\n'));
      },
    ],
  ];
  for (const [title, file] of forms) {
    it(`${title} is the share`, () => {
      expect(looksLikeShare(file())).toBe(true);
      const result = readShare(file(), 'x.txt');
      if (!result.ok) throw new Error(result.error.code);
      const plain = (share: Share): string =>
        JSON.stringify(inClear(share)).toLowerCase().replaceAll(' ', '');
      expect(plain(result.value)).toBe(plain(whole()));
    });
  }
});

describe('the names of a share’s files', () => {
  const set = { serial: '7F3A-91C2', threshold: 2, count: 3 };
  const names: readonly (readonly [string, string])[] = [
    ['Alice', 'Keyferry share 7F3A-91C2 1 of 3 Alice'],
    ['  Bo  Ćwik ', 'Keyferry share 7F3A-91C2 1 of 3 Bo Ćwik'],
    ['../..\\etc: "a" <b> |c| ?*', 'Keyferry share 7F3A-91C2 1 of 3 .. .. etc a b c'],
    ["J. O'Neil-Sato", "Keyferry share 7F3A-91C2 1 of 3 J. O'Neil-Sato"],
    ['A\u00adda\u200b', 'Keyferry share 7F3A-91C2 1 of 3 Ada'],
    ['藤井', 'Keyferry share 7F3A-91C2 1 of 3 藤井'],
    ['\u202egpj.exe\u0000\n', 'Keyferry share 7F3A-91C2 1 of 3 gpj.exe'],
    ['???', 'Keyferry share 7F3A-91C2 1 of 3'],
    ['', 'Keyferry share 7F3A-91C2 1 of 3'],
  ];
  for (const [custodian, stem] of names) {
    it(`are safe for ${JSON.stringify(custodian)}`, () => {
      expect(shareFileNames(set, 1, custodian)).toEqual({ file: `${stem}.txt`, sheet: `${stem}.html` });
    });
  }

  it('are never longer than a file system takes', () => {
    for (const letter of ['w', '藤', '𠮷']) {
      const { sheet } = shareFileNames(set, 10, letter.repeat(80));
      expect(Buffer.byteLength(sheet)).toBeLessThanOrEqual(160);
      expect(sheet).not.toMatch(/\p{Surrogate}/u);
    }
  });
});
