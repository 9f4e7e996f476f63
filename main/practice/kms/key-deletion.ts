import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { Call } from '../world';
import { findKey } from './find-key';
import { wireTime } from './key-metadata';
import { requireNot, stateOf, toBeDeleted } from './key-state';
import { relatedKeys } from './multi-region/related-keys';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * A primary key with replicas first waits for them to be gone, and has no date until then.
 * Source: AWS KMS API Reference, ScheduleKeyDeletion.
 */
export function scheduleKeyDeletion(call: Call, input: Fields): object {
  const { world } = call;
  const key = findKey(call, input);
  const days = input.optionalNumber('PendingWindowInDays', [7, 30]) ?? 30;
  requireNot(key, ...toBeDeleted, 'Updating');
  if (key.multiRegion === 'primary' && relatedKeys(world, key).length > 1) key.deletionDays = days;
  else key.deletionAt = world.now() + days * dayMs;
  return {
    KeyId: key.arn,
    ...(key.deletionAt === undefined ? {} : { DeletionDate: wireTime(key.deletionAt) }),
    KeyState: stateOf(key),
    PendingWindowInDays: days,
  };
}

export function cancelKeyDeletion(call: Call, input: Fields): object {
  const key = findKey(call, input);
  if (key.deletionAt === undefined && key.deletionDays === undefined) {
    refuse('KMSInvalidStateException', `${key.arn} is not pending deletion.`);
  }
  [key.deletionAt, key.deletionDays] = [undefined, undefined];
  key.disabled = true;
  return { KeyId: key.arn };
}
