import { describe, expect, it } from 'vitest';
import { shareSheet } from '../../../main/vault/shares/share-sheet';
import { looksLikeShare, readShare } from '../../../main/vault/shares/share-text';
import type { Share } from '../../../main/vault/shares/shares';
import { custodians, inClear, knownShare, wholeKey } from '../../fixtures/shares';

const sheetOf = (share: Share): string => Buffer.from(shareSheet(share)).toString();

/** What stands on the paper, line by line. */
function printed(sheet: string): string {
  return sheet
    .slice(sheet.indexOf('<body>'))
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

const shares: readonly (readonly [string, Share])[] = [
  ...custodians.map((custodian) => [`for ${custodian}`, { ...knownShare(), custodian }] as const),
  ['that says everything', knownShare({ practice: true, key: wholeKey })],
  [
    'of a private key',
    knownShare({ material: { kind: 'rsa-private-key', keyName: 'RSA 2048', lengthBytes: 1218 } }, 1218),
  ],
];

describe('the sheet of a share', () => {
  for (const [title, share] of shares) {
    it(`${title} is the share again when somebody types it`, () => {
      const typed = new TextEncoder().encode(printed(sheetOf(share)));
      const read = readShare(typed, 'typed.txt');
      expect(read.ok && inClear(read.value)).toEqual(inClear(share));
    });

    it(`${title} is the share again when its file is brought, as it is and as a browser saves it`, () => {
      const sheet = sheetOf(share);
      const saved = sheet
        .replaceAll('&#38;', '&amp;')
        .replaceAll('&#60;', '&lt;')
        .replaceAll('&#62;', '&gt;')
        .replaceAll('&#34;', '"')
        .replace('<!doctype html>', '\ufeff<!DOCTYPE html>')
        .replaceAll('\n', '\r\n');
      for (const page of [sheet, saved]) {
        expect(looksLikeShare(new TextEncoder().encode(page))).toBe(true);
        const read = readShare(new TextEncoder().encode(page), 'sheet.html');
        expect(read.ok && inClear(read.value)).toEqual(inClear(share));
      }
    });

    it(`${title} runs nothing and fetches nothing`, () => {
      const sheet = sheetOf(share);
      const tags = [...sheet.matchAll(/<(\w+)/g)].map(([, name]) => name ?? '');
      const known =
        'html head meta title style body header p b span div h1 h2 ol li figure figcaption svg path'.split(
          ' ',
        );
      expect(tags.filter((name) => !known.includes(name))).toEqual([]);
      expect(sheet).not.toMatch(/\b(?:src|href|on\w+)=|url\(|@import|https?:/i);
      expect(sheet).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    });
  }

  it('has the digits large, in groups', () => {
    expect(sheetOf(knownShare())).toContain('<span>0d0e 0f10 1112 1314 1516 1718</span>');
  });

  it('of a practice key says so, at its top and across the page', () => {
    const [practice, real] = [sheetOf(knownShare({ practice: true })), sheetOf(knownShare())];
    expect(printed(practice)).toContain('PRACTICE: a share of a practice key. It is of no value.');
    expect(practice).toContain('content: "PRACTICE"');
    expect(real).not.toContain('PRACTICE');
  });

  it('has lines for date, place and signatures', () => {
    for (const words of ['Received on (date)', 'Place of storage', 'Signature of the custodian']) {
      expect(printed(sheetOf(knownShare()))).toContain(words);
    }
  });
});
