import { revokeAccount } from '../../aws/policy/revoke-account';
import type { JobFacts } from '../../records/record-events';
import { recordedInstant, type Zone } from '../../records/record-instant';
import { orNone, visible } from '../../records/record-parts';
import { definedOnly } from '../../shared/defined-only';
import type { ActRun } from '../run';
import { callSections, exceptionSections, stepSections, writtenPolicy } from '../record-sections';
import { revokingOf } from './revoke/revoking';

/** The key policy that an act wrote, and the former one. */
function policyOf(run: ActRun): JobFacts['policy'] {
  if (run.act.do !== 'revoke-receiver' || run.rows.get('take-out-receiver')?.state !== 'done') return 'none';
  const { accountId, policyBefore, mends } = revokingOf(run);
  const revoked = revokeAccount(policyBefore, accountId, { mends });
  if (!revoked.ok) return 'none';
  const written = { before: policyBefore, after: revoked.value.text };
  return writtenPolicy(written, [], run.rows.get('policy')?.state === 'done');
}

/** What the ceremony record says of an act; undefined while AWS has not said how the key is. */
export function recordOfAct(run: ActRun, zone: Zone): JobFacts | undefined {
  const { act, key, checkedAt, changes, typed } = run;
  if (checkedAt === undefined) return undefined;
  return {
    job: act.do,
    id: run.id,
    mode: run.mode,
    begunAt: recordedInstant(run.startedAt, zone),
    key: {
      keyId: key.keyId,
      keyArn: key.arn,
      accountId: key.accountId,
      region: run.region,
      multiRegion: key.multiRegion,
      state: key.state,
      checkedAt: recordedInstant(checkedAt, zone),
      ...definedOnly({ alias: run.alias }),
    },
    material: 'none',
    wrapping: 'none',
    custody: 'none',
    erasure: 'none',
    files: 'none',
    policy: policyOf(run),
    receiver: 'none',
    changes: changes.map(({ what, name, before, after }) => ({
      what,
      before: visible(before),
      after: visible(after),
      ...definedOnly({ name: name && visible(name) }),
    })),
    steps: [...run.rows.values()].flatMap((row) => stepSections(row, zone)),
    calls: callSections(run, zone),
    exceptions: orNone([
      ...exceptionSections(run, zone),
      ...(typed === undefined ? [] : [{ kind: 'confirmed' as const, typed: visible(typed), times: 1 }]),
    ]),
  };
}
