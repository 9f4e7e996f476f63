import { describe, expect, it } from 'vitest';
import { titleOf } from './fault-row';
import { faultRows } from './fault-rows';
import { windowRows } from './window-rows';

describe('the fault matrix', () => {
  it('has each of the 64 faults of the threat model once, and says what is expected of it', () => {
    const rows = [...faultRows, ...windowRows];
    const ids = rows.map(({ id }) => id).sort();
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = Array.from({ length: 64 }, (_, at) => `F-${String(at + 1).padStart(2, '0')}`);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    expect(rows.filter(({ expected }) => expected === '')).toEqual([]);
  });

  for (const row of faultRows) it.skipIf(row.skip !== undefined)(titleOf(row), row.how);
});
