import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { PracticeKey } from '../store';
import type { Call } from '../world';
import { findKey } from './find-key';
import { wrongOrigin } from './import/import-parameters';
import { wireTime } from './key-metadata';
import { requireUsable, stateOf } from './key-state';

const dayMs = 24 * 60 * 60 * 1000;
const usualPeriodDays = 365;

/**
 * Whether AWS rotates the key by itself, which it never does with imported material. The text was recorded.
 * Source: AWS KMS API Reference, GetKeyRotationStatus; Developer Guide, "Key states of AWS KMS keys".
 *
 * @throws AwsFault UnsupportedOperationException for an imported key that waits for its material
 */
export function getKeyRotationStatus(call: Call, input: Fields): object {
  const key = findKey(call, input);
  if (stateOf(key) === 'PendingImport') wrongOrigin(key);
  const { automaticRotation: automatic, rotation } = key;
  const running = rotation && { OnDemandRotationStartDate: wireTime(rotation.startedAt) };
  if (automatic === undefined || key.deletionAt !== undefined) {
    return { KeyId: key.arn, KeyRotationEnabled: false, ...running };
  }
  return {
    KeyId: key.arn,
    ...running,
    KeyRotationEnabled: true,
    RotationPeriodInDays: automatic.days,
    NextRotationDate: wireTime(automatic.since + automatic.days * dayMs),
  };
}

/** The dates only say when AWS would rotate: in practice, it does not. */
export function enableKeyRotation(call: Call, input: Fields): undefined {
  const key = keyToRotate(call, input);
  const days = input.optionalNumber('RotationPeriodInDays', [90, 2560]) ?? usualPeriodDays;
  key.automaticRotation = { since: call.world.now(), days };
}

export function disableKeyRotation(call: Call, input: Fields): undefined {
  keyToRotate(call, input).automaticRotation = undefined;
}

function keyToRotate(call: Call, input: Fields): PracticeKey {
  const key = findKey(call, input);
  if (key.origin !== 'AWS_KMS') wrongOrigin(key);
  requireUsable(key);
  if (key.spec !== 'SYMMETRIC_DEFAULT') refuse('UnsupportedOperationException');
  return key;
}
