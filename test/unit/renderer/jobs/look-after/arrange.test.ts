import { describe, expect, it } from 'vitest';
import type { KeyRow } from '../../../../../main/shared/views/keys';
import {
  arranged,
  keyName,
  listedKeys,
  quickCounts,
  usualArrangement,
  type Arrangement,
} from '../../../../../renderer/jobs/look-after/arrange';
import { stateWords } from '../../../../../renderer/words/look-after/states';
import { inDays, keyRow, now } from './rows';

const rows: Readonly<Record<string, Partial<KeyRow>>> = {
  never: {},
  'in a year': { validTo: inDays(365), receivers: ['210987654321'] },
  'in 40 days': { validTo: inDays(40), description: 'Reports of Québec' },
  'in 3 days': { validTo: inDays(3) },
  'in 20 days': { validTo: inDays(20), region: 'us-east-1' },
  stopped: { state: 'PendingImport', materials: { there: 1, needed: 2 } },
  orphan: { state: 'PendingImport', hadMaterial: 'no' },
  going: { state: 'PendingDeletion', deletionAt: inDays(7), validTo: inDays(9) },
  off: { state: 'Disabled' },
  hidden: { isUnreadable: true, state: '' },
};
const keys = listedKeys(
  Object.entries(rows).map(([alias, change]) => keyRow({ ...change, aliases: [alias] })),
  now,
  stateWords,
);
const names = (change: Partial<Arrangement> = {}): readonly string[] =>
  arranged(keys, { ...usualArrangement, ...change }).map(({ name }) => name);

describe('the list', () => {
  it('shows first what needs attention, and there the fewest days left', () => {
    expect(names()).toEqual([
      'stopped',
      'in 3 days',
      'in 20 days',
      'going',
      'orphan',
      'off',
      'in 40 days',
      'in a year',
      'never',
      'hidden',
    ]);
  });

  it.each([
    ['name', false, 'going'],
    ['name', true, 'stopped'],
    ['state', false, 'stopped'],
    ['created', false, 'going'],
    ['material', false, 'stopped'],
    ['receivers', false, 'in a year'],
    ['region', true, 'in 20 days'],
  ] as const)('is sorted by %s, descending: %s', (sortedBy, isDescending, first) => {
    expect(names({ sortedBy, isDescending })[0]).toBe(first);
  });

  it('leaves the rows that it was given in their order', () => {
    const before = keys.map(({ name }) => name);
    names({ sortedBy: 'name' });
    expect(keys.map(({ name }) => name)).toEqual(before);
  });

  it.each([
    ['YEAR', ['in a year']],
    ['year nowhere', []],
    ['21098765', ['in a year']],
    ['us-east-1', ['in 20 days']],
    ['québec', ['in 40 days']],
    ['reports in', ['in 40 days']],
    ['waiting deletion', ['going']],
    ['  ', Object.keys(rows)],
  ])('finds by “%s”', (text, found) => {
    expect([...names({ text })].sort()).toEqual([...found].sort());
  });

  it.each([
    ['attention', ['stopped', 'in 3 days', 'in 20 days', 'going', 'orphan', 'off']],
    ['expiring', ['in 3 days', 'in 20 days']],
    ['unfinished', ['orphan']],
    ['deletion', ['going']],
  ] as const)('filters by “%s”, and counts the same', (quick, found) => {
    expect(names({ quick })).toEqual(found);
    expect(quickCounts(keys)[quick]).toBe(found.length);
  });

  it('names a key by its first alias, else by its ID', () => {
    expect(keyName(keyRow({ aliases: ['a', 'b'] }))).toBe('a');
    const row = keyRow();
    expect(keyName(row)).toBe(row.keyId);
  });
});
