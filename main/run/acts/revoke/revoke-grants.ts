import type { CallOutcome, GrantFacts } from '../../../aws/kms-port';
import type { KeyChange } from '../../../schemas/act';
import { definedOnly } from '../../../shared/defined-only';
import { localError, type AppError } from '../../../shared/errors';
import { isOfService } from '../../../shared/service-principal';
import { patienceMs, repeatWhile } from '../../calls';
import { done, failed, type Step, type StepContext, type StepEnd } from '../../recipe';
import type { ActRun } from '../../run';
import { describeKeyOf } from '../../steps/describe';
import { grantText, isGrantOf, mayBeFor } from './of-receiver';
import { revokingOf } from './revoking';

/** AWS KMS Developer Guide, "Grant propagation" and "Eventual consistency": usually less than five minutes. */
const propagationMs = 5 * 60_000;
/** In practice a change holds at once; the wait is only shown. */
const practiceMs = 5000;
const tickMs = 1000;

/** Revokes what was ticked, and what came since. Errors: act.halfRevoked {reason, left}. */
export const revokeGrants: Step<ActRun> = async (context) => {
  const end = await revokeAll(context, 'revoked');
  if (end.end !== 'done') return end;
  const { run } = context;
  const { grants, shownGrants } = revokingOf(run);
  const isSaid = (id: string): boolean =>
    run.changes.some(({ what, name }) => what === 'grant' && name === id);
  const gone = shownGrants.filter(({ id }) => grants.includes(id) && !isSaid(id));
  run.changes = [...run.changes, ...gone.map(({ id, text }) => change(id, text, 'gone'))];
  return end;
};

/**
 * Waits until nobody of the account can make a grant any more by what AWS remembers of the former policy. A person may
 * stop it, and end the app: going on waits only for what is left.
 */
export const waitForEdit: Step<ActRun> = async ({ run, ports: { clock }, stillWaiting }) => {
  const waitMs = run.mode === 'practice' ? practiceMs : propagationMs;
  const begun = revokingOf(run).editedAt?.getTime() ?? 0;
  const leftMs = (): number => Math.min(begun + waitMs - clock.now().getTime(), waitMs);
  for (let left = leftMs(); left > 0; left = leftMs()) {
    if (stillWaiting(left)) return { end: 'stopped-waiting' };
    await clock.sleep(Math.min(tickMs, left));
  }
  return { end: 'done' };
};

/** Lists the grants once more, revokes what came in the meantime, and says what is left. */
export const lookAgain: Step<ActRun> = async (context) => {
  const { run, ports } = context;
  const end = await revokeAll(context, 'revoked-later');
  if (end.end !== 'done') return end;
  const left = await listGrants(context);
  if (left.outcome !== 'done') return half(run, left.error, []);
  const described = await describeKeyOf(context);
  if (described.outcome !== 'done') return failed(described.error);
  const { accountId } = revokingOf(run);
  const kept = left.value.filter((grant) => mayBeFor(grant, accountId));
  if (run.revoking) run.revoking = { ...run.revoking, keptGrants: kept.map(grantText) };
  run.key = described.value;
  run.checkedAt = ports.clock.now();
  return end;
};

async function revokeAll(context: StepContext<ActRun>, how: 'revoked' | 'revoked-later'): Promise<StepEnd> {
  const { run } = context;
  const listed = await listGrants(context);
  if (listed.outcome !== 'done') return half(run, listed.error, []);
  const due = listed.value.filter((grant) => isDue(run, grant));
  for (const [at, grant] of due.entries()) {
    const end = await revokeOne(context, grant.grantId);
    if (end.end === 'failed') return half(run, end.error, due.slice(at));
    if (end.end === 'unknown') return end;
    run.changes = [...run.changes, change(grant.grantId, grantText(grant), how)];
  }
  return done(listed.requestId);
}

/**
 * What was ticked, and what nobody was shown: it came since. SECURITY: a grant of somebody else is never revoked, whatever
 * a note says; one of an AWS service only if it was ticked.
 */
function isDue(run: ActRun, grant: GrantFacts): boolean {
  const { accountId, grants, shownGrants } = revokingOf(run);
  if (grants.includes(grant.grantId)) return mayBeFor(grant, accountId);
  const isNew = !shownGrants.some(({ id }) => id === grant.grantId);
  return isNew && !isOfService(grant) && isGrantOf(grant, accountId);
}

/** RevokeGrant, once. A grant that is gone is as good as revoked; a lost answer is looked up. */
async function revokeOne(
  context: StepContext<ActRun>,
  grantId: string,
): Promise<Extract<StepEnd, { end: 'done' | 'failed' | 'unknown' }>> {
  const { run, kms, call, ports } = context;
  const revoked = await call('RevokeGrant', () => kms.revokeGrant(run.key.keyId, grantId));
  if (revoked.outcome === 'done') return { end: 'done' };
  const { error } = revoked;
  if (revoked.outcome === 'refused') {
    return isGone(error) ? { end: 'done' } : { end: 'failed', error };
  }
  const isLeft = (seen: CallOutcome<readonly GrantFacts[]>): boolean =>
    seen.outcome !== 'done' || seen.value.some((grant) => grant.grantId === grantId);
  const seen = await repeatWhile(ports.clock, patienceMs, () => listGrants(context), isLeft);
  return isLeft(seen) ? { end: 'unknown', error: { ...error, changedInAws: true } } : { end: 'done' };
}

const isGone = ({ code }: AppError): boolean => code === 'kms.grant' || code === 'kms.notFound';

/** The account is out of the policy, and its grants still let it in: who may not revoke them is told who can. */
function half(run: ActRun, error: AppError, left: readonly GrantFacts[]): StepEnd {
  const changedInAws = error.changedInAws || run.changes.length > 0;
  if (error.code !== 'aws.accessDenied') return failed({ ...error, changedInAws });
  const { accountId } = revokingOf(run);
  const facts = { ...error.facts, accountId, left: left.length, grants: left.map(grantText).join('; ') };
  const said = localError('run', 'act.halfRevoked', facts, 'check-first');
  return failed({ ...said, changedInAws, ...definedOnly({ requestId: error.requestId }) }, 'sign-in');
}

const change = (name: string, before: string, after: string): KeyChange => ({
  what: 'grant',
  name,
  before,
  after,
});

const listGrants = ({ run, kms, call }: StepContext<ActRun>) =>
  call('ListGrants', () => kms.listGrants(run.key.keyId));
