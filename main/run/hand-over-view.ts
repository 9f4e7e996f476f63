import { parseArn } from '../aws/arn';
import { receiverPolicyText } from '../aws/policy/receiver-statement';
import type { ReceiverStatement } from '../schemas/receiver';
import { receiverStatements } from '../aws/policy/key-policy';
import type { HandOverView, RunStep } from '../shared/views/aws';
import { definedOnly } from '../shared/defined-only';
import { resolveReceiver } from './receiver-access';
import { receiverWantsOf } from './receiver-wants';
import { againView, expiryOf } from './again-view';
import { keyOf, type CreateRun, type ImportRun } from './run';

/** What is handed over, from what AWS itself last said of the key; undefined while it has not. */
export function handOverOf(run: ImportRun): HandOverView | undefined {
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
    wants: receiverWantsOf(run, key),
    requestIds: [...run.requestIds].map(([operation, requestId]) => ({ operation, requestId })),
    ...receiverPart(run),
    ...definedOnly({
      again: againView(run),
      checkValue: run.ready?.checkValue,
      expiresAt: expiryOf(run)?.toISOString(),
      untested: untestedAs(run),
      keyMaterialId: run.imported?.keyMaterialId ?? key.currentKeyMaterialId,
    }),
  };
}

/** Each run has one of them, which encrypts and decrypts with the key as it is at the end. */
const checksOfUse: readonly RunStep[] = ['round-trip', 'encrypt-after'];

function untestedAs({ key, rows }: ImportRun): HandOverView['untested'] {
  if (!checksOfUse.some((step) => rows.get(step)?.state === 'skipped')) return undefined;
  if (key !== undefined && key.state !== 'Enabled') return 'stopped';
  return key?.keySpec === 'SYMMETRIC_DEFAULT' ? 'not-allowed' : 'other-kind';
}

/** What only a run says that made the key itself. */
function receiverPart(
  run: ImportRun,
): Pick<HandOverView, 'actionsAllowed' | 'alias' | 'custody' | 'receiver' | 'receiverStatement'> {
  if (run.kind === 'finish') return { actionsAllowed: [] };
  if (run.kind === 'reimport' || run.kind === 'rotate') {
    const { alias, custody } = run;
    return { actionsAllowed: [], ...definedOnly({ alias, custody }) };
  }
  const { receiver } = run.plan.draft;
  return {
    actionsAllowed: actionsFor(run),
    alias: run.alias,
    receiver,
    ...definedOnly({ receiverStatement: receiverSide(run), custody: run.custody }),
  };
}

/** What the key policy allows the receiver. */
export function actionsFor(run: CreateRun): readonly string[] {
  return [...new Set(statementsFor(run).flatMap(({ actions }) => actions))];
}

/** The plan was checked before it became a run, so a receiver that is refused here has nothing to be told. */
function statementsFor({ plan, accountId, partition }: CreateRun): readonly ReceiverStatement[] {
  const receiver = resolveReceiver(plan.draft.receiver, { accountId, partition });
  return receiver.ok ? receiverStatements(receiver.value.access, { partition }, 'receiver') : [];
}

/**
 * The other half of the permission, for an administrator of the receiver; undefined where nobody was let in but roles
 * of the account that owns the key.
 */
function receiverSide(run: CreateRun): string | undefined {
  const isOwn = (arn: string): boolean => parseArn(arn)?.accountId === run.accountId;
  const statements = statementsFor(run).filter(({ principals }) => !principals.every(isOwn));
  return statements.length === 0 ? undefined : receiverPolicyText(keyOf(run).arn, statements);
}
