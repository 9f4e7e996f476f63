import { randomUUID } from 'node:crypto';
import type { Fields } from '../fields';
import type { Call } from '../world';
import { findKey } from './find-key';
import { wireTime } from './key-metadata';
import type { KmsOperation } from './kms-operation';

/** KMS knows of no use before. Source: AWS KMS API Reference, GetKeyLastUsage. */
const trackingSince = Date.UTC(2026, 3, 23);

/** The operation, which uses a key, with a note of the use once it succeeded. */
export function noted(operation: KmsOperation): KmsOperation {
  return async (call, input) => {
    const answer = await operation(call, input);
    const arn = answer && 'KeyId' in answer ? String(answer.KeyId) : '';
    const key = call.store.keys.get(arn.slice(arn.lastIndexOf('/') + 1));
    if (key) {
      const ids = { eventId: randomUUID(), requestId: randomUUID() };
      key.lastUse = { operation: call.operation, at: call.world.now(), ...ids };
    }
    return answer;
  };
}

/** AWS learns of a use within the hour; here it is known at once. */
export function getKeyLastUsage(call: Call, input: Fields): object {
  const key = findKey(call, input);
  const { lastUse } = key;
  const use = lastUse && {
    Operation: lastUse.operation,
    Timestamp: wireTime(lastUse.at),
    CloudTrailEventId: lastUse.eventId,
    KmsRequestId: lastUse.requestId,
  };
  return {
    KeyId: key.id,
    KeyCreationDate: wireTime(key.createdAt),
    TrackingStartDate: wireTime(Math.max(key.createdAt, trackingSince)),
    KeyLastUsage: use ?? {},
  };
}
