import { describe, expect, it } from 'vitest';
import type { KeyRow } from '../../../../../main/shared/views/keys';
import {
  arranged,
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

describe('a multi-Region key', () => {
  const key = (region: string, aliases: readonly string[], multiRegion: 'primary' | 'replica'): KeyRow =>
    keyRow({ keyId: 'mrk-1', arn: `arn:aws:kms:${region}:111122223333:key/mrk-1`, aliases, multiRegion });
  const namesOf = (...rows: readonly KeyRow[]): readonly string[] =>
    listedKeys(rows, now, stateWords).map(({ name }) => name);
  const replica = key('us-east-1', [], 'replica');

  it('without an alias here has the name that it has in another Region', () => {
    expect(namesOf(replica)).toEqual(['mrk-1']);
    expect(namesOf(replica, key('eu-central-1', ['global'], 'primary'))).toEqual([
      'global',
      'Replica of global',
    ]);
    expect(namesOf(key('us-east-1', ['local'], 'replica'), key('eu-central-1', [], 'primary'))).toEqual([
      'local',
      'Primary of local',
    ]);
  });

  it('is found by that name', () => {
    const both = listedKeys([replica, key('eu-central-1', ['global'], 'primary')], now, stateWords);
    expect(arranged(both, { ...usualArrangement, text: 'global' })).toHaveLength(2);
  });
});

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
    const row = keyRow();
    const listed = listedKeys([keyRow({ aliases: ['a', 'b'] }), row], now, stateWords);
    expect(listed.map(({ name }) => name).toSorted()).toEqual([row.keyId, 'a']);
  });
});
