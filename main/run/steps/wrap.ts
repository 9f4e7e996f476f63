import type { FetchedParameters } from '../../aws/kms-port';
import { pairSha256 } from '../../parameters/pair-sha256';
import { expired, isExpired } from '../../parameters/validate-parameters';
import { readWrappingKey } from '../../parameters/wrapping-key';
import { localError } from '../../shared/errors';
import { limits } from '../../shared/limits';
import { done, failed, type Run, type Step, type StepContext, type StepEnd } from '../run';
import { keyOf, onceKeyIsKnown, planOf } from './create-key';
import { otherCopy } from '../../custody/other-copy';
import { copyCheckValueOf, sourceOf, wrapChosen, type ChosenMaterial } from '../../custody/material-choice';

/** GetParametersForImport is allowed once a second for the whole account in one Region. */
const spacingMs = 1100;

/** GetParametersForImport, and the gate that every wrapping key passes, whoever brought it. */
export const getParameters: Step = async (context) => {
  const { run, kms, call } = context;
  const { wrappingAlgorithm, wrappingKeySpec } = planOf(run).draft;
  const { keyId } = keyOf(run);
  const fetched = await onceKeyIsKnown(context, () =>
    call('GetParametersForImport', async () => {
      await spaced(context);
      return kms.getParametersForImport(keyId, wrappingAlgorithm, wrappingKeySpec);
    }),
  );
  if (fetched.outcome !== 'done') return failed(fetched.error);
  return accept(context, fetched.value) ?? done(fetched.requestId);
};

async function spaced({ run, ports: { clock } }: StepContext): Promise<void> {
  const sinceMs = clock.now().getTime() - (run.parametersAskedAt?.getTime() ?? -Infinity);
  if (sinceMs < spacingMs) await clock.sleep(spacingMs - sinceMs);
  run.parametersAskedAt = clock.now();
}

/** Keeps the parameters, or says why they cannot be used. */
function accept({ run, ports }: StepContext, fetched: FetchedParameters): StepEnd | undefined {
  const { publicKey, importToken, validTo, keyArn } = fetched;
  if (keyArn !== keyOf(run).arn) {
    return failed(localError('run', 'run.keyChanged', { expected: keyOf(run).arn, found: keyArn }, 'no'));
  }
  const wrappingKey = readWrappingKey(publicKey);
  if (!wrappingKey.ok) return failed(wrappingKey.error, 'stop');
  if (wrappingKey.value.spec !== planOf(run).draft.wrappingKeySpec) {
    return failed(localError('run', 'aws.unexpected', { wrappingKeySpec: wrappingKey.value.spec }), 'stop');
  }
  if (importToken.length === 0 || importToken.length > limits.maxTokenBytes) {
    const facts = { bytes: importToken.length, maxBytes: limits.maxTokenBytes };
    return failed(localError('parameters', 'parameters.tokenTooLarge', facts), 'stop');
  }
  const now = ports.clock.now();
  if (isExpired(validTo, now)) return failed(expired(validTo, now), 'continue');
  run.parameters = { wrappingKey: wrappingKey.value, importToken, validTo };
  delete run.ready;
  return undefined;
}

/**
 * One vault for both rows: it tests the wrapping, takes, makes or reads the material, wraps, wipes, and ends. For a later
 * set of import parameters the material is read from its file again, or restored from its copy; where it has neither,
 * there is new material.
 */
export const wrapMaterial: Step = async ({ run, ports, nextRow }) => {
  const { wrappingAlgorithm } = planOf(run).draft;
  const { parameters, material } = run;
  if (parameters === undefined) throw new Error('The parameters come first.');
  // Nothing that a copy was opened for is used up for a set that AWS would refuse.
  if (isSetOver(run, ports.clock.now())) {
    return { end: 'again-from', step: 'get-parameters', isRenewed: true };
  }
  // A run that was gone on with after the app had ended: what was in memory then is restored from the copy.
  if (material === undefined) return failed(localError('custody', 'copy.released'));
  const mustBe = mustBeOf(run, material);
  const copied = copyCheckValueOf(material);
  if (mustBe !== undefined && copied !== undefined && copied !== mustBe) {
    return failed(otherCopy(mustBe, copied));
  }
  // SECURITY: nothing is wrapped under a key that did not pass the gate here, wherever it was in between.
  const gated = readWrappingKey(parameters.wrappingKey.spkiDer);
  if (!gated.ok) return failed(gated.error, 'stop');
  const { spec, spkiDer } = gated.value;
  const wrapped = await wrapChosen(
    material,
    ports.vault,
    { wrappingAlgorithm, wrappingKeySpec: spec, salt: ports.salt, spkiDer },
    (stage, state) => {
      if (stage === 'self-test' && state === 'done') nextRow();
    },
  );
  if (!wrapped.ok) return failed(wrapped.error);
  const { encryptedKeyMaterial, checkValue } = wrapped.value;
  const expected = mustBe ?? copied;
  if (expected !== undefined && checkValue !== expected) return failed(otherCopy(expected, checkValue));
  const { importToken, validTo } = parameters;
  run.ready = {
    encryptedKeyMaterial,
    importToken,
    validTo,
    pairSha256: pairSha256(encryptedKeyMaterial, importToken),
    checkValue,
  };
  return { end: 'done' };
};

/**
 * The check value that the material must have: that of what AWS may have already; for a copy that is restored, that of
 * the copy which the run noted. Material that is new on purpose may have any.
 */
function mustBeOf({ sentCheckValue, copyCheckValue }: Run, material: ChosenMaterial): string | undefined {
  return sentCheckValue ?? (sourceOf(material) === 'restored' ? copyCheckValue : undefined);
}

/** How long before AWS would refuse a set the create-and-import job fetches a fresh one. */
const earlyMs = 10 * 60_000;

/** Whether a fresh set of parameters has to be fetched. */
export function needsFreshSet({ ready, plan }: Run, now: Date): boolean {
  if (ready === undefined) return true;
  return isExpired(ready.validTo, new Date(now.getTime() + (plan === undefined ? 0 : earlyMs)));
}

/** Of the create-and-import job: whether the set that was fetched is too old, or was refused as such. */
export function isSetOver({ parameters }: Run, now: Date): boolean {
  return parameters === undefined || isExpired(parameters.validTo, new Date(now.getTime() + earlyMs));
}
