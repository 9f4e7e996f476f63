import type { CallOutcome, DescribedKey } from '../../aws/kms-port';
import { isToBeDeleted } from '../../shared/acts-by-state';
import { definedOnly } from '../../shared/defined-only';
import { localError } from '../../shared/errors';
import { isDisturbed, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext, type StepEnd } from '../recipe';
import type { ActRun } from '../run';
import { describeKeyOf } from '../steps/describe';
import { ownAct } from './own-act';
import { changeOnce } from '../change-once';
import { enableKey } from './key-state';
import { namingTheRule } from './organization-rule';

/** Nobody can use the key any more, at once. Errors: those of ScheduleKeyDeletion; act.organizationRule. */
export const scheduleDeletion: Step<ActRun> = async (context) => {
  const { run, kms } = context;
  const { days } = ownAct(run, 'schedule-deletion');
  const end = await changeOnce(context, {
    operation: 'ScheduleKeyDeletion',
    isThere: () => lookFor(context, isToBeDeleted),
    send: () => kms.scheduleKeyDeletion(run.key.keyId, days),
  });
  return await namingTheRule(context, end);
};

/** AWS leaves the key disabled. Errors: those of CancelKeyDeletion; act.keyGone. */
export const cancelDeletion: Step<ActRun> = async (context) => {
  const { run, kms } = context;
  const end = await changeOnce(context, {
    operation: 'CancelKeyDeletion',
    isThere: () => lookFor(context, (state) => !isToBeDeleted(state)),
    send: () => kms.cancelKeyDeletion(run.key.keyId),
  });
  const isGone = 'error' in end && end.error.code === 'kms.notFound';
  return isGone ? failed({ ...end.error, code: 'act.keyGone', retry: 'no' }, 'stop') : end;
};

/**
 * Enables a key whose deletion was cancelled; not wanted, it is left out, and so it is where the key has no material and
 * AWS would refuse. Error: act.stillOff {why}, once AWS has answered that it is not enabled.
 */
export const enableRescued: Step<ActRun> = async (context) => {
  const { run, ports } = context;
  if (!ownAct(run, 'cancel-deletion').enable) return { end: 'skipped' };
  // AWS takes a moment to know everywhere that the deletion is cancelled.
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    () => describeKeyOf(context),
    (outcome) => outcome.outcome === 'done' && isToBeDeleted(outcome.value.state),
  );
  if (seen.outcome === 'done' && seen.value.state === 'PendingImport') return { end: 'skipped' };
  return stillOff(await enableKey(context));
};

function stillOff(end: StepEnd): StepEnd {
  if (end.end !== 'failed' || !/^(?:aws\.accessDenied|kms\.)/.test(end.error.code)) return end;
  const { error } = end;
  const facts = { ...error.facts, why: error.code };
  return failed({ ...error, code: 'act.stillOff', facts, changedInAws: true }, 'continue');
}

/** DescribeKey until AWS says that the key is to be deleted, a minute at most. Error: act.notSeen {state}. */
export const seeScheduled: Step<ActRun> = (context) =>
  seeDeletion(context, 'schedule-deletion', isToBeDeleted, ({ deletionAt }) => [undefined, deletionAt]);

/** The same for a key that is not to be deleted any more. */
export const seeCancelled: Step<ActRun> = (context) => {
  const { run } = context;
  const isEnabled = run.rows.get('enable-key')?.state === 'done';
  return seeDeletion(
    context,
    'cancel-deletion',
    (state) => (isEnabled ? state === 'Enabled' : !isToBeDeleted(state)),
    () => [run.deletionAt, undefined],
  );
};

async function seeDeletion(
  context: StepContext<ActRun>,
  sent: 'schedule-deletion' | 'cancel-deletion',
  isWanted: (state: string) => boolean,
  datesOf: (described: DescribedKey) => readonly [before: Date | undefined, after: Date | undefined],
): Promise<StepEnd> {
  const { run, ports } = context;
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    () => describeInFull(context),
    (outcome) => (outcome.outcome === 'done' ? !isWanted(outcome.value.facts.state) : isDisturbed(outcome)),
  );
  if (seen.outcome !== 'done') return failed(seen.error);
  const { facts, multiRegion, deletionAt } = seen.value;
  const { state } = facts;
  if (!isWanted(state)) return failed(localError('run', 'act.notSeen', { state }, 'same'));
  const [before, after] = datesOf(seen.value);
  run.key = facts;
  run.checkedAt = ports.clock.now();
  delete run.deletionAt;
  delete run.waitsFor;
  const waitsFor = state === 'PendingReplicaDeletion' ? multiRegion?.otherRegions : undefined;
  Object.assign(run, definedOnly({ deletionAt, waitsFor }));
  // Where somebody else was quicker, it is not this run that changed it.
  const isChanged = state !== run.before.state && run.rows.get(sent)?.state !== 'skipped';
  run.changes = [
    ...(isChanged ? [{ what: 'state', before: run.before.state, after: state } as const] : []),
    ...(isChanged && (before ?? after) !== undefined
      ? [{ what: 'deletion-date', before: dateText(before), after: dateText(after) } as const]
      : []),
  ];
  return done(seen.requestId);
}

const dateText = (date: Date | undefined): string => date?.toISOString() ?? 'none';

const describeInFull = ({ run, kms, call }: StepContext<ActRun>): Promise<CallOutcome<DescribedKey>> =>
  call('DescribeKey', () => kms.describeInFull(run.key.arn));

async function lookFor(
  context: StepContext<ActRun>,
  isWanted: (state: string) => boolean,
): Promise<CallOutcome<boolean>> {
  const described = await describeInFull(context);
  if (described.outcome !== 'done') return described;
  const { facts, deletionAt } = described.value;
  // What a cancelled deletion was, nobody can ask for afterwards.
  if (deletionAt !== undefined) context.run.deletionAt = deletionAt;
  return { ...described, value: isWanted(facts.state) };
}
