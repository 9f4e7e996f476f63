import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shareSheet } from '../../../main/vault/shares/share-sheet';
import { looksLikeShare, readShare, shareText } from '../../../main/vault/shares/share-text';
import { hexOf, knownShare, wholeKey } from '../../fixtures/shares';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what writing and reading a share leave behind', () => {
  let made: ArrayBuffer[] = [];
  beforeEach(() => {
    const RealArrayBuffer = ArrayBuffer;
    made = [];
    class WatchedArrayBuffer extends RealArrayBuffer {
      constructor(length: number) {
        super(length);
        made.push(this);
      }
    }
    vi.stubGlobal('ArrayBuffer', WatchedArrayBuffer);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  const notWiped = (): number =>
    made.filter((buffer) => new Uint8Array(buffer).some((byte) => byte !== 0)).length;

  it('is nothing once file and share are wiped', () => {
    const share = knownShare({ practice: true, key: wholeKey });
    const [file, sheet] = [shareText(share), shareSheet(share)];
    share.digits.wipe();
    expect(notWiped()).toBe(2);
    sheet.fill(0);
    expect(notWiped()).toBe(1);
    const result = readShare(file, 'x.txt');
    if (!result.ok) throw new Error(result.error.code);
    expect(notWiped()).toBe(1);
    result.value.digits.wipe();
    expect(notWiped()).toBe(0);
  });

  it('is nothing once a sheet was read, whole or damaged, and looked at', () => {
    const share = knownShare();
    const sheet = shareSheet(share);
    share.digits.wipe();
    const damaged = encode(Buffer.from(sheet).toString().replace('0102', '01<2'));
    for (const page of [sheet, damaged]) {
      looksLikeShare(page);
      const result = readShare(page, 'x.html');
      if (result.ok) result.value.digits.wipe();
      expect(result.ok).toBe(page === sheet);
      expect(page.every((byte) => byte === 0)).toBe(true);
    }
    expect(notWiped()).toBe(0);
  });

  const refused: readonly (readonly [string, (text: string) => Uint8Array])[] = [
    ['a wrong digit', (text) => encode(text.replace('0102', '0112'))],
    ['a letter among the digits', (text) => encode(text.replace('0102', 'O102'))],
    ['a wrong digit, in UTF-16', (text) => Buffer.from(`\ufeff${text.replace('0102', '0112')}`, 'utf16le')],
    ['a label that is none', (text) => encode(text.replace('Digits 2', 'Dogits 2'))],
    ['no name', (text) => encode(text.replace(/Custodian: .*\n/, ''))],
    ['no share in it', () => encode('01'.repeat(33))],
  ];
  for (const [title, fileOf] of refused) {
    it(`of a file with ${title} is nothing`, () => {
      const share = knownShare();
      const written = shareText(share);
      const file = fileOf(Buffer.from(written).toString());
      share.digits.wipe();
      written.fill(0);
      looksLikeShare(file);
      expect(readShare(file, 'x.txt').ok).toBe(false);
      expect(file.every((byte) => byte === 0)).toBe(true);
      expect(notWiped()).toBe(0);
    });
  }

  it('was never a string of digits, in whatever encoding, with a label lost or a line end', () => {
    const texts: string[] = [];
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    const toString = vi.spyOn(Buffer.prototype, 'toString');
    const fromCodes = vi.spyOn(String, 'fromCharCode');
    const share = knownShare();
    const written = shareText(share);
    const sheet = shareSheet(knownShare());
    const text = new TextDecoder().decode(written);
    const sheetInText = new TextDecoder().decode(sheet);
    decode.mockClear();
    const files = [
      written,
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      encode(text.replace('Digits 1:', 'Dogits 1:')),
      encode(text.replace('\nDigits 1:', 'JDigits 1:')),
      encode(text.replace('Keyferry 0.1.0\n', 'Keyferry 0.1.0J')),
      encode(text.replace('0102', '0:02')),
      sheet,
      encode(sheetInText.replace('0102', '01<2')),
      encode(sheetInText.replace('0102', '01&2')),
    ];
    for (const spy of [toString, fromCodes]) spy.mockClear();
    for (const file of files) {
      looksLikeShare(file);
      readShare(file, 'x.txt');
    }
    for (const { value } of [...decode.mock.results, ...toString.mock.results, ...fromCodes.mock.results])
      texts.push(String(value));
    // Names and versions are strings, so the ear is at the right wall.
    expect(texts.join()).toContain('Bjørn Ćwik');
    expect(texts.filter((found) => /0[1-3]02|0304|191a/.test(found))).toEqual([]);
  });

  it('shows no digits of a share that is printed', () => {
    expect(JSON.stringify(knownShare())).not.toContain('0102');
    expect(hexOf(knownShare().digits)).toContain('0102');
  });
});
