import { copyCheckValueOf, sourceOf, wrapChosen, type ChosenMaterial } from '../../custody/material-choice';
import { otherCopy } from '../../custody/other-copy';
import { pairSha256 } from '../../parameters/pair-sha256';
import { readWrappingKey } from '../../parameters/wrapping-key';
import type { ReadyToImport } from '../../schemas/import-facts';
import type { Replica } from '../../schemas/run';
import { localError } from '../../shared/errors';
import { ok, type Result } from '../../shared/result';
import { isSetOver } from '../parameters-age';
import { failed, type Step } from '../recipe';
import { fitOf, type WrappingRun } from '../run';

/**
 * One vault for both rows: it tests the wrapping, takes, makes or reads the material, wraps, wipes, and ends. For a
 * later set of import parameters the material is read from its file again, or restored from its copy; where it has
 * neither, there is new material.
 */
export const wrapMaterial: Step<WrappingRun> = async ({ run, ports, nextRow }) => {
  const { wrappingAlgorithm } = fitOf(run);
  const { parameters, material } = run;
  if (parameters === undefined) throw new Error('The parameters come first.');
  // Nothing that a copy was opened for is used up for a set that AWS would refuse.
  if (isSetOver(run, ports.clock.now())) {
    return { end: 'again-from', step: 'get-parameters', isRenewed: true };
  }
  // The run was resumed after the app had ended: what was in memory then is restored from the copy, if there is one.
  if (material === undefined) {
    const facts = run.custody?.kept === 'none' ? { copies: 0 } : undefined;
    return failed(localError('custody', 'copy.released', facts));
  }
  const mustBe = mustBeOf(run, material);
  const copied = copyCheckValueOf(material);
  if (mustBe !== undefined && copied !== undefined && copied !== mustBe) {
    return failed(otherCopy(mustBe, copied));
  }
  // SECURITY: nothing is wrapped under a key that did not pass the gate here, wherever it was in between.
  const gated = readWrappingKey(parameters.wrappingKey.spkiDer);
  if (!gated.ok) return failed(gated.error, 'stop');
  const { spec, spkiDer } = gated.value;
  const replicas = run.kind === 'rotate' ? (run.replicas ?? []) : [];
  const others = gatedOf(replicas);
  if (!others.ok) return failed(others.error, 'stop');
  const wrapped = await wrapChosen(
    material,
    ports.vault,
    {
      wrappingAlgorithm,
      wrappingKeySpec: spec,
      salt: ports.salt,
      spkiDer,
      ...(replicas.length > 0 && { alsoUnder: others.value }),
    },
    (stage, state) => {
      if (stage === 'self-test' && state === 'done') nextRow();
    },
  );
  if (!wrapped.ok) return failed(wrapped.error);
  const { encryptedKeyMaterial, also = [], checkValue } = wrapped.value;
  const expected = mustBe ?? copied;
  if (expected !== undefined && checkValue !== expected) return failed(otherCopy(expected, checkValue));
  const { importToken, validTo } = parameters;
  run.ready = readyFor({ importToken, validTo }, encryptedKeyMaterial, checkValue);
  if (run.kind === 'rotate' && run.replicas !== undefined) {
    run.replicas = run.replicas.map((replica, at) => {
      const wrappedFor = also[at];
      return replica.parameters && wrappedFor
        ? { ...replica, ready: readyFor(replica.parameters, wrappedFor, checkValue) }
        : replica;
    });
  }
  return { end: 'done' };
};

const readyFor = (
  { importToken, validTo }: Pick<NonNullable<Replica['parameters']>, 'importToken' | 'validTo'>,
  encryptedKeyMaterial: Uint8Array,
  checkValue: string,
): ReadyToImport => ({
  encryptedKeyMaterial,
  importToken,
  validTo,
  pairSha256: pairSha256(encryptedKeyMaterial, importToken),
  checkValue,
});

/** The wrapping keys of the replicas, through the gate once more. */
function gatedOf(replicas: readonly Replica[]): Result<readonly Uint8Array[]> {
  const keys: Uint8Array[] = [];
  for (const { parameters } of replicas) {
    if (parameters === undefined) continue;
    const gated = readWrappingKey(parameters.wrappingKey.spkiDer);
    if (!gated.ok) return gated;
    keys.push(gated.value.spkiDer);
  }
  return ok(keys);
}

/**
 * The check value that the material must have: that of what AWS may have already; for a copy that is restored, that of
 * the copy which the run noted. Material that is new on purpose may have any.
 */
function mustBeOf(
  { sentCheckValue, copyCheckValue }: WrappingRun,
  material: ChosenMaterial,
): string | undefined {
  return sentCheckValue ?? (sourceOf(material) === 'restored' ? copyCheckValue : undefined);
}
