import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  copyNameOf,
  readMaterialDescription,
  writeMaterialDescription,
} from '../../../main/records/material-description';
import type { MaterialCopy } from '../../../main/shared/views/keys';

const checkValue = '0123456789abcdef';
/** AWS KMS API Reference, ImportKeyMaterial: the pattern, and at most 256 characters. */
const aws = /^[a-zA-Z0-9:/_\s.-]{1,256}$/;

const forms: readonly (readonly [string, MaterialCopy])[] = [
  ['Keyferry 1: check value 0123456789abcdef', { checkValue }],
  [
    'Keyferry 1: check value 0123456789abcdef - shares 7F3A-91C2',
    { checkValue, kept: { as: 'shares', serial: '7F3A-91C2' } },
  ],
  [
    'Keyferry 1: check value 0123456789abcdef - sealed copy fedcba9876543210',
    { checkValue, kept: { as: 'sealed-copy', fileSha256: 'fedcba9876543210' } },
  ],
];

describe('a description of key material', () => {
  it.each(forms)('is written and read: %s', (text, copy) => {
    expect(writeMaterialDescription(copy)).toBe(text);
    expect(readMaterialDescription(text)).toEqual(copy);
    expect(text).toMatch(aws);
  });

  it.each([
    ['', 'nothing'],
    ['Q3 rotation for the data platform', 'text of somebody else'],
    ['Keyferry 2: check value 0123456789abcdef', 'a later version'],
    ['Keyferry 1: check value 0123456789abcdef\n', 'a line end'],
    [' Keyferry 1: check value 0123456789abcdef', 'a space in front'],
    ['Keyferry 1: check value 0123456789ABCDEF', 'capital digits'],
    ['Keyferry 1: check value 0123456789abcde', 'fifteen digits'],
    ['Keyferry 1: check value 0123456789abcdef0', 'seventeen digits'],
    ['keyferry 1: check value 0123456789abcdef', 'another beginning'],
    ['Keyferry 1: check value 0123456789abcdef - shares 7f3a-91c2', 'a serial in small letters'],
    ['Keyferry 1: check value 0123456789abcdef - sealed copy 7F3A-91C2', 'a serial of a sealed copy'],
    ['Keyferry 1: check value 0123456789abcdef - shares 7F3A-91C2 - sealed copy fedcba9876543210', 'both'],
    ['Keyferry 1: check value 0123456789abcdef - nothing', 'an unknown kind of copy'],
  ])('claims nothing as %j: %s', (text) => {
    expect(readMaterialDescription(text)).toBeUndefined();
  });

  it('names a sealed copy by the beginning of its digest, shares by their serial, and no copy not at all', () => {
    const sha256 = createHash('sha256').update('a sealed file').digest('hex');
    const made = { restored: false, madeAt: '2026-03-04T10:02:03.000Z' } as const;
    const files = [{ name: 'copy.age', bytes: 13, sha256 }];
    const fileSha256 = sha256.slice(0, 16);
    expect(copyNameOf({ kept: 'passphrase', ...made, files })).toEqual({ as: 'sealed-copy', fileSha256 });
    expect(copyNameOf({ kept: 'recipients', ...made, files })).toEqual({ as: 'sealed-copy', fileSha256 });
    const shares = { serial: '7F3A-91C2', threshold: 2, count: 3, custodians: [] };
    expect(copyNameOf({ kept: 'shares', ...made, files, shares })).toEqual({
      as: 'shares',
      serial: '7F3A-91C2',
    });
    expect(
      copyNameOf({ kept: 'passphrase', ...made, files: [{ name: 'copy.age', bytes: 13 }] }),
    ).toBeUndefined();
    expect(copyNameOf({ kept: 'none' })).toBeUndefined();
    expect(copyNameOf(undefined)).toBeUndefined();
  });

  it('stands in its documentation as it is written', () => {
    const docs = readFileSync(
      resolve(import.meta.dirname, '../../../docs/key-material-description.md'),
      'utf8',
    );
    for (const [text] of forms) expect(docs).toContain(text);
  });
});
