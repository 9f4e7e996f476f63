import { createHash } from 'node:crypto';
import { keyPolicyText } from '../aws/policy/key-policy';
import { readPolicy } from '../aws/policy/read-policy';
import { definedOnly } from '../shared/defined-only';
import type {
  PlannedKeyView,
  UnconfirmedReason,
  UnfinishedAdditionView,
  UnfinishedOfflineView,
  UnfinishedRunView,
  UnusableNoteView,
} from '../shared/views/unfinished';
import { openAdditionView } from '../run/addition-view';
import {
  isAddition,
  isWrapping,
  type ActRun,
  type AdditionRun,
  type CreateRun,
  type ImportRun,
  type Run,
} from '../run/run';
import type { FoundNotes } from '../platform/notes/notes';
import type { OfflineWork } from './offline-journal';
import { hasImported, mayBeCarriedOut } from '../run/resumed-rows';
import { toTaggedJson } from '../platform/notes/tagged-json';
import { policyOf } from '../run/plan-key';
import { resolveReceiver } from '../run/receiver-access';

type Standing = Pick<FoundNotes<unknown>, 'older' | 'unconfirmed'>;

/** SHA-256, hex, of all that a note says: two notes with the same one are the same work. */
export const reviewOf = (run: Run): string => createHash('sha256').update(toTaggedJson(run)).digest('hex');

export function runView(run: Run, standing: Standing): UnfinishedRunView | UnfinishedAdditionView {
  return isAddition(run) ? additionView(run, standing) : importView(run, standing);
}

function additionView(run: AdditionRun, { older, unconfirmed }: Standing): UnfinishedAdditionView {
  const { id, startedAt } = run;
  return {
    ...openAdditionView(run, !unconfirmed.has(id)),
    run: id,
    job: 'add-receiver',
    startedAt: startedAt.toISOString(),
    isUncertain: mayBeCarriedOut(run, 'put-policy') || mayBeCarriedOut(run, 'create-grant'),
    ...definedOnly(standingFields(id, older, unconfirmed)),
  };
}

function importView(run: ImportRun | ActRun, { older, unconfirmed }: Standing): UnfinishedRunView {
  return {
    run: run.id,
    review: reviewOf(run),
    accountId: run.accountId,
    region: run.region,
    startedAt: run.startedAt.toISOString(),
    rows: [...run.rows.values()],
    ...ownView(run),
    ...definedOnly({
      keyArn: run.key?.arn,
      keyId: run.key?.keyId,
      stopped: run.stopped,
      ...standingFields(run.id, older, unconfirmed),
    }),
  };
}

/** What depends on the kind of run. */
function ownView(
  run: ImportRun | ActRun,
): Pick<UnfinishedRunView, 'job' | 'isWrapped'> & Partial<UnfinishedRunView> {
  if (run.kind === 'act') {
    return { job: 'act', isWrapped: false, act: run.act, ...definedOnly({ alias: run.alias }) };
  }
  const { expiry, ready } = run;
  const wrapped = ready && {
    pairSha256: ready.pairSha256,
    ...definedOnly({ checkValue: ready.checkValue }),
  };
  return { expiry, ...definedOnly({ wrapped }), ...importingView(run) };
}

function importingView(
  run: ImportRun,
): Pick<UnfinishedRunView, 'job' | 'isWrapped'> & Partial<UnfinishedRunView> {
  switch (run.kind) {
    case 'create': {
      const { receiver, wrappingKeySpec, wrappingAlgorithm } = run.plan.draft;
      return {
        job: 'create-and-import',
        isWrapped: hasImported(run),
        alias: run.alias,
        receiverName: receiver.name,
        wrapping: { wrappingKeySpec, wrappingAlgorithm },
        planned: plannedView(run),
        ...definedOnly({
          chosenKeyId: run.chosenKeyId,
          custody: run.custody,
          parametersValidTo: run.parameters?.validTo.toISOString(),
        }),
      };
    }
    case 'reimport':
    case 'rotate':
      return {
        job: run.kind === 'rotate' ? 'rotate' : 'import-again',
        isWrapped: hasImported(run) || !isWrapping(run),
        ...definedOnly({
          wrapping: isWrapping(run) ? run.fit : undefined,
          alias: run.alias,
          custody: run.custody,
          parametersValidTo: run.parameters?.validTo.toISOString(),
        }),
      };
    case 'finish':
      return { job: 'finish-import', isWrapped: run.ready !== undefined };
  }
}

/** SECURITY: the policy is composed again from what the person sees; the one in the note is not even looked at. */
function plannedView({ plan, partition, accountId }: CreateRun): PlannedKeyView {
  const { draft, ceremonyTag } = plan;
  const { receiver, description, tags, administrators, users, multiRegion } = draft;
  const resolved = resolveReceiver(receiver, { partition, accountId });
  const access = resolved.ok ? resolved.value.access : { statements: [] };
  const policy = policyOf(draft, { partition, accountId }, access);
  return {
    receiver,
    description,
    tags,
    administrators,
    users,
    multiRegion,
    ceremonyTag,
    statements: readPolicy(policy),
    policyJson: keyPolicyText(policy),
    ...(resolved.ok ? {} : { refused: resolved.error }),
  };
}

export function offlineView(
  { id, startedAt, parameters, ...work }: OfflineWork,
  { older, unconfirmed }: Standing,
): UnfinishedOfflineView {
  const { keyId, keyArn, validTo } = parameters;
  const { state, wrappingAlgorithm, custody, folderName, transferCode } = work;
  return {
    run: id,
    job: 'wrap-offline',
    startedAt: startedAt.toISOString(),
    state,
    wrappingAlgorithm,
    fingerprint: parameters.fingerprint.hex,
    ...definedOnly({
      keyId,
      keyArn: keyArn?.arn,
      accountId: keyArn?.accountId,
      region: keyArn?.region,
      parametersValidTo: validTo?.toISOString(),
      custody,
      folderName,
      // SECURITY: the code vouches for saved files, so only a note that is proven to be ours may say it.
      transferCode: unconfirmed.has(id) ? undefined : transferCode,
      ...standingFields(id, older, unconfirmed),
    }),
  };
}

function standingFields(
  id: string,
  older: ReadonlySet<string>,
  unconfirmed: ReadonlyMap<string, UnconfirmedReason>,
) {
  return {
    isOlder: older.has(id) ? (true as const) : undefined,
    needsConfirming: unconfirmed.get(id),
  };
}

export const unusableViews = (
  of: UnusableNoteView['of'],
  { unusable }: Pick<FoundNotes<unknown>, 'unusable'>,
): readonly UnusableNoteView[] => unusable.map(({ name, reason }) => ({ note: name, of, reason }));
