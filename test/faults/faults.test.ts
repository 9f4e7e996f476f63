import { describe, expect, it } from 'vitest';
import { titleOf } from './fault-row';
import { faultRows } from './fault-rows';
import { windowRows } from './window-rows';

/** `F-01`, `F-02`, … */
const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${String(at + 1).padStart(2, '0')}`);

describe('the fault matrix', () => {
  it('has each of the 64 faults of the threat model, and the 41 of imported keys, and says what is expected of it', () => {
    const rows = [...faultRows, ...windowRows];
    const ids = rows.map(({ id }) => id).sort();
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [...numbered('F-', 64), ...numbered('F-L', 41)];
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    expect(rows.filter(({ expected }) => expected === '')).toEqual([]);
  });

  for (const row of faultRows) it.skipIf(row.skip !== undefined)(titleOf(row), row.how);
});
