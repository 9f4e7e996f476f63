import { describe, expect, it } from 'vitest';
import { expiryFault, expiryOf, expiryOfDay } from '../../../../renderer/intake/expiry';

const now = new Date('2026-11-23T12:00:00.000Z');
const dayMs = 24 * 60 * 60 * 1000;

describe('the expiry', () => {
  it('is the last second of the day on this computer', () => {
    const end = expiryOfDay('2027-03-01');
    expect([end?.getFullYear(), end?.getMonth(), end?.getDate(), end?.getHours(), end?.getSeconds()]).toEqual(
      [2027, 2, 1, 23, 59],
    );
  });

  it('is none while there is no day', () => {
    expect(expiryOf({ kind: 'on', typed: 'tomorrow', day: '' }, now)).toBeUndefined();
  });

  it.each([
    ['2026-11-21', 'past'],
    ['2027-11-25', 'too-far'],
  ])('on %s is %s', (day, fault) => {
    expect(expiryFault(expiryOfDay(day) ?? now, now)).toBe(fault);
  });

  it.each([
    ['2026-11-21', false],
    ['2026-11-25', true],
    ['2027-11-21', true],
    ['2027-11-25', false],
  ])('on %s is within what AWS takes: %s', (day, isWithin) => {
    const expiry = expiryOf({ kind: 'on', typed: day, day }, now);
    expect(expiry !== undefined).toBe(isWithin);
    if (expiry?.kind !== 'on') return;
    const ahead = new Date(expiry.validTo).getTime() - now.getTime();
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThanOrEqual(365 * dayMs);
  });

  it('is at most 365 days ahead, to the millisecond', () => {
    const end = expiryOfDay('2027-03-01')?.getTime() ?? 0;
    const at = (ms: number) => expiryOf({ kind: 'on', typed: '', day: '2027-03-01' }, new Date(ms));
    expect(at(end - 365 * dayMs)).toBeDefined();
    expect(at(end - 365 * dayMs - 1)).toBeUndefined();
    expect(at(end - 1)).toBeDefined();
    expect(at(end)).toBeUndefined();
  });

  it('may be never', () => {
    expect(expiryOf({ kind: 'never' }, now)).toEqual({ kind: 'never' });
  });
});
