import { locksOut } from '../../../aws/policy/lock-out';
import { oldStatementsIn } from '../../../aws/policy/old-statements';
import { revokeAccount } from '../../../aws/policy/revoke-account';
import { stillOpen } from '../../../aws/policy/still-open';
import type { CallOutcome, GrantFacts } from '../../../aws/kms-port';
import { grantText, isGrantOf, mayBeFor } from '../../../run/acts/revoke/of-receiver';
import type { ActRun } from '../../../run/run';
import { definedOnly } from '../../../shared/defined-only';
import { localError } from '../../../shared/errors';
import { limits } from '../../../shared/limits';
import { err, ok, type Result } from '../../../shared/result';
import { isOfService } from '../../../shared/service-principal';
import type { ActPlanView, KeyAct } from '../../../shared/views/acts';
import type { Read } from '../../../shared/views/keys';
import type { RevocableGrant, RevokePlanView } from '../../../shared/views/revoke';
import type { PlanDetails, Planning } from './planning';

type Revoke = Extract<KeyAct, { readonly do: 'revoke-receiver' }>;

/**
 * What revoking an account changes: the policy as it will be sent, what still lets the account in, and its grants. Those
 * that an AWS service made are not ticked.
 *
 * Errors: act.ownAccount, act.noReceiver; policy.unreadable, policy.locksOut; those of GetKeyPolicy.
 */
export async function planRevoke(
  act: Revoke,
  { open, session: { kms, view } }: Planning,
): Promise<Result<PlanDetails>> {
  const { accountId } = act;
  if (accountId === open.accountId) return err(localError('key', 'act.ownAccount', { accountId }));
  const [policy, grants] = await Promise.all([
    kms.getKeyPolicy(open.facts.arn),
    kms.listGrants(open.facts.arn),
  ]);
  if (policy.outcome !== 'done') return err(policy.error);
  const before = policy.value;
  const own = revokeAccount(before, accountId, { mends: false });
  if (!own.ok) return own;
  // A policy that stays as it is needs no mending.
  const mends = own.value.taken.length > 0 && oldStatementsIn(before).length > 0;
  const revoked = mends ? revokeAccount(before, accountId, { mends }) : own;
  if (!revoked.ok) return revoked;
  const { text: after, cuts, taken } = revoked.value;
  if (taken.length > 0 && locksOut(after, view)) return err(localError('key', 'policy.locksOut'));
  const found = grantsFor(grants, accountId);
  if (taken.length === 0 && found.read && found.value.every(({ isOfService: isOnly }) => isOnly)) {
    return err(localError('key', 'act.noReceiver', { accountId }));
  }
  const ticked = found.read ? found.value.filter((grant) => !grant.isOfService) : [];
  return ok({
    act: { ...act, grants: ticked.map(({ grantId }) => grantId), mends: false },
    revoke: {
      accountId,
      policy: { before, after, cuts, taken, bytes: Buffer.byteLength(after) },
      stillOpen: stillOpen(after, { accountId, ownAccount: open.accountId }),
      grants: found,
    },
  });
}

/** The account's own first, as far as a person can choose among them. */
function grantsFor(
  listed: CallOutcome<readonly GrantFacts[]>,
  accountId: string,
): Read<readonly RevocableGrant[]> {
  if (listed.outcome !== 'done') return { read: false, error: listed.error };
  const found = listed.value.filter((grant) => mayBeFor(grant, accountId));
  const own = found.filter((grant) => isGrantOf(grant, accountId) && !isOfService(grant));
  const others = found.filter((grant) => !own.includes(grant));
  return { read: true, value: [...others, ...own].slice(0, limits.maxShownGrants).map(grantView) };
}

const grantView = ({ createdAt, ...grant }: GrantFacts): RevocableGrant => ({
  ...grant,
  isOfService: isOfService(grant),
  ...definedOnly({ createdAt: createdAt?.toISOString() }),
});

/** What the run remembers of what was shown. Error: plan.gone where another thing was decided than was asked about. */
export function begunRevoke(
  act: Revoke,
  { act: planned, revoke }: ActPlanView,
): Result<Pick<ActRun, 'revoking'>> {
  const isPlanned = planned.do === 'revoke-receiver' && planned.accountId === act.accountId;
  if (!isPlanned || revoke === undefined) return err(localError('key', 'plan.gone'));
  const shown = revoke.grants.read ? revoke.grants.value : [];
  // SECURITY: only grants that were shown can be ticked, and what stands in the way goes only with a word of consent.
  const areShown = act.grants.every((id) => shown.some(({ grantId }) => grantId === id));
  if (!areShown || act.mends !== needsMending(revoke)) return err(localError('key', 'plan.gone'));
  const shownGrants = shown.map((grant) => ({ id: grant.grantId, text: grantText(grant) }));
  return ok({ revoking: { policyBefore: revoke.policy.before, shownGrants } });
}

const needsMending = ({ policy }: RevokePlanView): boolean =>
  policy.taken.some(({ because }) => because !== 'account');
