import type { CallOutcome } from '../../aws/kms-port';
import { samePolicy } from '../../aws/policy/same-policy';
import { localError, type AppError } from '../../shared/errors';
import { isDisturbed, patienceMs, repeatWhile } from '../calls';
import { changeOnce } from '../change-once';
import { failed, type StepContext, type StepEnd } from '../recipe';
import type { ActRun, PolicyRun } from '../run';
import { refusedPolicy } from './refused-policy';

/** JSON, as AWS has it and as it is wanted. */
export interface PolicyTexts {
  readonly before: string;
  readonly after: string;
}

/**
 * PutKeyPolicy, once, and only over the policy that the person saw: it is read again right before. AWS has no condition
 * for it, so a change in the moment between the two calls cannot be seen.
 *
 * Errors: policy.changed; those of refusedPolicy, GetKeyPolicy and PutKeyPolicy.
 *
 * @param added what the wanted policy has and the former one has not.
 */
export async function replacePolicy<R extends PolicyRun | ActRun>(
  context: StepContext<R>,
  { before, after }: PolicyTexts,
  added: Parameters<typeof refusedPolicy>[1]['added'],
): Promise<StepEnd> {
  let other: AppError | undefined;
  const end = await changeOnce(context, {
    operation: 'PutKeyPolicy',
    isThere: async () => {
      const read = await readPolicy(context);
      if (read.outcome !== 'done') return read;
      const isThere = samePolicy(read.value, after);
      // SECURITY: nothing is written over what nobody was shown.
      other =
        isThere || read.value === before
          ? undefined
          : localError('run', 'policy.changed', undefined, 'check-first');
      return other === undefined ? { ...read, value: isThere } : { outcome: 'refused', error: other };
    },
    send: () => context.kms.putKeyPolicy(context.run.key.keyId, after),
  });
  if (end.end !== 'failed' && end.end !== 'unknown') return end;
  if (other !== undefined && end.error === other) return failed(other, 'change-receiver');
  return end.end === 'failed' ? refusedPolicy(end.error, { before, added }) : end;
}

/** The policy as AWS has it, read for a minute at most while that is still the former one. */
export function readBackPolicy<R extends PolicyRun | ActRun>(
  context: StepContext<R>,
  { before, after }: PolicyTexts,
): Promise<CallOutcome<string>> {
  return repeatWhile(
    context.ports.clock,
    patienceMs,
    () => readPolicy(context),
    (read) =>
      read.outcome === 'done' ? read.value === before && !samePolicy(read.value, after) : isDisturbed(read),
  );
}

/** What was read back is not what was sent. */
export const policyDiffers = (): StepEnd =>
  failed(localError('run', 'verify.policyDiffers', undefined, 'check-first'), 'change-receiver');

const readPolicy = <R extends PolicyRun | ActRun>({
  run,
  kms,
  call,
}: StepContext<R>): Promise<CallOutcome<string>> =>
  call('GetKeyPolicy', () => kms.getKeyPolicy(run.key.keyId));
