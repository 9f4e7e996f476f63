import type { CallOutcome, KeyMaterialFacts } from '../../../aws/kms-port';
import { isDisturbed, patienceMs, repeatWhile } from '../../calls';
import { done, failed, type Step } from '../../recipe';
import type { RotateRun } from '../../run';
import { listMaterials, noneWaiting, otherWaiting, waitingIn } from './materials';

/**
 * ListKeyRotations until the new material waits for its rotation, a minute at most. Errors: rotate.otherWaiting,
 * rotate.noneWaiting; those of ListKeyRotations.
 */
export const seeWaiting: Step<RotateRun> = async (context) => {
  const { run, ports } = context;
  const listed = await repeatWhile(
    ports.clock,
    patienceMs,
    () => listMaterials(context),
    (outcome) =>
      outcome.outcome === 'done' ? ownIn(outcome.value, run) === undefined : isDisturbed(outcome),
  );
  if (listed.outcome !== 'done') return failed(listed.error);
  const own = ownIn(listed.value, run);
  if (own === undefined) return failed(missing(listed.value, run).error);
  run.newMaterialId = own.id;
  return done(listed.requestId);
};

/** Where AWS has not named it, what waits is what was just imported: nothing waited before. */
function ownIn(materials: readonly KeyMaterialFacts[], run: RotateRun): KeyMaterialFacts | undefined {
  const id = run.newMaterialId ?? waitingIn(materials)?.id;
  return materials.find((material) => material.id === id && material.isThere);
}

function missing(materials: readonly KeyMaterialFacts[], run: RotateRun) {
  const found = waitingIn(materials)?.id;
  const outcome: CallOutcome<never> =
    found === undefined || found === run.newMaterialId
      ? noneWaiting()
      : otherWaiting(run.newMaterialId ?? '', found);
  return outcome as Exclude<typeof outcome, { outcome: 'done' }>;
}
