import { describe, expect, it } from 'vitest';
import { localError } from '../../../../../main/shared/errors';
import type { KeyMaterialView, KeyView } from '../../../../../main/shared/views/keys';
import {
  blocksChanges,
  firstToExpire,
  historyOf,
  inOrder,
  missingMaterials,
} from '../../../../../renderer/jobs/look-after/materials';
import { inDays, keyRow } from './rows';

const material = (id: string, change: Partial<KeyMaterialView> = {}): KeyMaterialView => ({
  id: id.repeat(64),
  role: 'NON_CURRENT',
  isThere: true,
  ...change,
});
const unread = { read: false, error: localError('sign-in', 'aws.accessDenied', undefined, 'no') } as const;
const viewOf = (materials: readonly KeyMaterialView[]): KeyView => ({
  key: 'k',
  mode: 'aws',
  accountId: '111122223333',
  partition: 'aws',
  asOf: inDays(0),
  row: keyRow({ createdAt: inDays(-400) }),
  materials: { read: true, value: materials },
  policy: unread,
  grants: unread,
  tags: unread,
  lastUse: unread,
});
const first = material('1', { validTo: inDays(9) });
const second = material('2', { rotatedAt: inDays(-20), validTo: inDays(5) });
const third = material('3', { role: 'CURRENT', rotatedAt: inDays(-10), validTo: inDays(30) });
const waiting = material('4', { role: 'PENDING_ROTATION', validTo: inDays(1) });

describe('the materials of a key', () => {
  it('stand with the waiting one first, then the current one, then the former ones, the last first', () => {
    expect(inOrder([first, waiting, second, third])).toEqual([waiting, third, second, first]);
  });

  it('name the one that expires first, and not the one that waits', () => {
    expect(firstToExpire([first, second, third, waiting])).toBe(second);
    expect(firstToExpire([third, waiting])).toBeUndefined();
    expect(firstToExpire([material('1'), material('2', { role: 'CURRENT' })])).toBeUndefined();
  });

  it('say which are missing; a waiting one never is', () => {
    const lost = [{ ...first, isThere: false }, third, { ...waiting, isThere: false }];
    expect(missingMaterials(viewOf(lost))).toEqual({ current: false, former: 1, isWaiting: true });
    expect(missingMaterials(viewOf([first, { ...third, isThere: false }]))).toEqual({
      current: true,
      former: 0,
      isWaiting: false,
    });
    expect(missingMaterials({ ...viewOf([]), materials: unread })).toEqual({
      current: false,
      former: 0,
      isWaiting: false,
    });
  });

  it('make the history with what was done here, the last first', () => {
    expect(
      historyOf(viewOf([first, second, third]), [inDays(-15)]).map(({ what, material: id }) => [
        what,
        id?.[0],
      ]),
    ).toEqual([
      ['rotated', '3'],
      ['here', undefined],
      ['rotated', '2'],
      ['created', undefined],
    ]);
  });
});

const whole = { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' };

describe('a policy that AWS lets nobody change', () => {
  it.each([
    [false, [whole]],
    [false, [{ ...whole, Action: undefined, NotAction: 'kms:Put*', Resource: undefined, NotResource: 'x' }]],
    [true, [whole, { Effect: 'Allow', Principal: '*', Action: 'kms:*' }]],
    [true, { Effect: 'Allow', Principal: '*', Resource: '*' }],
  ])('%s: %j', (does, Statement) => {
    expect(blocksChanges(JSON.stringify({ Version: '2012-10-17', Statement }))).toBe(does);
  });

  it('is not claimed of what cannot be read', () => {
    expect(['', 'null', '[]', '{}'].map(blocksChanges)).toEqual([false, false, false, false]);
  });
});
