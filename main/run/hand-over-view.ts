import { receiverPolicyText } from '../aws/policy/receiver-statement';
import { accountRoot } from '../aws/policy/key-policy';
import type { HandOverView } from '../shared/views/aws';
import { definedOnly } from '../shared/defined-only';
import type { Run } from './run';

/** What is handed over, from what AWS itself last said of the key; undefined while it has not. */
export function handOverOf(run: Run): HandOverView | undefined {
  const { key, plan, checkedAt } = run;
  if (key === undefined || checkedAt === undefined) return undefined;
  const receiver = plan?.draft.receiver;
  const root = receiver && accountRoot(run.partition, receiver.accountId);
  const allowed = (plan?.statements ?? []).filter(
    ({ principals }) => root !== undefined && principals.includes(root),
  );
  return {
    mode: run.mode,
    keyArn: key.arn,
    keyId: key.keyId,
    accountId: key.accountId,
    region: run.region,
    partition: run.partition,
    keyState: key.state,
    checkedAt: checkedAt.toISOString(),
    multiRegion: key.multiRegion,
    actionsAllowed: allowed.flatMap(({ actions }) => actions),
    cloudTrailEvents: [...run.requestIds.keys()],
    requestIds: [...run.requestIds].map(([operation, requestId]) => ({ operation, requestId })),
    ...definedOnly({
      alias: run.alias,
      checkValue: run.ready?.checkValue,
      custody: run.custody,
      expiresAt: key.validTo?.toISOString(),
      untested: untestedAs(run),
      keyMaterialId: run.imported?.keyMaterialId ?? key.currentKeyMaterialId,
      receiver,
      receiverStatement: receiver && receiverPolicyText(key.arn, receiver.needsGrants),
    }),
  };
}

function untestedAs({ key, rows }: Run): HandOverView['untested'] {
  if (rows.get('round-trip')?.state !== 'skipped') return undefined;
  return key?.keySpec === 'SYMMETRIC_DEFAULT' ? 'not-allowed' : 'other-kind';
}
