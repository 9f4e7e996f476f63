import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { CallOutcome } from '../../aws/kms-port';
import { samePolicy } from '../../aws/policy/same-policy';
import { localError } from '../../shared/errors';
import { mayBeTooEarly, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepEnd } from '../recipe';
import { keyOf, type CreateRun, type FinishRun, type ReimportRun, type RotateRun } from '../run';

type NotDone = Exclude<CallOutcome<unknown>, { readonly outcome: 'done' }>;

/**
 * Encrypts 32 random bytes under the key, decrypts them and compares. An administrator need not be a user of the key:
 * where encrypting is denied, this is skipped.
 */
export const roundTrip: Step = async (context) => {
  const { run, kms, call, ports } = context;
  const { keyId, keySpec, state } = keyOf(run);
  // Material may have come back into a key that stays stopped, or disabled.
  if (keySpec !== 'SYMMETRIC_DEFAULT' || state !== 'Enabled') return { end: 'skipped' };
  const patient = <T>(operation: string, once: () => Promise<CallOutcome<T>>): Promise<CallOutcome<T>> =>
    repeatWhile(ports.clock, patienceMs, () => call(operation, once), mayBeTooEarly);

  const plaintext = randomBytes(32);
  const encrypted = await patient('Encrypt', () => kms.encrypt(keyId, plaintext));
  if (encrypted.outcome !== 'done') return skippedIfDenied(encrypted);
  const decrypted = await patient('Decrypt', () => kms.decrypt(keyId, encrypted.value));
  if (decrypted.outcome !== 'done') return skippedIfDenied(decrypted);
  return isSame(decrypted.value.plaintext, plaintext)
    ? done(decrypted.requestId)
    : failed(localError('run', 'verify.roundTrip', undefined, 'no'));
};

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** Reads the policy back: what AWS keeps is what was reviewed. */
export const comparePolicy: Step<CreateRun> = async ({ run, kms, call }) => {
  const read = await call('GetKeyPolicy', () => kms.getKeyPolicy(keyOf(run).keyId));
  if (read.outcome !== 'done') return skippedIfDenied(read);
  return samePolicy(run.plan.policyJson, read.value)
    ? done(read.requestId)
    : failed(localError('run', 'verify.policyDiffers', undefined, 'check-first'));
};

/** Reads the policy once more: nobody who was let in is shut out, and nobody else was let in. */
export const comparePolicyBefore: Step<FinishRun | ReimportRun | RotateRun> = async ({ run, kms, call }) => {
  if (run.policyBefore === undefined) return { end: 'skipped' };
  const read = await call('GetKeyPolicy', () => kms.getKeyPolicy(run.key.keyId));
  if (read.outcome !== 'done') return skippedIfDenied(read);
  if (samePolicy(run.policyBefore, read.value)) return done(read.requestId);
  // Nothing of it is undone here: a person who goes on has been told, and the record says so.
  run.policyBefore = read.value;
  return failed(localError('run', 'reimport.policyChanged', undefined, 'check-first'));
};

/** An administrator of the key need not be a user of it, and need not be let in to its policy. */
export function skippedIfDenied({ error }: NotDone): StepEnd {
  return error.code === 'aws.accessDenied' ? { end: 'skipped' } : failed(error);
}
