import { describe, expect, it } from 'vitest';
import { bothInstants, localInstant, utcInstant } from '../../../../../renderer/words/shell/instants';

const instant = new Date('2026-11-24T10:54:23.000Z');

describe('instants', () => {
  it('name the zone of local time', () => {
    expect(localInstant(instant, 'Asia/Tokyo')).toBe('Tue, 24 Nov 2026, 19:54 GMT+9');
    expect(utcInstant(instant)).toBe('Tue, 24 Nov 2026, 10:54 UTC');
  });

  it('give UTC beside local time, with its day where that differs', () => {
    expect(bothInstants(instant, 'Asia/Tokyo')).toBe('Tue, 24 Nov 2026, 19:54 GMT+9 (10:54 UTC)');
    expect(bothInstants(instant, 'Pacific/Auckland')).toBe('Tue, 24 Nov 2026, 23:54 GMT+13 (10:54 UTC)');
    expect(bothInstants(new Date('2026-11-24T20:00:00Z'), 'Pacific/Auckland')).toBe(
      'Wed, 25 Nov 2026, 09:00 GMT+13 (Tue, 24 Nov 2026, 20:00 UTC)',
    );
  });

  it('say it once where local time is UTC', () => {
    expect(bothInstants(instant, 'UTC')).toBe('Tue, 24 Nov 2026, 10:54 UTC');
  });
});
