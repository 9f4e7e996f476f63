import type { CallOutcome } from '../../aws/kms-port';
import { otherCopy } from '../../custody/other-copy';
import { pairSha256 } from '../../parameters/pair-sha256';
import { expired } from '../../parameters/validate-parameters';
import { localError, type AppError } from '../../shared/errors';
import { definedOnly } from '../../shared/defined-only';
import type { ReadyToImport } from '../../schemas/import-facts';
import { isSetOver, needsFreshSet } from '../parameters-age';
import { done, failed, type Step, type StepContext, type StepEnd } from '../recipe';
import { isWrapping, keyBefore, keyOf, type ImportRun, type ReimportRun } from '../run';
import { symmetricImportOf } from '../symmetric-import';
import { describeKeyOf, keyChanged } from './describe';
import { onceKeyIsKnown } from './once-key-is-known';

/** How often the same bytes are sent in one attempt at this row; after the last the person decides. */
const maxSendings = 3;

/**
 * ImportKeyMaterial, until it is answered.
 *
 * No answer is settled by sending the very same bytes once more, and only AWS's yes counts: that the key is enabled
 * says that somebody imported, and not what. This is the one call that changes AWS and is repeated. It is no second
 * change: unless it is sent as new, AWS takes the material that the key has, with the same id and the same expiry, and
 * refuses any other with IncorrectKeyMaterialException.
 * Source: AWS KMS API Reference, ImportKeyMaterial; AWS KMS Developer Guide, "Reimport key material".
 */
export const importMaterial: Step<ImportRun> = async (context) => {
  const { run, ports, wasUnknown } = context;
  if (wasUnknown) {
    const seen = await describeKeyOf(context);
    if (seen.outcome !== 'done') return { end: 'unknown', error: seen.error };
    const changed = keyChanged(seen.value, keyBefore(run));
    if (changed !== undefined) return changed;
  }
  const now = ports.clock.now();
  const { ready } = run;
  if (ready === undefined || needsFreshSet(run, now)) {
    return isWrapping(run)
      ? { end: 'again-from', step: 'get-parameters', isRenewed: isSetOver(run, now) }
      : { end: wasUnknown ? 'unknown' : 'failed', error: expired(ready?.validTo ?? now, now) };
  }
  const { encryptedKeyMaterial, importToken, checkValue } = ready;
  if (run.sentCheckValue !== undefined && checkValue !== undefined && checkValue !== run.sentCheckValue) {
    return failed(otherCopy(run.sentCheckValue, checkValue));
  }
  // SECURITY: only what the vault wrapped goes out, with the token that it was wrapped for.
  if (pairSha256(encryptedKeyMaterial, importToken) !== ready.pairSha256) {
    throw new Error('Wrapped key material and import token are not the pair that was checked.');
  }
  return await sendUntilAnswered(context, ready);
};

async function sendUntilAnswered(context: StepContext<ImportRun>, ready: ReadyToImport): Promise<StepEnd> {
  const { run, ports, wasUnknown } = context;
  let mayBeThere = wasUnknown || run.sentCheckValue !== undefined;
  // What may be new on the key is looked for on it before it is sent again (rotate/import-new.ts).
  const sendings = run.kind === 'rotate' ? 1 : maxSendings;
  for (let sending = 1; ; sending++) {
    const imported = await send(context, ready);
    if (imported.outcome === 'done') {
      run.imported = imported.value;
      return done(imported.requestId);
    }
    if (imported.outcome === 'unknown') mayBeThere = true;
    const isAnswered = imported.outcome === 'refused' && !imported.error.code.startsWith('network.');
    if (!mayBeThere) return await refused(context, imported.error);
    if (isAnswered) return await refusedAgain(context, imported.error);
    if (sending === sendings) return importUnknown();
    await ports.clock.sleep(1000 * sending);
    const seen = await describeKeyOf(context);
    const changed = seen.outcome === 'done' ? keyChanged(seen.value, keyBefore(run)) : undefined;
    if (changed !== undefined) return changed;
  }
}

async function send(
  context: StepContext<ImportRun>,
  { encryptedKeyMaterial, importToken, checkValue }: ReadyToImport,
): Promise<CallOutcome<NonNullable<ImportRun['imported']>>> {
  const { run, kms, call } = context;
  const { keyId } = keyOf(run);
  const { expiry } = run;
  const symmetric = definedOnly({ symmetric: symmetricImportOf(run) });
  const imported = await onceKeyIsKnown(context, () =>
    call('ImportKeyMaterial', () =>
      kms.importKeyMaterial({ keyId, importToken, encryptedKeyMaterial, expiry, ...symmetric }),
    ),
  );
  if (imported.outcome !== 'refused' && checkValue !== undefined) run.sentCheckValue = checkValue;
  return imported;
}

const importUnknown = (): StepEnd => ({
  end: 'unknown',
  error: { ...localError('run', 'run.importUnknown', undefined, 'check-first'), changedInAws: true },
});

/** AWS said no to material of which it cannot have anything. */
async function refused(context: StepContext<ImportRun>, error: AppError): Promise<StepEnd> {
  const { run } = context;
  switch (error.code) {
    case 'kms.expiredImportToken':
    case 'kms.invalidImportToken':
      forgetSet(run);
      return failed(error);
    case 'kms.incorrectKeyMaterial':
      if (run.kind === 'reimport') return notItsMaterial(run, error);
      // The copy that was chosen does not fit this key: another one may be tried.
      if (run.kind === 'create') delete run.copyCheckValue;
      return failed(error);
    case 'kms.invalidState':
      return (await stateChanged(context)) ?? failed(error);
    default:
      return failed(error);
  }
}

/** AWS said no, after a sending without an answer: unless that no is about the material, it settles nothing. */
async function refusedAgain(context: StepContext<ImportRun>, error: AppError): Promise<StepEnd> {
  switch (error.code) {
    case 'kms.incorrectKeyMaterial':
      if (context.run.kind === 'reimport') return notItsMaterial(context.run, error);
      if (context.run.kind === 'rotate') return failed(error);
      return failed({ ...error, code: 'run.otherMaterial', stage: 'run', retry: 'no' }, 'stop');
    case 'kms.invalidCiphertext':
      return failed(error);
    case 'kms.expiredImportToken':
    case 'kms.invalidImportToken':
      forgetSet(context.run);
      return { end: 'unknown', error };
    case 'kms.invalidState':
      return (await stateChanged(context)) ?? { end: 'unknown', error };
    default:
      return { end: 'unknown', error };
  }
}

/** The key never had it, so no sending of it was carried out. Another copy may be tried. */
function notItsMaterial(run: ReimportRun, error: AppError): StepEnd {
  forgetSet(run);
  delete run.copyCheckValue;
  delete run.sentCheckValue;
  const facts = definedOnly({ keyMaterialId: run.target?.keyMaterialId });
  // Which material the next copy is of, AWS finds out.
  delete run.target;
  return failed({ ...error, code: 'reimport.otherMaterial', stage: 'run', retry: 'change-input', facts });
}

/** A run that fetches its import parameters gets a fresh set when it goes on, and wraps the same material for it. */
function forgetSet(run: ImportRun): void {
  if (!isWrapping(run)) return;
  delete run.ready;
  delete run.parameters;
}

async function stateChanged(context: StepContext<ImportRun>): Promise<StepEnd | undefined> {
  const seen = await describeKeyOf(context);
  return seen.outcome === 'done' ? keyChanged(seen.value, keyBefore(context.run)) : undefined;
}
