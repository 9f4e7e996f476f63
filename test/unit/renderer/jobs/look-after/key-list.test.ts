import { describe, expect, it } from 'vitest';
import { localError } from '../../../../../main/shared/errors';
import { err, ok } from '../../../../../main/shared/result';
import type { KeyListUpdate, KeyListView, RegionReading } from '../../../../../main/shared/views/keys';
import {
  mayListNothing,
  noList,
  reduce,
  type KeyList,
  type KeyListAction,
} from '../../../../../renderer/jobs/look-after/key-list';
import { keyRow } from './rows';

const reading = (change: Partial<RegionReading> = {}): RegionReading => ({
  region: 'eu-central-1',
  state: 'reading',
  listed: 0,
  described: 0,
  unreadable: 0,
  detailed: 0,
  ...change,
});
const update = (change: Partial<KeyListUpdate> = {}): KeyListAction => ({
  type: 'updated',
  update: { list: 'l1', rows: [], gone: [], regions: [reading()], ...change },
});
const ended = (requestId: number, change: Partial<KeyListView> = {}): KeyListAction => ({
  type: 'ended',
  requestId,
  result: ok({
    list: 'l1',
    mode: 'aws',
    accountId: '111122223333',
    asOf: '2026-11-28T12:00:00Z',
    regions: [reading({ state: 'done' })],
    ...change,
  }),
});
const after = (...actions: readonly KeyListAction[]): KeyList => actions.reduce(reduce, noList);
const asked = (requestId: number, keeps = false): KeyListAction => ({ type: 'asked', requestId, keeps });
const row = keyRow();

describe('the list', () => {
  it('grows with every update, replaces rows by their ARN, and drops those that are gone', () => {
    const other = keyRow();
    const list = after(
      asked(1),
      update({ rows: [row, other] }),
      update({ rows: [{ ...row, state: 'Disabled' }], gone: [other.arn] }),
    );
    expect([...list.rows.values()]).toEqual([{ ...row, state: 'Disabled' }]);
    expect(list.at).toBe('reading');
  });

  it('keeps its rows when a sign-in ended, and goes on with them', () => {
    const paused = after(
      asked(1),
      update({ rows: [row] }),
      ended(1, { regions: [reading({ state: 'paused' })] }),
      asked(2, true),
    );
    expect(paused.rows.size).toBe(1);
    expect(paused.asOf).toBe('2026-11-28T12:00:00Z');
  });

  it('begins afresh when it is read again', () => {
    expect(after(asked(1), update({ rows: [row] }), ended(1), asked(2)).rows.size).toBe(0);
  });

  it('takes neither the rows nor the end of a list that another one has replaced', () => {
    const list = after(
      asked(1),
      asked(2),
      update({ list: 'l1', rows: [keyRow()] }),
      update({ list: 'l2', rows: [row] }),
      update({ list: 'l1', rows: [keyRow()] }),
      ended(1),
    );
    expect([list.rows.size, list.at, list.list]).toEqual([1, 'reading', 'l2']);
  });

  it('takes the last rows after the answer that it has ended, and nothing of an earlier list', () => {
    const list = after(
      asked(1),
      update({ list: 'l0', rows: [keyRow()] }),
      asked(2),
      ended(2),
      update({ list: 'l0', rows: [keyRow()] }),
      update({ rows: [row] }),
    );
    expect([...list.rows.keys()]).toEqual([row.arn]);
    expect([list.at, list.regions[0]?.state]).toEqual(['ended', 'done']);
  });

  it('keeps its rows when reading fails', () => {
    const list = after(asked(1), update({ rows: [row] }), {
      type: 'ended',
      requestId: 1,
      result: err(localError('sign-in', 'internal.unexpected', undefined, 'no')),
    });
    expect([list.rows.size, list.at, list.error?.code]).toEqual([1, 'ended', 'internal.unexpected']);
  });

  it('renews the row of a key that was opened, and adds none', () => {
    const fresh = { ...row, state: 'Enabled', description: 'new' };
    const list = after(asked(1), update({ rows: [row] }), ended(1), { type: 'rowRead', row: fresh });
    expect(list.rows.get(row.arn)).toEqual(fresh);
    expect(reduce(list, { type: 'rowRead', row: keyRow() }).rows.size).toBe(1);
  });
});

const denied = localError('sign-in', 'aws.accessDenied', undefined, 'no');
const gone = localError('sign-in', 'network.unreachable', undefined, 'no');

describe('nobody may list here', () => {
  it.each([
    [true, [reading({ state: 'failed', error: denied })]],
    [false, [reading({ state: 'failed', error: denied }), reading({ state: 'done' })]],
    [false, [reading({ state: 'failed', error: gone })]],
    [true, [reading({ state: 'failed', error: denied }), reading({ state: 'not-enabled', error: gone })]],
    [false, []],
  ] as const)('%s', (is, regions) => {
    expect(mayListNothing(after(asked(1), ended(1, { regions })))).toBe(is);
  });

  it('is not said while one Region is still read', () => {
    const list = after(asked(1), update({ regions: [reading({ state: 'failed', error: denied })] }));
    expect(mayListNothing(list)).toBe(false);
  });
});
