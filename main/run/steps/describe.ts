import type { CallOutcome, KeyFacts } from '../../aws/kms-port';
import { localError } from '../../shared/errors';
import { isDisturbed, mayBeTooEarly, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext, type StepEnd } from '../recipe';
import { keyOf, type ImportRun } from '../run';

export const describeKeyOf = ({ run, kms, call }: StepContext): Promise<CallOutcome<KeyFacts>> =>
  call('DescribeKey', () => kms.describeKey(keyOf(run).keyId));

const passingStates = ['PendingImport', 'Enabled', 'Creating', 'Updating'];

/**
 * Somebody disabled the key, or let it be deleted: not ours to undo. AWS takes material also for a key that was disabled
 * before.
 */
export function keyChanged(
  { state }: KeyFacts,
  before?: KeyFacts,
): Extract<StepEnd, { end: 'failed' | 'unknown' }> | undefined {
  if (passingStates.includes(state)) return undefined;
  if (state === 'Disabled' && before?.state === state) return undefined;
  const error = localError('run', 'run.keyChanged', { state }, 'no');
  return { end: 'failed', error: { ...error, changedInAws: true } };
}

/** DescribeKey until the key is enabled, a minute at most; what it holds is what was imported. */
export const describeUntilEnabled: Step<ImportRun> = async (context) => {
  const { run, ports } = context;
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    () => describeKeyOf(context),
    (outcome) =>
      outcome.outcome === 'done'
        ? outcome.value.state !== 'Enabled' && passingStates.includes(outcome.value.state)
        : isDisturbed(outcome) || mayBeTooEarly(outcome),
  );
  if (seen.outcome !== 'done') return failed(seen.error);
  const facts = seen.value;
  const changed = keyChanged(facts);
  if (changed !== undefined) return changed;
  if (facts.state !== 'Enabled') {
    return failed(localError('run', 'verify.notEnabled', { state: facts.state }, 'same'));
  }
  const imported = run.imported?.keyMaterialId;
  const current = facts.currentKeyMaterialId;
  if (imported !== undefined && current !== undefined && imported !== current) {
    return failed(localError('run', 'verify.otherMaterial', { imported, current }, 'no'));
  }
  run.key = facts;
  run.checkedAt = ports.clock.now();
  return done(seen.requestId);
};
