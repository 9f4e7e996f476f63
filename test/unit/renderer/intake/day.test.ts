import { describe, expect, it } from 'vitest';
import { dayOrderOf, readDay } from '../../../../renderer/intake/day';

describe('a day that was typed', () => {
  it.each([
    ['2027-11-20', '2027-11-20'],
    [' 20271120 ', '2027-11-20'],
    ['2027/3/1', '2027-03-01'],
    ['27.11.2028', '2028-11-27'],
    ['1.3.2027', '2027-03-01'],
    ['29.2.2028', '2028-02-29'],
    ['27/11/2028', '2028-11-27'],
    ['27-11-2028', '2028-11-27'],
  ])('%j is %s where the day comes first', (typed, day) => {
    expect(readDay(typed, 'day-first')).toBe(day);
  });

  it.each([
    ['11/27/2028', '2028-11-27'],
    ['3/4/2027', '2027-03-04'],
    ['27.11.2028', '2028-11-27'],
    ['2027-11-20', '2027-11-20'],
  ])('%j is %s where the month comes first', (typed, day) => {
    expect(readDay(typed, 'month-first')).toBe(day);
  });

  it.each([
    '',
    '2027',
    '2027-03',
    '20270631',
    '2027-06-31',
    '29.2.2027',
    '2027-13-01',
    '2027-03-00',
    '11/27/2028',
    '2027-03/01',
    '1.3.27',
    '+2027-03-01',
    'tomorrow',
  ])('%j is none', (typed) => {
    expect(readDay(typed, 'day-first')).toBeUndefined();
  });

  it.each([
    ['en-US', 'month-first'],
    ['en-GB', 'day-first'],
    ['de', 'day-first'],
    ['ja', 'day-first'],
    ['sv-SE', 'day-first'],
  ])('in %s is written %s', (locale, order) => {
    expect(dayOrderOf(locale)).toBe(order);
  });
});
