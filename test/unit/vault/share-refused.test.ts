import { describe, expect, it } from 'vitest';
import { looksLikeShare, readShare, shareText } from '../../../main/vault/shares/share-text';
import type { Share } from '../../../main/vault/shares/shares';
import { knownShare, taken } from '../../fixtures/shares';

const textOf = (share: Share): string => Buffer.from(shareText(share)).toString();
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): ReturnType<typeof readShare> => readShare(encode(text), 'x.txt');

describe('what is no share, or not whole', () => {
  const lines = textOf(knownShare()).replace(/^[^]*(?=Keyferry share:)/, '');

  const unknown: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', new Uint8Array()],
    ['text', encode('Keyferry share 7F3A-91C2 is in the safe.\n')],
    ['key material in hex', encode('00'.repeat(32))],
    ['bytes', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
    ['half of UTF-16', Uint8Array.of(0xff, 0xfe, 0x4b)],
    ['a sealed copy', encode('age-encryption.org/v1\n-> scrypt')],
  ];
  for (const [title, file] of unknown) {
    it(`is not recognised: ${title}`, () => {
      expect(looksLikeShare(file)).toBe(false);
      const result = readShare(file, 'x.txt');
      expect(!result.ok && result.error).toMatchObject({
        code: 'copy.nothingRecognised',
        stage: 'custody',
        facts: { name: 'x.txt' },
      });
    });
  }

  it('is of a version to come, whatever its other lines are', () => {
    const result = read('Keyferry share: version 2\nShape: round\n');
    expect(!result.ok && result.error).toMatchObject({ code: 'copy.version', facts: { version: 2 } });
  });

  const damaged: readonly (readonly [string, string])[] = [
    ['no version', lines.replace('version 1', 'version')],
    ['a line without its label', lines.replace('Needed:', '')],
    ['a label that does not belong here', lines.replace('Made:', 'Baked:')],
    ['a label twice', lines.replace('Needed: any 2\n', 'Needed: any 2\nNeeded: any 2\n')],
    ['another serial', lines.replace('7F3A', '7F3B')],
    ['another number', lines.replace('Share: 2 of 3', 'Share: 1 of 3')],
    ['another threshold', lines.replace('any 2', 'any 3')],
    ['another custodian', lines.replace('Bjørn', 'Bjorn')],
    ['another alias', lines.replace('Bluescape', 'Greenscape')],
    ['another check value', lines.replace('Check value: aa', 'Check value: ab')],
    ['another maker', lines.replace('0.1.0', '0.1.1')],
    ['another digit', lines.replace('0102', '0112')],
    [
      'digits in another order',
      lines.replace('Digits 1', 'Digits 9').replace(/(Digits 9.*\n)(.*\n)/, '$2$1'),
    ],
    ['another checksum', lines.replace(/Checksum: ./, 'Checksum: 0')],
    ['a letter that is no digit', lines.replace('0102', 'O102')],
    ['one digit less', lines.replace('1f20 21', '1f20 2')],
    ['a practice line', lines.replace('Serial', 'Practice: no\nSerial')],
    ...[
      'Serial',
      'Share',
      'Needed',
      'Custodian',
      'Account',
      'Key material',
      'Check value',
      'Made by',
      'Checksum',
    ].map((label) => [`no ${label}`, lines.replace(new RegExp(`^${label}: .*\n`, 'm'), '')] as const),
    ['no digits', lines.replace(/^Digits .*\n/gm, '')],
    ['its end missing', lines.slice(0, lines.indexOf('Digits 2'))],
  ];
  for (const [title, text] of damaged) {
    it(`is damaged: ${title}`, () => {
      expect(text).not.toBe(lines);
      const result = read(text);
      expect(!result.ok && result.error).toMatchObject({
        code: 'copy.shareDamaged',
        facts: { name: 'x.txt' },
      });
    });
  }

  /** What somebody writes who knows how the checksum is made. */
  const forged: readonly (readonly [string, Share])[] = [
    ['a place where the material itself lies', { ...knownShare(), digits: taken(`${'01'.repeat(32)}00`) }],
    ['a number beyond the last', { ...knownShare(), number: 4 }],
    ['number 0', { ...knownShare(), number: 0 }],
    ['one share that is enough', { ...knownShare(), set: { ...knownShare().set, threshold: 1 } }],
    ['more needed than there are', { ...knownShare(), set: { ...knownShare().set, threshold: 4 } }],
    ['more digits than its material', { ...knownShare(), digits: knownShare({}, 33).digits }],
    ['no name', { ...knownShare(), custodian: '' }],
    ['a name without end', { ...knownShare(), custodian: 'x'.repeat(401) }],
    ['a date that is none', knownShare({ madeAt: 'yesterday' })],
    ['a check value that is none', knownShare({ checkValue: 'aaf49ed7d20de2' })],
  ];
  for (const [title, share] of forged) {
    it(`is refused with a right checksum: ${title}`, () => {
      const result = readShare(shareText(share), 'x.txt');
      expect(!result.ok && result.error.code).toBe('copy.shareDamaged');
    });
  }

  it('gives the right checksum its due, so that the refusals above mean something', () => {
    expect(read(lines).ok).toBe(true);
  });
});
