import type { CallOutcome } from '../../../aws/kms-port';
import { revokeAccount, type RevokedPolicy } from '../../../aws/policy/revoke-account';
import { samePolicy } from '../../../aws/policy/same-policy';
import type { KeyChange } from '../../../schemas/act';
import { localError, type AppError } from '../../../shared/errors';
import { isDisturbed, patienceMs, repeatWhile } from '../../calls';
import { done, failed, type Step, type StepContext, type StepEnd } from '../../recipe';
import type { ActRun } from '../../run';
import { refusedPolicy } from '../../steps/refused-policy';
import { changeOnce } from '../change-once';
import { revokingOf, type Revoking } from './revoking';

/**
 * PutKeyPolicy without the principals of the account, once, and only over the policy that the person saw. What is sent is
 * made of that one anew. AWS has no condition for it, so a change in the moment between the two calls cannot be seen.
 *
 * Errors: policy.changed; policy.locksOut, policy.oldStatement; those of GetKeyPolicy and PutKeyPolicy.
 */
export const takeOutReceiver: Step<ActRun> = async (context) => {
  const { run, kms } = context;
  const revoking = revokingOf(run);
  const wanted = wantedPolicy(revoking);
  if (!wanted.ok) return failed(wanted.error, 'change-receiver');
  const { policyBefore } = revoking;
  const { text } = wanted.value;
  let other: AppError | undefined;
  const end = await changeOnce(context, {
    operation: 'PutKeyPolicy',
    isThere: async () => {
      const read = await readPolicy(context);
      if (read.outcome !== 'done') return read;
      // SECURITY: nothing is written over what nobody was shown.
      const isKnown = samePolicy(read.value, text) || read.value === policyBefore;
      other = isKnown ? undefined : localError('run', 'policy.changed', undefined, 'check-first');
      return other === undefined
        ? { ...read, value: samePolicy(read.value, text) }
        : { outcome: 'refused', error: other };
    },
    send: () => kms.putKeyPolicy(run.key.keyId, text),
  });
  return inWords(end, other, policyBefore);
};

/** Reads the policy back, a minute at most while AWS still answers with the former one. Error: verify.policyDiffers. */
export const compareTakenOut: Step<ActRun> = async (context) => {
  const { run, ports } = context;
  const revoking = revokingOf(run);
  const wanted = wantedPolicy(revoking);
  if (!wanted.ok) return failed(wanted.error, 'change-receiver');
  const { text, taken } = wanted.value;
  const read = await repeatWhile(
    ports.clock,
    patienceMs,
    () => readPolicy(context),
    (outcome) =>
      outcome.outcome === 'done'
        ? outcome.value === revoking.policyBefore && !samePolicy(outcome.value, text)
        : isDisturbed(outcome),
  );
  if (read.outcome !== 'done') return failed(read.error);
  if (!isAsWanted(read.value, text, revoking)) {
    return failed(localError('run', 'verify.policyDiffers', undefined, 'check-first'), 'change-receiver');
  }
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

function inWords(end: StepEnd, other: AppError | undefined, before: string): StepEnd {
  if (end.end !== 'failed' && end.end !== 'unknown') return end;
  if (other !== undefined && end.error === other) return failed(other, 'change-receiver');
  return end.end === 'failed' ? refusedPolicy(end.error, { before, added: [] }) : end;
}

const changeOf = ({ sid, principals, because, isGone }: RevokedPolicy['taken'][number]): KeyChange => ({
  what: 'policy',
  name: sid,
  before: principals.join(', '),
  after: because === 'incomplete' ? 'incomplete' : isGone ? 'statement-gone' : 'taken-out',
});

const readPolicy = ({ run, kms, call }: StepContext<ActRun>): Promise<CallOutcome<string>> =>
  call('GetKeyPolicy', () => kms.getKeyPolicy(run.key.keyId));
