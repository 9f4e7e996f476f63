import type { KeyFacts } from '../aws/kms-port';
import type { AwsSession } from '../aws/session';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { mayBeTooEarly, repeatWhile, type Clock } from './calls';
import { ceremonyTagKey } from './plan-key';
import { isAddition, type Run } from './run';
import { youngKeyPatienceMs } from './steps/once-key-is-known';

/**
 * The key that a note names, as AWS describes it: of imported material, of this account and Region, and where the run
 * created it, with the tag that the run gave it.
 *
 * SECURITY: a note may have been written to. Nothing is imported into the key that it names, and nothing of it deleted,
 * before AWS itself has said this.
 *
 * Errors: run.otherKey {reason, keyId}, those of DescribeKey and ListResourceTags. @returns undefined where it names
 * none.
 */
export async function findOwnKey(
  run: Run,
  { kms }: AwsSession,
  clock: Clock,
): Promise<Result<KeyFacts | undefined>> {
  const { accountId, region } = run;
  if (run.key === undefined) return ok(undefined);
  const { keyId } = run.key;
  const patienceMs = youngKeyPatienceMs(run.kind === 'create' ? run.createdAt : undefined, clock.now());
  const seen = await repeatWhile(clock, patienceMs, () => kms.describeKey(keyId), mayBeTooEarly);
  if (seen.outcome !== 'done') return err(seen.error);
  const facts = seen.value;
  if (facts.origin !== 'EXTERNAL') return otherKey('origin', keyId);
  if (facts.accountId !== accountId) return otherKey('account', keyId);
  if (facts.arn.split(':')[3] !== region) return otherKey('region', keyId);
  if (run.kind !== 'create' && !isAddition(run)) return ok(facts);
  if (isAddition(run) && run.isOpened) return ok(facts);
  const tags = await kms.listTags(facts.keyId);
  // A person compares the key of a receiver to be added; who may not read tags can still add one.
  const isHidden = isAddition(run) && tags.outcome === 'refused' && tags.error.code === 'aws.accessDenied';
  if (tags.outcome !== 'done') return isHidden ? ok(facts) : err(tags.error);
  const ceremony = isAddition(run) ? run.id : run.plan.ceremonyTag.value;
  const isOurs = tags.value.some(({ key: name, value }) => name === ceremonyTagKey && value === ceremony);
  return isOurs ? ok(facts) : otherKey('tag', keyId);
}

export const otherKey = (
  reason: 'origin' | 'account' | 'region' | 'tag' | 'notCreated' | 'holdsMaterial',
  keyId: string,
): Result<never> => err(localError('run', 'run.otherKey', { reason, keyId }, 'no'));

/** Whether the key has, or ever had, key material. */
export const hasHeldMaterial = ({ state, currentKeyMaterialId }: KeyFacts): boolean =>
  state !== 'PendingImport' || currentKeyMaterialId !== undefined;
