import type { CallOutcome, KeyFacts } from '../aws/kms-port';
import { pairSha256 } from '../parameters/pair-sha256';
import { expired } from '../parameters/validate-parameters';
import { localError, type AppError } from '../shared/errors';
import { isDisturbed, mayBeTooEarly, patienceMs, repeatWhile } from './calls';
import { done, failed, type Run, type Step, type StepContext, type StepEnd } from './ceremony-run';
import { keyOf, onceKeyIsKnown } from './key-steps';
import { isSetOver, needsFreshSet } from './material-steps';

/**
 * ImportKeyMaterial, once. When its answer is lost the key itself says whether it was carried out; sending the same
 * bytes again is safe then (without ImportType, AWS takes the same material a second time and refuses any other).
 */
export const importMaterial: Step = async (context) => {
  const { run, kms, call, ports } = context;
  if (context.wasUnknown) {
    const seen = await describe(context);
    if (seen.outcome !== 'done') return { end: 'unknown', error: seen.error };
    const end = whatStateSays(run, seen.value);
    if (end !== undefined) return end;
  }
  const now = ports.clock.now();
  const { ready } = run;
  if (ready === undefined || needsFreshSet(run, now)) {
    return run.plan === undefined
      ? failed(expired(ready?.validTo ?? now, now))
      : { end: 'again-from', step: 'get-parameters', isRenewed: isSetOver(run, now) };
  }
  const { encryptedKeyMaterial, importToken, checkValue } = ready;
  if (run.sentCheckValue !== undefined && checkValue !== undefined && checkValue !== run.sentCheckValue) {
    const facts = { expected: run.sentCheckValue, found: checkValue };
    return failed(localError('custody', 'copy.otherMaterial', facts));
  }
  // SECURITY: only what the vault wrapped goes out, with the token that it was wrapped for.
  if (pairSha256(encryptedKeyMaterial, importToken) !== ready.pairSha256) {
    throw new Error('Wrapped key material and import token are not the pair that was checked.');
  }
  const { keyId } = keyOf(run);
  const imported = await onceKeyIsKnown(context, () =>
    call('ImportKeyMaterial', () =>
      kms.importKeyMaterial({ keyId, importToken, encryptedKeyMaterial, expiry: run.expiry }),
    ),
  );
  if (imported.outcome !== 'refused' && checkValue !== undefined) run.sentCheckValue = checkValue;
  switch (imported.outcome) {
    case 'done':
      run.imported = imported.value;
      return done(imported.requestId);
    case 'refused':
      return await refused(context, imported.error);
    case 'unknown':
      return await lookUp(context);
  }
};

async function lookUp(context: StepContext): Promise<StepEnd> {
  const { run, ports } = context;
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    () => describe(context),
    (outcome) =>
      outcome.outcome === 'done' ? whatStateSays(run, outcome.value) === undefined : isDisturbed(outcome),
  );
  const end = seen.outcome === 'done' ? whatStateSays(run, seen.value) : undefined;
  if (end !== undefined) return end;
  const error = { ...localError('run', 'run.importUnknown', undefined, 'check-first'), changedInAws: true };
  return { end: 'unknown', error };
}

/** What the key's state says about an import without an answer; undefined: nothing yet. */
function whatStateSays(run: Run, facts: KeyFacts): StepEnd | undefined {
  // A key that was enabled before cannot tell; the same bytes are then sent once more.
  if (facts.state === 'Enabled' && run.before?.state !== 'Enabled') {
    run.imported = {};
    return { end: 'done' };
  }
  return keyChanged(facts);
}

async function refused(context: StepContext, error: AppError): Promise<StepEnd> {
  const { run } = context;
  switch (error.code) {
    case 'kms.expiredImportToken':
    case 'kms.invalidImportToken':
      // Job 1 fetches a fresh set when the run goes on.
      if (run.plan !== undefined) {
        delete run.ready;
        delete run.parameters;
      }
      return failed(error);
    case 'kms.invalidState': {
      const seen = await describe(context);
      return (seen.outcome === 'done' ? keyChanged(seen.value) : undefined) ?? failed(error);
    }
    default:
      return failed(error);
  }
}

const describe = ({ run, kms, call }: StepContext): Promise<CallOutcome<KeyFacts>> =>
  call('DescribeKey', () => kms.describeKey(keyOf(run).keyId));

const passingStates = ['PendingImport', 'Enabled', 'Creating', 'Updating'];

/** Somebody disabled the key, or let it be deleted: not ours to undo. */
export function keyChanged({ state }: KeyFacts): StepEnd | undefined {
  if (passingStates.includes(state)) return undefined;
  return failed({ ...localError('run', 'run.keyChanged', { state }, 'no'), changedInAws: true });
}

/** DescribeKey until the key is enabled, a minute at most. */
export const describeUntilEnabled: Step = async (context) => {
  const { run, ports } = context;
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    () => describe(context),
    (outcome) =>
      outcome.outcome === 'done'
        ? outcome.value.state !== 'Enabled' && passingStates.includes(outcome.value.state)
        : isDisturbed(outcome) || mayBeTooEarly(outcome),
  );
  if (seen.outcome !== 'done') return failed(seen.error);
  const facts = seen.value;
  const changed = keyChanged(facts);
  if (changed !== undefined) return changed;
  if (facts.state !== 'Enabled') {
    return failed(localError('run', 'verify.notEnabled', { state: facts.state }, 'same'));
  }
  const imported = run.imported?.keyMaterialId;
  const isFirstMaterial = run.before?.currentKeyMaterialId === undefined;
  const current = facts.currentKeyMaterialId;
  if (isFirstMaterial && imported !== undefined && current !== undefined && imported !== current) {
    return failed(localError('run', 'verify.otherMaterial', { imported, current }, 'no'));
  }
  run.key = facts;
  run.checkedAt = ports.clock.now();
  return done(seen.requestId);
};
