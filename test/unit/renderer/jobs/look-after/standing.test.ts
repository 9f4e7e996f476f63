import { describe, expect, it } from 'vitest';
import type { KeyRow } from '../../../../../main/shared/views/keys';
import {
  actionBeside,
  daysUntil,
  mayBeInUse,
  neededAction,
  standingOf,
} from '../../../../../renderer/jobs/look-after/standing';
import { inDays, keyRow, now } from './rows';

const unfinished = { unfinished: '00000000-0000-4000-8000-00000000000f' };

/** The table at the end of kms-lifecycle.md, §14, and the signs of its §2. */
const cases: readonly (readonly [string, Partial<KeyRow>, string, string | undefined])[] = [
  ['works', {}, 'works', undefined],
  ['expires in a year', { validTo: inDays(365) }, 'works', undefined],
  ['expires in 30 days', { validTo: inDays(30) }, 'works', undefined],
  ['expires in a little less', { validTo: inDays(29.9) }, 'expires-soon', 'extend'],
  ['expires within the hour', { validTo: inDays(0.01) }, 'expires-soon', 'extend'],
  ['should have expired', { validTo: inDays(-0.01) }, 'expiry-reached', 'import-again'],
  ['is disabled', { state: 'Disabled', validTo: inDays(2) }, 'disabled', 'enable-key'],
  ['lost its material', { state: 'PendingImport' }, 'stopped', 'import-again'],
  [
    'is a replica that lacks the materials of its primary',
    { state: 'PendingImport', multiRegion: 'replica' },
    'replica-empty',
    'import-again',
  ],
  [
    'is a new replica',
    { state: 'PendingImport', multiRegion: 'replica', hadMaterial: 'no' },
    'replica-empty',
    'import-again',
  ],
  [
    'never had material, and is older than import parameters last',
    { state: 'PendingImport', hadMaterial: 'no', createdAt: inDays(-1) },
    'never-had',
    'remove',
  ],
  [
    'never had material, and may be of an import that a colleague has just begun',
    { state: 'PendingImport', hadMaterial: 'no', createdAt: inDays(-0.99) },
    'never-had',
    'look',
  ],
  [
    'is of unfinished work',
    { state: 'PendingImport', hadMaterial: 'no', ...unfinished },
    'never-had',
    'finish',
  ],
  [
    'is an HMAC key that waits',
    { state: 'PendingImport', hadMaterial: 'unknown', keySpec: 'HMAC_256' },
    'unsure',
    'look',
  ],
  [
    'is an HMAC key of unfinished work',
    { state: 'PendingImport', hadMaterial: 'unknown', ...unfinished },
    'unsure',
    'finish',
  ],
  [
    'lost its material, and is of unfinished work',
    { state: 'PendingImport', ...unfinished },
    'stopped',
    'finish',
  ],
  ['waits for deletion', { state: 'PendingDeletion', deletionAt: inDays(7) }, 'deletion', 'cancel-deletion'],
  ['waits for its replicas', { state: 'PendingReplicaDeletion' }, 'replica-deletion', 'cancel-deletion'],
  ['is being made', { state: 'Creating' }, 'busy', undefined],
  ['changes its primary', { state: 'Updating' }, 'busy', undefined],
  ['may not be described', { isUnreadable: true, state: '' }, 'unreadable', undefined],
  ['is in a state of later years', { state: 'Sleeping' }, 'other', undefined],
];

describe('a key that', () => {
  it.each(cases)('%s', (_what, change, standing, action) => {
    const row = keyRow(change);
    expect([standingOf(row, now), neededAction(row, standingOf(row, now), now)]).toEqual([standing, action]);
  });
});

it('counts whole days, and a day that is past as negative', () => {
  expect([inDays(1), inDays(0.99), inDays(0), inDays(-0.01)].map((at) => daysUntil(at, now))).toEqual([
    1, 0, 0, -1,
  ]);
});

it('can be imported again afresh beside unfinished work, where it had material', () => {
  const stopped = keyRow({ state: 'PendingImport', ...unfinished });
  expect(actionBeside(stopped, 'stopped')).toBe('import-again');
  expect(actionBeside(keyRow({ state: 'PendingImport' }), 'stopped')).toBeUndefined();
  expect(actionBeside(keyRow({ hadMaterial: 'no', ...unfinished }), 'never-had')).toBeUndefined();
});

it('may be in use while it waits for its first material and is younger than a day', () => {
  const orphan = { state: 'PendingImport', hadMaterial: 'no' } as const;
  expect(mayBeInUse(keyRow({ ...orphan, createdAt: inDays(-0.99) }), now)).toBe(true);
  expect(mayBeInUse(keyRow({ ...orphan, createdAt: inDays(-1.01) }), now)).toBe(false);
  expect(mayBeInUse(keyRow({ ...orphan, hadMaterial: 'unknown', createdAt: inDays(-0.5) }), now)).toBe(true);
  expect(mayBeInUse(keyRow({ state: 'PendingImport', createdAt: inDays(-0.5) }), now)).toBe(false);
  expect(mayBeInUse(keyRow({ createdAt: inDays(-0.5) }), now)).toBe(false);
});
