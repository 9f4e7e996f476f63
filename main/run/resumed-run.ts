import { checkAlias, checkExpiry } from '../aws/check-key';
import type { KeyFacts } from '../aws/kms-port';
import type { AwsSession } from '../aws/session';
import { pairSha256 } from '../parameters/pair-sha256';
import { isExpired } from '../parameters/validate-parameters';
import { readWrappingKey } from '../parameters/wrapping-key';
import type { RunStep } from '../shared/views/aws';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { without } from '../shared/without';
import { awsClock, type Clock } from './calls';
import {
  isOver,
  keyBefore,
  type CreateRun,
  type FinishRun,
  type ImportRun,
  type ReimportRun,
  type RotateRun,
  type WrappingRun,
} from './run';
import { keyChanged } from './steps/describe';
import { isSetOver } from './parameters-age';
import { findOwnKey, hasHeldMaterial } from './own-key';
import { ceremonyTagKey, composePlan } from './plan-key';
import {
  hasImported,
  isDone,
  mayBeCarriedOut,
  rowsOfCreating,
  rowsOfFinishing,
  rowsOfReimporting,
  rowsOfRotating,
} from './resumed-rows';
import { noteException } from './run-notes';

/** A run that may go on. `pausedAt`: where the app before this one ended; rows before that may be made anew. */
export interface ResumedRun {
  readonly run: ImportRun;
  readonly pausedAt?: RunStep;
}

/**
 * What a note says of a run, as a run that may go on. A run that is over already stays as it is.
 *
 * SECURITY: a person who wrote to the note must gain nothing by it. So the key policy is composed again, import
 * parameters are fetched again, the material is asked for again and must be that of the copy, and AWS says whether
 * the key is ours. What was wrapped elsewhere cannot be asked for again: it counts only in a note that is proven to
 * be ours.
 *
 * @param isAuthentic whether the note is proven to be what the app itself wrote.
 *
 * Errors: receiver.*, card.text, key.*; run.otherKey, run.keyChanged, run.materialGone, run.packageNeeded; those of
 * DescribeKey and ListResourceTags. Nothing is changed in AWS.
 */
export async function resumedRun(
  noted: ImportRun,
  session: AwsSession,
  clock: Clock,
  isAuthentic: boolean,
): Promise<Result<ResumedRun>> {
  const pausedAt = [...noted.rows.keys()].find((step) => !isOver(noted, step));
  const resumed = (run: ImportRun): Result<ResumedRun> => ok({ run, ...definedOnly({ pausedAt }) });
  if (noted.stopped !== undefined) return resumed(noted);
  const now = awsClock(clock, session).now();
  const started = startedFrom(noted, session, now, isAuthentic);
  if (!started.ok) return started;
  const key = await findOwnKey(started.value, session, clock);
  if (!key.ok) return key;
  if (key.value === undefined) return resumed(started.value);
  const changed = keyChanged(key.value, keyBefore(noted));
  if (changed !== undefined) return err({ ...changed.error, changedInAws: noted.kind === 'create' });
  const run = withKey(started.value, key.value, clock.now());
  return run.ok ? resumed(run.value) : run;
}

function startedFrom(
  noted: ImportRun,
  session: AwsSession,
  now: Date,
  isAuthentic: boolean,
): Result<ImportRun> {
  switch (noted.kind) {
    case 'create':
      return creating(noted, session, now);
    case 'reimport':
      return reimporting(noted, session, now);
    case 'rotate':
      return noted.isReturned
        ? rotatingReturned(noted, session, now, isAuthentic)
        : rotating(noted, session, now, isAuthentic);
    case 'finish':
      return finishing(noted, session, now, isAuthentic);
  }
}

function creating(noted: CreateRun, { view }: AwsSession, now: Date): Result<CreateRun> {
  const { plan } = noted;
  const composed = composePlan({ ...plan.draft, session: view.session }, view, now);
  if (!composed.ok) return composed;
  const alias = checkAlias(noted.alias);
  if (!alias.ok) return alias;
  const rows = rowsOfCreating(noted, noteRenewal(noted, now));
  return ok({
    ...without(noted, ...neverBelieved),
    partition: view.partition,
    plan: { ...composed.value, ceremonyTag: { key: ceremonyTagKey, value: plan.ceremonyTag.value } },
    expiry: composed.value.draft.expiry,
    rows,
    ...definedOnly({
      key: isDone(rows, 'create-key') ? noted.key : undefined,
      sentCheckValue: sentBefore(noted),
    }),
    ...(hasImported(noted) ? forTheRecord(noted) : {}),
  });
}

function reimporting(noted: ReimportRun, { view }: AwsSession, now: Date): Result<ReimportRun> {
  const expiry = hasImported(noted) ? ok(noted.expiry) : checkExpiry(noted.expiry, now);
  if (!expiry.ok) return expiry;
  return ok({
    ...without(noted, ...neverBelieved),
    partition: view.partition,
    rows: rowsOfReimporting(noted, noteRenewal(noted, now)),
    key: noted.key,
    ...definedOnly({ sentCheckValue: sentBefore(noted) }),
    ...(hasImported(noted) ? forTheRecord(noted) : {}),
  });
}

/** What was said of the new material is only where it is looked for: AWS compares it with what is imported. */
function rotating(
  noted: RotateRun,
  { view }: AwsSession,
  now: Date,
  isAuthentic: boolean,
): Result<RotateRun> {
  const rows = rowsOfRotating(noted, noteRenewal(noted, now), isAuthentic);
  const expiry = isDone(rows, 'import') ? ok(noted.expiry) : checkExpiry(noted.expiry, now);
  if (!expiry.ok) return expiry;
  return ok({
    ...without(noted, ...neverBelieved, 'replicas'),
    partition: view.partition,
    rows,
    key: noted.key,
    ...definedOnly({ sentCheckValue: sentBefore(noted) }),
    ...(isDone(rows, 'import') ? forTheRecord(noted) : {}),
    // SECURITY: what was wrapped for the replicas is sent only as this app has written it.
    ...(isDone(rows, 'import') && isAuthentic ? definedOnly({ replicas: noted.replicas }) : {}),
  });
}

/** What was wrapped elsewhere is sent as it is, or not at all; see importNew for what may be on the key. */
function rotatingReturned(
  noted: RotateRun,
  { view }: AwsSession,
  now: Date,
  isAuthentic: boolean,
): Result<RotateRun> {
  const rows = rowsOfRotating(noted, false, isAuthentic);
  const run = { ...without(noted, 'checkedAt'), partition: view.partition, rows };
  return sendable({ ...run, ...definedOnly({ sentCheckValue: sentBefore(noted) }) }, now, isAuthentic);
}

/** Whether the import parameters that were fetched have expired before they were used. */
function noteRenewal(noted: WrappingRun, now: Date): boolean {
  const hasExpired = !hasImported(noted) && noted.parameters !== undefined && isSetOver(noted, now);
  if (hasExpired) noteException(noted.notes, { kind: 'parameters-renewed' }, now);
  return hasExpired;
}

/** The check value of what AWS has, or may have. */
const sentBefore = (noted: WrappingRun): string | undefined =>
  noted.sentCheckValue ?? (mayBeCarriedOut(noted, 'import') ? noted.ready?.checkValue : undefined);

function finishing(
  noted: FinishRun,
  { view }: AwsSession,
  now: Date,
  isAuthentic: boolean,
): Result<FinishRun> {
  const rows = rowsOfFinishing(noted);
  const run = { ...without(noted, 'checkedAt'), partition: view.partition, rows };
  return sendable(run, now, isAuthentic);
}

/** A run whose material was wrapped elsewhere: either it is imported, or it can be. */
function sendable<R extends ImportRun>(run: R, now: Date, isAuthentic: boolean): Result<R> {
  if (isDone(run.rows, 'import')) return ok(run);
  const expiry = checkExpiry(run.expiry, now);
  if (!expiry.ok) return expiry;
  const reason = whyUnusable(run, now, isAuthentic);
  if (reason === undefined) return ok(run);
  const error = localError('package', 'run.packageNeeded', { reason }, 'change-input');
  return err({ ...error, changedInAws: mayBeCarriedOut(run, 'import') });
}

function whyUnusable({ ready }: ImportRun, now: Date, isAuthentic: boolean): string | undefined {
  if (!isAuthentic) return 'unproven';
  if (ready === undefined || !isPair(ready)) return 'incomplete';
  return isExpired(ready.validTo, now) ? 'expired' : undefined;
}

const isPair = ({ encryptedKeyMaterial, importToken, pairSha256: noted }: NonNullable<ImportRun['ready']>) =>
  pairSha256(encryptedKeyMaterial, importToken) === noted;

/** What a run that wraps finds out anew, or is asked for once more. */
const neverBelieved = [
  'key',
  'material',
  'parametersAskedAt',
  'parameters',
  'ready',
  'imported',
  'sentCheckValue',
  'checkedAt',
] as const;

/** What was used for an import that is done: it is sent nowhere any more, and is told. */
function forTheRecord({
  parameters,
  ready,
  imported,
}: WrappingRun): Pick<WrappingRun, 'parameters' | 'ready' | 'imported'> {
  const hasPassed = parameters !== undefined && readWrappingKey(parameters.wrappingKey.spkiDer).ok;
  return definedOnly({
    parameters: hasPassed ? parameters : undefined,
    ready: ready && isPair(ready) ? ready : undefined,
    imported,
  });
}

function withKey(run: ImportRun, key: KeyFacts, now: Date): Result<ImportRun> {
  const found = { ...run, key };
  if (isDone(run.rows, 'import')) return ok(found);
  if (found.kind !== 'create') {
    return ok(mayBeCarriedOut(run, 'import') ? found : { ...found, before: key });
  }
  if (found.sentCheckValue === undefined || !isGone(found)) return ok(found);
  if (hasHeldMaterial(key)) {
    const error = localError('run', 'run.materialGone', { keyId: key.keyId }, 'no');
    return err({ ...error, changedInAws: true });
  }
  // AWS has none of it: new material does no harm, and were the old one on its way still, AWS would refuse the new one.
  noteException(run.notes, { kind: 'looked-up', step: 'import' }, now);
  const step: RunStep = 'import';
  return ok({
    ...without(found, 'sentCheckValue'),
    rows: new Map(run.rows).set(step, { step, state: 'waiting' }),
  });
}

/** Generated material of which somebody wanted no copy: it was in the memory of an app that has ended. */
const isGone = ({ custody, notes }: CreateRun): boolean =>
  custody?.kept === 'none' && notes.madeOf?.source === 'generated';
