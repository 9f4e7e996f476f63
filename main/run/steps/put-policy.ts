import type { CallOutcome } from '../../aws/kms-port';
import { samePolicy } from '../../aws/policy/same-policy';
import { localError, type AppError } from '../../shared/errors';
import { isDisturbed, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext } from '../recipe';
import type { PolicyRun } from '../run';
import { refusedPolicy } from './refused-policy';

/** How long a policy that was sent, perhaps, is looked for before it is sent again. */
const lookMs = 15_000;

/**
 * PutKeyPolicy, once, and only over the policy that the person saw: it is read again right before. AWS has no condition
 * for it, so a change in the moment between the two calls cannot be seen.
 */
export const putPolicy: Step<PolicyRun> = async (context) => {
  const { run, kms, call, ports, wasUnknown } = context;
  const { before, after } = changeOf(run);
  const now = await repeatWhile(
    ports.clock,
    wasUnknown ? lookMs : 0,
    () => readPolicy(context),
    (read) => read.outcome === 'done' && read.value === before && before !== after,
  );
  if (now.outcome !== 'done') return wasUnknown ? { end: 'unknown', error: now.error } : failed(now.error);
  if (samePolicy(now.value, after)) return wasUnknown ? { end: 'done' } : { end: 'skipped' };
  // SECURITY: nothing is written over what nobody was shown.
  if (now.value !== before) return failed(policyChanged(), 'change-receiver');
  const put = await call('PutKeyPolicy', () => kms.putKeyPolicy(run.key.keyId, after));
  if (put.outcome === 'done') return done(put.requestId);
  if (put.outcome === 'refused') return refusedPolicy(put.error, changeOf(run));
  const found = await repeatWhile(
    ports.clock,
    patienceMs,
    () => readPolicy(context),
    (read) => !isThere(read, after),
  );
  return isThere(found, after) ? { end: 'done' } : { end: 'unknown', error: unknownChange(put.error) };
};

/** Reads the policy back, a minute at most while AWS still answers with the former one. */
export const compareAdded: Step<PolicyRun> = async (context) => {
  const { run, ports } = context;
  const { before, after } = changeOf(run);
  const read = await repeatWhile(
    ports.clock,
    patienceMs,
    () => readPolicy(context),
    (outcome) =>
      outcome.outcome === 'done'
        ? outcome.value === before && !samePolicy(outcome.value, after)
        : isDisturbed(outcome),
  );
  if (read.outcome !== 'done') return failed(read.error);
  if (!isThere(read, after)) {
    const error = localError('run', 'verify.policyDiffers', undefined, 'check-first');
    return failed(error, 'change-receiver');
  }
  run.checkedAt = ports.clock.now();
  return done(read.requestId);
};

const readPolicy = ({ run, kms, call }: StepContext<PolicyRun>): Promise<CallOutcome<string>> =>
  call('GetKeyPolicy', () => kms.getKeyPolicy(run.key.keyId));

const isThere = (read: CallOutcome<string>, after: string): boolean =>
  read.outcome === 'done' && samePolicy(read.value, after);

/** Only a bug throws: a run is started with the change that was shown. */
function changeOf({ change }: PolicyRun): NonNullable<PolicyRun['change']> {
  if (change === undefined) throw new Error('The change comes first.');
  return change;
}

const policyChanged = (): AppError => localError('run', 'policy.changed', undefined, 'check-first');

const unknownChange = (error: AppError): AppError => ({ ...error, changedInAws: true });
