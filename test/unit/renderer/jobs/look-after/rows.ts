import type { KeyRow } from '../../../../../main/shared/views/keys';

/** Now, for these tests. */
export const now = new Date('2026-11-28T12:00:00Z');

/** An instant so many days from then. */
export const inDays = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();

let made = 0;

/** A key that works and does not expire, but for what is said of it. */
export function keyRow(change: Partial<KeyRow> = {}): KeyRow {
  made += 1;
  const region = change.region ?? 'eu-central-1';
  const keyId = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return {
    arn: `arn:aws:kms:${region}:111122223333:key/${keyId}`,
    keyId,
    region,
    aliases: [],
    state: 'Enabled',
    keySpec: 'SYMMETRIC_DEFAULT',
    description: '',
    createdAt: '2025-01-01T00:00:00Z',
    hadMaterial: 'yes',
    ...change,
  };
}
