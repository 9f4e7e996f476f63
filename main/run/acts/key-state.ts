import type { CallOutcome } from '../../aws/kms-port';
import { localError } from '../../shared/errors';
import { isDisturbed, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext } from '../recipe';
import type { ActRun } from '../run';
import { describeKeyOf } from '../steps/describe';
import { changeOnce } from '../change-once';
import { namingTheRule } from './organization-rule';

/** Nobody can use the key any more, at once. AWS refuses it unless the key is enabled. */
export const disableKey: Step<ActRun> = async (context) => {
  const end = await changeOnce(context, {
    operation: 'DisableKey',
    isThere: () => isInState(context, 'Disabled'),
    send: () => context.kms.disableKey(context.run.key.keyId),
  });
  return await namingTheRule(context, end);
};

export const enableKey: Step<ActRun> = (context) =>
  changeOnce(context, {
    operation: 'EnableKey',
    isThere: () => isInState(context, 'Enabled'),
    send: () => context.kms.enableKey(context.run.key.keyId),
  });

/** DescribeKey until the key is as the act left it, a minute at most. Error: act.notSeen {state}. */
export const seeState =
  (wanted: string): Step<ActRun> =>
  async (context) => {
    const { run, ports } = context;
    const seen = await repeatWhile(
      ports.clock,
      patienceMs,
      () => describeKeyOf(context),
      (outcome) => (outcome.outcome === 'done' ? outcome.value.state !== wanted : isDisturbed(outcome)),
    );
    if (seen.outcome !== 'done') return failed(seen.error);
    const { state } = seen.value;
    if (state !== wanted) return failed(localError('run', 'act.notSeen', { state }, 'same'));
    run.key = seen.value;
    run.checkedAt = ports.clock.now();
    run.changes =
      state === run.before.state ? [] : [{ what: 'state', before: run.before.state, after: state }];
    return done(seen.requestId);
  };

async function isInState(context: StepContext<ActRun>, wanted: string): Promise<CallOutcome<boolean>> {
  const described = await describeKeyOf(context);
  return described.outcome === 'done' ? { ...described, value: described.value.state === wanted } : described;
}
