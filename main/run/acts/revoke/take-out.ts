import { revokeAccount, type RevokedPolicy } from '../../../aws/policy/revoke-account';
import { samePolicy } from '../../../aws/policy/same-policy';
import type { KeyChange } from '../../../schemas/act';
import { done, failed, type Step } from '../../recipe';
import type { ActRun } from '../../run';
import { policyDiffers, readBackPolicy, replacePolicy } from '../../steps/replace-policy';
import { revokingOf, type Revoking } from './revoking';

/**
 * The policy without the principals of the account; what is sent is made anew of the one that the person saw.
 *
 * Errors: those of revokeAccount and replacePolicy.
 */
export const takeOutReceiver: Step<ActRun> = async (context) => {
  const revoking = revokingOf(context.run);
  const wanted = wantedPolicy(revoking);
  if (!wanted.ok) return failed(wanted.error, 'change-receiver');
  return await replacePolicy(context, { before: revoking.policyBefore, after: wanted.value.text }, []);
};

/** Error: verify.policyDiffers, and those of GetKeyPolicy. */
export const compareTakenOut: Step<ActRun> = async (context) => {
  const { run, ports } = context;
  const revoking = revokingOf(run);
  const wanted = wantedPolicy(revoking);
  if (!wanted.ok) return failed(wanted.error, 'change-receiver');
  const { text, taken } = wanted.value;
  const read = await readBackPolicy(context, { before: revoking.policyBefore, after: text });
  if (read.outcome !== 'done') return failed(read.error);
  if (!isAsWanted(read.value, text, revoking)) return policyDiffers();
  if (run.revoking) run.revoking.editedAt ??= ports.clock.now();
  const others = run.changes.filter(({ what }) => what !== 'policy');
  run.changes = [
    ...(run.rows.get('take-out-receiver')?.state === 'done' ? taken.map(changeOf) : []),
    ...others,
  ];
  return done(read.requestId);
};

/** After a pause, others may have changed the policy: then the account must not be in it any more. */
function isAsWanted(policy: string, text: string, { accountId, editedAt }: Revoking): boolean {
  if (samePolicy(policy, text)) return true;
  const left = editedAt === undefined ? undefined : revokeAccount(policy, accountId, { mends: false });
  return left?.ok === true && left.value.taken.length === 0;
}

const wantedPolicy = ({ policyBefore, accountId, mends }: Revoking) =>
  revokeAccount(policyBefore, accountId, { mends });

const changeOf = ({ sid, principals, because, isGone }: RevokedPolicy['taken'][number]): KeyChange => ({
  what: 'policy',
  name: sid,
  before: principals.join(', '),
  after: because === 'incomplete' ? 'incomplete' : isGone ? 'statement-gone' : 'taken-out',
});
