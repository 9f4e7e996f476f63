import { receiverPolicyText } from '../aws/policy/receiver-statement';
import { accountRoot } from '../aws/policy/key-policy';
import type { HandOverView, ReceiverChoice } from '../shared/views/aws';
import { definedOnly } from '../shared/defined-only';
import { keyOf, type CreateRun, type Run } from './run';

/** What is handed over, from what AWS itself last said of the key; undefined while it has not. */
export function handOverOf(run: Run): HandOverView | undefined {
  const { key, checkedAt } = run;
  if (key === undefined || checkedAt === undefined) return undefined;
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
    cloudTrailEvents: [...run.requestIds.keys()],
    requestIds: [...run.requestIds].map(([operation, requestId]) => ({ operation, requestId })),
    ...receiverPart(run),
    ...definedOnly({
      checkValue: run.ready?.checkValue,
      expiresAt: key.validTo?.toISOString(),
      untested: untestedAs(run),
      keyMaterialId: run.imported?.keyMaterialId ?? key.currentKeyMaterialId,
    }),
  };
}

function untestedAs({ key, rows }: Run): HandOverView['untested'] {
  if (rows.get('round-trip')?.state !== 'skipped') return undefined;
  return key?.keySpec === 'SYMMETRIC_DEFAULT' ? 'not-allowed' : 'other-kind';
}

/** What only a run says that made the key itself. */
function receiverPart(
  run: Run,
): Pick<HandOverView, 'actionsAllowed' | 'alias' | 'custody' | 'receiver' | 'receiverStatement'> {
  if (run.kind === 'finish') return { actionsAllowed: [] };
  const { receiver } = run.plan.draft;
  return {
    actionsAllowed: actionsFor(receiver, run),
    alias: run.alias,
    receiver,
    receiverStatement: receiverPolicyText(keyOf(run).arn, receiver.needsGrants),
    ...definedOnly({ custody: run.custody }),
  };
}

/** What the key policy allows the account of the receiver. */
export function actionsFor({ accountId }: ReceiverChoice, { plan, partition }: CreateRun): readonly string[] {
  const root = accountRoot(partition, accountId);
  return plan.statements.flatMap(({ principals, actions }) => (principals.includes(root) ? actions : []));
}
