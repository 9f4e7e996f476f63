import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isTransferCode, transferCodeOf, type Transfer } from '../../../main/parameters/transfer-code';
import { readTransferCode } from '../../../main/shared/transfer-code';
import { without } from '../../../main/shared/without';

const transfer: Transfer = {
  encryptedKeyMaterial: Uint8Array.from({ length: 256 }, (_, index) => index),
  importToken: Buffer.concat([Buffer.from('0101020078', 'hex'), Buffer.alloc(100)]),
  keyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
  wrappingKeySha256: 'ab'.repeat(32),
  checkValue: '0123456789abcdef',
  isNew: false,
};
/** As Python computes them from the description in docs/return-package.md. */
const known = {
  code: 'R2CJ KKB6 HEGF YM12',
  withoutKeyId: 'HHXY 7D1R MW46 M9YA',
  ofPractice: '9Z19 6824 C4W5 DS50',
  ofNew: '69NT 5MDW XFBZ FDK8',
};
const practiceToken = Buffer.concat([
  Buffer.from('0101020078', 'hex'),
  Buffer.from('KeyferryPracticeOnly/', 'ascii'),
  Buffer.alloc(79),
]);

describe('the transfer code', () => {
  it('is the known one', () => {
    const withoutKeyId = without(transfer, 'keyId');
    expect(transferCodeOf(transfer)).toBe(known.code);
    expect(transferCodeOf(withoutKeyId)).toBe(known.withoutKeyId);
    expect(transferCodeOf({ ...transfer, keyId: '' })).toBe(known.withoutKeyId);
    expect(transferCodeOf({ ...transfer, importToken: practiceToken })).toBe(known.ofPractice);
    expect(transferCodeOf({ ...transfer, isNew: true })).toBe(known.ofNew);
  });

  it('is another one as soon as anything that it is of changes, or moves from one part to the next', () => {
    const { encryptedKeyMaterial, importToken } = transfer;
    const others: readonly Transfer[] = [
      { ...transfer, encryptedKeyMaterial: encryptedKeyMaterial.subarray(1) },
      { ...transfer, importToken: Uint8Array.from(importToken, (byte, at) => (at === 9 ? byte ^ 1 : byte)) },
      { ...transfer, keyId: 'mrk-1234abcd12ab34cd56ef1234567890ab' },
      { ...transfer, wrappingKeySha256: 'ac'.repeat(32) },
      { ...transfer, checkValue: '0123456789abcdee' },
      { ...transfer, isNew: true },
      {
        ...transfer,
        encryptedKeyMaterial: Buffer.concat([encryptedKeyMaterial, importToken.subarray(0, 1)]),
        importToken: importToken.subarray(1),
      },
    ];
    const codes = [transfer, ...others].map(transferCodeOf);
    expect(new Set(codes).size).toBe(codes.length);
    for (const other of others) expect(isTransferCode(known.code, other)).toBe(false);
  });

  it('has 16 symbols that nobody mistakes, and is read back as it is shown', () => {
    for (let round = 0; round < 200; round++) {
      const code = transferCodeOf({ ...transfer, importToken: randomBytes(40) });
      expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4} ){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(readTransferCode(code)).toBe(code.replaceAll(' ', ''));
    }
  });

  it.each([
    ['small letters', 'r2cj kkb6 hegf ym12'],
    ['no spaces', 'R2CJKKB6HEGFYM12'],
    ['dashes of every kind', 'R2CJ-KKB6–HEGF—YM12'],
    ['letters for digits', 'R2CJ KKB6 HEGF YMl2'],
    ['a capital I', 'R2CJ KKB6 HEGF YMI2'],
    ['white space around it, as a scanner may send it', '\tR2CJ KKB6 HEGF YM12\r\n'],
  ])('is taken with %s', (_, typed) => {
    expect(isTransferCode(typed, transfer)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['too short', 'R2CJ KKB6 HEGF YM1'],
    ['too long', 'R2CJ KKB6 HEGF YM122'],
    ['a letter that it never has', 'R2CJ KKB6 HEGF YMU2'],
    ['one wrong symbol', 'R2CJ KKB6 HEGF YM13'],
    ['the code without a key id', known.withoutKeyId],
    ['signs that become two', 'R2CJ KKB6 HEGF YMß'],
  ])('is not taken: %s', (_, typed) => {
    expect(isTransferCode(typed, transfer)).toBe(false);
  });
});
