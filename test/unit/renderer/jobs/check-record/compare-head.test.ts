import { describe, expect, it } from 'vitest';
import { compareHead } from '../../../../../renderer/jobs/check-record/compare-head';
import { missingPerson, nobody, peopleOf } from '../../../../../renderer/run/record-people';

const head = '0123456789abcdef'.repeat(4);

describe('a head hash that is typed', () => {
  it.each([
    ['', { is: 'empty' }],
    [' - ', { is: 'empty' }],
    [head, { is: 'same' }],
    ['0123 4567 89AB CDEF\n'.repeat(4), { is: 'same' }],
    ['0123-4567', { is: 'same-so-far', digits: 8 }],
    ['0123 4667', { is: 'other', group: 2 }],
    [`${head.slice(0, -1)}0`, { is: 'other', group: 16 }],
    [`${head}0`, { is: 'not-hex' }],
    ['o123', { is: 'not-hex' }],
  ] as const)('%j', (typed, compared) => {
    expect(compareHead(typed, head)).toEqual(compared);
  });
});

describe('who took part, as it is typed', () => {
  const typed = { ...nobody, operator: 'Ada', witness: 'Grace', witnessRole: 'Auditor' };

  it('lacks whoever is not named, unless one was alone', () => {
    expect(missingPerson(nobody)).toBe('operator');
    expect(missingPerson({ ...nobody, operator: 'Ada' })).toBe('witness');
    expect(missingPerson({ ...nobody, operator: 'Ada', isAlone: true })).toBeUndefined();
    expect(missingPerson(typed)).toBeUndefined();
  });

  it('leaves out roles that are empty, and the witness of somebody who was alone', () => {
    expect(peopleOf(typed)).toEqual({
      operator: { name: 'Ada' },
      witness: { name: 'Grace', role: 'Auditor' },
    });
    expect(peopleOf({ ...typed, isAlone: true })).toEqual({ operator: { name: 'Ada' }, witness: 'none' });
  });
});
