import { describe, expect, it } from 'vitest';
import { countdown } from '../../../../../renderer/words/shell/countdown';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const validTo = new Date('2026-11-24T10:54:23.000Z');
const left = (ms: number) => countdown(validTo, new Date(validTo.getTime() - ms));

describe('the countdown', () => {
  it.each([
    [21 * hour + 14 * minute + 59 * second, 'plenty', '21 hours 14 minutes left'],
    [2 * hour, 'plenty', '2 hours 0 minutes left'],
    [2 * hour - 1, 'short', '1 hour 59 minutes left'],
    [hour + minute, 'short', '1 hour 1 minute left'],
    [10 * minute, 'short', '10 minutes left'],
    [10 * minute - 1, 'short', '9 minutes 59 seconds left'],
    [minute + second, 'short', '1 minute 1 second left'],
    [59 * second, 'short', '59 seconds left'],
    [1, 'short', '0 seconds left'],
    [0, 'over', 'Expired just now'],
    [-minute, 'over', 'Expired 1 minute ago'],
    [-(25 * hour), 'over', 'Expired 25 hours 0 minutes ago'],
  ] as const)('with %i ms left is %s: %s', (ms, level, text) => {
    expect(left(ms)).toMatchObject({ level, text });
  });

  it('says when its text changes next, and then it has', () => {
    for (const ms of [
      23 * hour,
      2 * hour,
      11 * minute,
      10 * minute + 1,
      9 * minute,
      1500,
      1,
      0,
      -90 * second,
    ]) {
      const { text, nextChangeMs } = left(ms);
      expect(nextChangeMs).toBeGreaterThan(0);
      expect(left(ms - nextChangeMs).text).not.toBe(text);
      expect(left(ms - nextChangeMs + 1).text).toBe(text);
    }
  });

  it.each([
    [24 * hour, false],
    [24 * hour + 5 * minute, false],
    [24 * hour + 6 * minute, true],
    [-24 * hour, false],
  ])('with %i ms left takes the clock for slow: %s', (ms, slow) => {
    expect(left(ms).clockLooksSlow).toBe(slow);
  });
});
