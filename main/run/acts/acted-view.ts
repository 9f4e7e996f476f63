import { revokeAccount } from '../../aws/policy/revoke-account';
import { stillOpen } from '../../aws/policy/still-open';
import { definedOnly } from '../../shared/defined-only';
import type { ActedView } from '../../shared/views/acts';
import type { RevokedView } from '../../shared/views/revoke';
import { isOver, type ActRun } from '../run';
import { revokingOf } from './revoke/revoking';

/** How it ended; undefined while it has not. */
export function actedView(run: ActRun): ActedView | undefined {
  const {
    rows,
    mode,
    act,
    key,
    accountId,
    region,
    alias,
    changes,
    checkedAt,
    deletionAt,
    waitsFor,
    replica,
  } = run;
  if (checkedAt === undefined || ![...rows.keys()].every((step) => isOver(run, step))) return undefined;
  return {
    mode,
    act,
    keyArn: key.arn,
    keyId: key.keyId,
    accountId,
    region,
    state: key.state,
    checkedAt: checkedAt.toISOString(),
    changes,
    ...definedOnly({
      alias,
      deletionAt: deletionAt?.toISOString(),
      waitsFor,
      revoked: revokedView(run),
      replica: replica && { arn: replica.arn, region: replica.arn.split(':')[3] ?? '', state: replica.state },
    }),
  };
}

function revokedView(run: ActRun): RevokedView | undefined {
  if (run.act.do !== 'revoke-receiver') return undefined;
  const { accountId, policyBefore, mends, keptGrants = [] } = revokingOf(run);
  const revoked = revokeAccount(policyBefore, accountId, { mends });
  const policy = revoked.ok ? revoked.value.text : policyBefore;
  return {
    accountId,
    stillOpen: stillOpen(policy, { accountId, ownAccount: run.accountId }),
    kept: keptGrants,
  };
}
