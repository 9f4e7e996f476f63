import { samePolicy } from '../../aws/policy/same-policy';
import { done, failed, type Step } from '../recipe';
import type { PolicyRun } from '../run';
import { policyDiffers, readBackPolicy, replacePolicy } from './replace-policy';

/** The policy with the receiver in it. Errors: those of replacePolicy. */
export const putPolicy: Step<PolicyRun> = (context) => {
  const change = changeOf(context.run);
  return replacePolicy(context, change, change.added);
};

/** Error: verify.policyDiffers, and those of GetKeyPolicy. */
export const compareAdded: Step<PolicyRun> = async (context) => {
  const { run, ports } = context;
  const change = changeOf(run);
  const read = await readBackPolicy(context, change);
  if (read.outcome !== 'done') return failed(read.error);
  if (!samePolicy(read.value, change.after)) return policyDiffers();
  run.checkedAt = ports.clock.now();
  return done(read.requestId);
};

/** Only a bug throws: a run is started with the change that was shown. */
function changeOf({ change }: PolicyRun): NonNullable<PolicyRun['change']> {
  if (change === undefined) throw new Error('The change comes first.');
  return change;
}
