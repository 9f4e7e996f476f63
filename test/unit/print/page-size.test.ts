import { describe, expect, it } from 'vitest';
import { pageSizeOf } from '../../../main/print/page-size';

describe('the paper of a country', () => {
  it.each(['US', 'CA', 'MX', 'PH', 'CL', 'us'])('is Letter in %s', (country) => {
    expect(pageSizeOf(country)).toBe('Letter');
  });

  it.each(['DE', 'GB', 'JP', 'BR', 'AU', ''])('is A4 in “%s”', (country) => {
    expect(pageSizeOf(country)).toBe('A4');
  });
});
