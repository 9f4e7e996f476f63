import { checkAlias, checkExpiry } from '../aws/check-key';
import type { KeyFacts } from '../aws/kms-port';
import type { AwsSession } from '../aws/session';
import { pairSha256 } from '../parameters/pair-sha256';
import { isExpired } from '../parameters/validate-parameters';
import { readWrappingKey } from '../parameters/wrapping-key';
import { runSteps, type RunStep } from '../shared/views/aws';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { without } from '../shared/without';
import { awsClock, type Clock } from './calls';
import { isOver, type KeyPlan, type Run } from './run';
import { keyChanged } from './steps/describe';
import { isSetOver } from './steps/wrap';
import { findOwnKey, hasHeldMaterial } from './own-key';
import { ceremonyTagKey, composePlan } from './plan-key';
import { hasImported, isDone, mayBeCarriedOut, rowsOfCreating, rowsOfFinishing } from './resumed-rows';
import { noteException } from './run-notes';

/**
 * What a note says of a run, as a run that may go on. A run that is over already stays as it is.
 *
 * SECURITY: whoever wrote to the note must gain nothing by it. So the key policy is composed again, import parameters are
 * fetched again, the material is asked for again and must be that of the copy, and AWS says whether the key is ours. What
 * was wrapped elsewhere cannot be asked for again: it counts only in a note that is proven to be ours.
 *
 * @param isAuthentic whether the note is proven to be what the app itself wrote.
 *
 * Errors: receiver.*, card.text, key.*; run.otherKey, run.keyChanged, run.materialGone, run.packageNeeded; those of
 * DescribeKey and ListResourceTags. Nothing is changed in AWS.
 */
export async function resumedRun(
  noted: Run,
  session: AwsSession,
  clock: Clock,
  isAuthentic: boolean,
): Promise<Result<Run>> {
  if (noted.stopped !== undefined) return ok(noted);
  const endedAt = runSteps.find((step) => !isOver(noted, step));
  if (endedAt !== undefined) noted.notes.pausedAt = endedAt;
  const now = awsClock(clock, session).now();
  const run =
    noted.plan === undefined
      ? finishing(noted, session, now, isAuthentic)
      : creating(noted, noted.plan, session, now);
  if (!run.ok) return run;
  const key = await findOwnKey(run.value, session, clock);
  if (!key.ok || key.value === undefined) return key.ok ? run : key;
  const changed = keyChanged(key.value);
  if (changed !== undefined) return err({ ...changed.error, changedInAws: noted.plan !== undefined });
  return withKey(run.value, key.value, clock.now());
}

function creating(noted: Run, plan: KeyPlan, { view }: AwsSession, now: Date): Result<Run> {
  const composed = composePlan({ ...plan.draft, session: view.session }, view, now);
  if (!composed.ok) return composed;
  const alias = checkAlias(noted.alias ?? '');
  if (!alias.ok) return alias;
  const isImported = hasImported(noted);
  const hasExpired = !isImported && noted.parameters !== undefined && isSetOver(noted, now);
  if (hasExpired) noteException(noted.notes, { kind: 'parameters-renewed' }, now);
  const rows = rowsOfCreating(noted, hasExpired);
  const uncertain = mayBeCarriedOut(noted, 'import') ? noted.ready?.checkValue : undefined;
  return ok({
    ...without(noted, ...neverBelieved),
    partition: view.partition,
    plan: { ...composed.value, ceremonyTag: { key: ceremonyTagKey, value: plan.ceremonyTag.value } },
    expiry: composed.value.draft.expiry,
    rows,
    ...definedOnly({
      key: isDone(rows, 'create-key') ? noted.key : undefined,
      sentCheckValue: noted.sentCheckValue ?? uncertain,
    }),
    ...(isImported ? forTheRecord(noted) : {}),
  });
}

function finishing(noted: Run, { view }: AwsSession, now: Date, isAuthentic: boolean): Result<Run> {
  const rows = rowsOfFinishing(noted);
  const run = { ...without(noted, 'checkedAt'), partition: view.partition, rows };
  if (isDone(rows, 'import')) return ok(run);
  const expiry = checkExpiry(noted.expiry, now);
  if (!expiry.ok) return expiry;
  const reason = whyUnusable(noted, now, isAuthentic);
  if (reason === undefined) return ok(run);
  const error = localError('package', 'run.packageNeeded', { reason }, 'change-input');
  return err({ ...error, changedInAws: mayBeCarriedOut(noted, 'import') });
}

function whyUnusable({ ready }: Run, now: Date, isAuthentic: boolean): string | undefined {
  if (!isAuthentic) return 'unproven';
  if (ready === undefined || !isPair(ready)) return 'incomplete';
  return isExpired(ready.validTo, now) ? 'expired' : undefined;
}

const isPair = ({ encryptedKeyMaterial, importToken, pairSha256: noted }: NonNullable<Run['ready']>) =>
  pairSha256(encryptedKeyMaterial, importToken) === noted;

/** What a run that creates a key finds out anew, or is asked for once more. */
const neverBelieved = [
  'key',
  'before',
  'material',
  'parametersAskedAt',
  'parameters',
  'ready',
  'imported',
  'sentCheckValue',
  'checkedAt',
] as const;

/** What was used for an import that is done: it is sent nowhere any more, and is told. */
function forTheRecord({ parameters, ready, imported }: Run): Pick<Run, 'parameters' | 'ready' | 'imported'> {
  const hasPassed = parameters !== undefined && readWrappingKey(parameters.wrappingKey.spkiDer).ok;
  return definedOnly({
    parameters: hasPassed ? parameters : undefined,
    ready: ready && isPair(ready) ? ready : undefined,
    imported,
  });
}

function withKey(run: Run, key: KeyFacts, now: Date): Result<Run> {
  const { rows, plan } = run;
  const found = { ...run, key };
  if (isDone(rows, 'import')) return ok(found);
  const isUncertain = mayBeCarriedOut(run, 'import');
  if (plan === undefined) return ok(isUncertain ? found : { ...found, before: key });
  if (run.sentCheckValue === undefined || !isGone(run)) return ok(found);
  if (hasHeldMaterial(key)) {
    const error = localError('run', 'run.materialGone', { keyId: key.keyId }, 'no');
    return err({ ...error, changedInAws: true });
  }
  // AWS has none of it: new material does no harm, and were the old one on its way still, AWS would refuse the new one.
  noteException(run.notes, { kind: 'looked-up', step: 'import' }, now);
  const step: RunStep = 'import';
  return ok({
    ...without(found, 'sentCheckValue'),
    rows: new Map(rows).set(step, { step, state: 'waiting' }),
  });
}

/** Generated material of which somebody wanted no copy: it was in the memory of an app that has ended. */
const isGone = ({ custody, notes }: Run): boolean =>
  custody?.kept === 'none' && notes.madeOf?.source === 'generated';
