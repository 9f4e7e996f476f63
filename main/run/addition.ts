import { addStatements } from '../aws/policy/add-statements';
import { describePolicy, receiverStatements, writtenStatement } from '../aws/policy/key-policy';
import { locksOut } from '../aws/policy/lock-out';
import type { KeyFacts } from '../aws/kms-port';
import type { AwsSession } from '../aws/session';
import { presetById } from '../receivers/presets';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { ReceiverChoice } from '../shared/views/aws';
import { resolveReceiver, type ResolvedReceiver } from './receiver-access';
import { rowsOf } from './recipe';
import { addByGrant } from './recipes/add-by-grant';
import { addByPolicy } from './recipes/add-by-policy';
import { mayBeCarriedOut } from './resumed-rows';
import type { OpenKey } from './open-key';
import { newRows, newRun, type AdditionRun, type CreateRun, type GrantRun, type PolicyRun } from './run';
import { noNotes } from './run-notes';
import { isSameGrant } from './steps/create-grant';

/** What is left to do with the key of a run that is done: its receiver says whom to let in only now. */
export function additionAfter(run: CreateRun, now: Date): AdditionRun | undefined {
  const { plan, key, mode, accountId, region, partition, alias } = run;
  const { receiver } = plan.draft;
  const { asks } = receiver;
  if (asks?.from !== 'later' || key === undefined) return undefined;
  const common = {
    id: plan.ceremonyTag.value,
    startedAt: now,
    mode,
    accountId,
    region,
    partition,
    alias,
    receiver,
    key,
    requestIds: new Map<string, string>(),
    notes: noNotes(),
  };
  const isByGrant =
    presetById(receiver.preset)?.terms.access.by === 'grant' || asks.terms?.grant !== undefined;
  return isByGrant
    ? { ...common, kind: 'add-by-grant', rows: newRows(rowsOf(addByGrant)) }
    : { ...common, kind: 'add-by-policy', rows: newRows(rowsOf(addByPolicy)) };
}

/** Lets another receiver use a key that a person has opened; whom, and how, is not said yet. */
export function additionTo(open: OpenKey, session: AwsSession, now: Date): AdditionRun {
  return {
    kind: 'add-by-policy',
    ...newRun(session, now, rowsOf(addByPolicy)),
    key: open.facts,
    alias: open.aliases[0] ?? '',
    receiver: { preset: 'other', name: '', accountId: '', needsGrants: false },
    notes: noNotes(),
    isOpened: true,
  };
}

/**
 * What adding this receiver changes, and the run that does it once a person has seen that. Reads; changes nothing.
 *
 * SECURITY: whatever a note says, the change is composed from what the person says now, and from the policy that AWS has
 * now. A row that may be carried out stays so, and is looked up before anything is sent.
 *
 * Errors: receiver.*, key.policyTooLarge, key.principal, policy.unreadable, policy.locksOut, grant.other; those of
 * GetKeyPolicy and ListGrants.
 */
export async function plannedAddition(
  noted: AdditionRun,
  { receiver, key, now }: { readonly receiver: ReceiverChoice; readonly key: KeyFacts; readonly now: Date },
  session: AwsSession,
): Promise<Result<AdditionRun>> {
  const resolved = resolveReceiver(receiver, session.view);
  if (!resolved.ok) return resolved;
  const { access, grant, accountId } = resolved.value;
  const { id, startedAt, mode, region, partition, alias, requestIds, notes, isOpened } = noted;
  const common = {
    ...{ id, startedAt, mode, accountId: noted.accountId, region, partition, alias, requestIds, notes },
    ...definedOnly({ isOpened }),
    key,
    checkedAt: now,
    receiver: { ...receiver, accountId },
  };
  if (grant !== undefined) return await plannedGrant({ noted, common, grant }, session);
  return await plannedPolicy({ noted, common, access }, session);
}

type Common = Omit<PolicyRun, 'kind' | 'rows' | 'change' | 'stopped'>;

async function plannedPolicy(
  { noted, common, access }: { noted: AdditionRun; common: Common } & Pick<ResolvedReceiver, 'access'>,
  { kms, view }: AwsSession,
): Promise<Result<PolicyRun>> {
  const statements = receiverStatements(access, view, 'key-policy');
  if (statements.length === 0) return err(localError('receiver', 'receiver.blank', { reason: 'missing' }));
  const read = await kms.getKeyPolicy(common.key.keyId);
  if (read.outcome !== 'done') return err(read.error);
  const addition = addStatements(read.value, statements);
  if (!addition.ok) return addition;
  const { text, added } = addition.value;
  if (added.length > 0 && locksOut(text, view)) return err(localError('run', 'policy.locksOut'));
  const rows = newRows(rowsOf(addByPolicy));
  if (mayBeCarriedOut(noted, 'put-policy')) rows.set('put-policy', { step: 'put-policy', state: 'unknown' });
  const described = describePolicy({ Statement: added.map(writtenStatement) });
  return ok({
    ...common,
    kind: 'add-by-policy',
    rows,
    change: { before: read.value, after: text, added: described },
  });
}

async function plannedGrant(
  {
    noted,
    common,
    grant,
  }: { noted: AdditionRun; common: Common; grant: NonNullable<ResolvedReceiver['grant']> },
  { kms }: AwsSession,
): Promise<Result<GrantRun>> {
  const wanted = { ...grant, name: `keyferry-${common.id}` };
  const listed = await kms.listGrants(common.key.keyId);
  if (listed.outcome !== 'done') return err(listed.error);
  const named = listed.value.filter(({ name }) => name === wanted.name);
  const there = named.find((each) => isSameGrant(each, wanted));
  const other = named[0];
  if (there === undefined && other !== undefined) {
    return err(localError('run', 'grant.other', { grantee: other.grantee ?? '', grantId: other.grantId }));
  }
  const rows = newRows(rowsOf(addByGrant));
  if (mayBeCarriedOut(noted, 'create-grant')) {
    rows.set('create-grant', { step: 'create-grant', state: 'unknown' });
  }
  return ok({
    ...common,
    kind: 'add-by-grant',
    rows,
    grant: wanted,
    ...(there ? { grantId: there.grantId } : {}),
  });
}
