import { describe, expect, it } from 'vitest';
import type { OpenedCopy } from '../../../../main/custody/opened-copies';
import { openedCopyOf } from '../../../../main/jobs/look-after/acts/opened-copy-of';
import type { CopyView } from '../../../../main/shared/views/custody';
import type { KeyMaterialView } from '../../../../main/shared/views/keys';

const id = 'a'.repeat(64);
const right = '0123456789abcdef';
const described: KeyMaterialView = { id, role: 'CURRENT', isThere: true, copy: { checkValue: right } };
const plain: KeyMaterialView = { id, role: 'CURRENT', isThere: true };

const opened = (change: Partial<CopyView>, minute = 0): OpenedCopy => ({
  at: new Date(Date.UTC(2026, 10, 28, 8, minute)),
  copy: {
    form: 'passphrase',
    files: [{ name: `Copy ${minute}.age`, bytes: 1 }],
    madeAt: '2026-01-01T00:00:00Z',
    checkValue: right,
    practice: false,
    key: {},
    ...change,
  },
});

describe('the copy of a material that is to be deleted', () => {
  it('is the latest that was opened with the check value that AWS keeps', () => {
    const copies = [opened({}, 1), opened({}, 2), opened({ checkValue: 'f'.repeat(16) }, 3)];
    expect(openedCopyOf(described, 'aws', copies)).toEqual({
      files: ['Copy 2.age'],
      at: '2026-11-28T08:02:00.000Z',
    });
  });

  it('is that which names the material, where AWS keeps no check value', () => {
    expect(openedCopyOf(plain, 'aws', [opened({ key: { keyMaterialId: id } })])).toBeDefined();
  });

  it.each([
    ['has another check value', described, { checkValue: 'f'.repeat(16) }],
    [
      'has another check value, and names the material',
      described,
      { checkValue: 'f'.repeat(16), key: { keyMaterialId: id } },
    ],
    ['is of practice', described, { practice: true }],
    ['only names the key', plain, { key: { keyId: 'the-key' } }],
  ] as const)('is none that %s', (_what, material, change) => {
    expect(openedCopyOf(material, 'aws', [opened(change)])).toBeUndefined();
  });
});
