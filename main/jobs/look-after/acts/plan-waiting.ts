import { rotationsIn } from '../../../run/rotatable';
import { waitingIn } from '../../../run/steps/rotate/materials';
import { regionsWithout, replicasLack } from '../../../run/steps/rotate/see-replicas';
import { localError } from '../../../shared/errors';
import { err, ok, type Result } from '../../../shared/result';
import { mostRotations } from '../../../shared/rotation';
import type { KeyAct } from '../../../shared/views/acts';
import type { PlanDetails, Planning } from './planning';

type OfWaiting = Extract<KeyAct, { readonly materialId: string }>;

/**
 * New material that waits is rotated to, or removed: as long as it is the one that the person saw.
 * Errors: rotate.noneWaiting, rotate.otherWaiting, rotate.replicasLack, rotate.usedUp; those of ListKeyRotations.
 */
export async function planWaiting(
  { do: name, materialId }: OfWaiting,
  { session, described }: Planning,
): Promise<Result<PlanDetails>> {
  const listed = await session.kms.listMaterials(described.facts.keyId);
  if (listed.outcome !== 'done') return err(listed.error);
  const waiting = waitingIn(listed.value);
  if (waiting === undefined) return err(localError('key', 'rotate.noneWaiting', undefined, 'no'));
  if (waiting.id !== materialId) {
    const facts = { expected: materialId, found: waiting.id };
    return err(localError('key', 'rotate.otherWaiting', facts, 'check-first'));
  }
  if (name === 'remove-waiting') return ok({});
  const { keyId } = described.facts;
  const regions = described.multiRegion?.otherRegions ?? [];
  const lacking = await regionsWithout(keyId, materialId, regions, (region) => session.inRegion(region).kms);
  if (lacking.outcome !== 'done') return err(lacking.error);
  if (lacking.value.length > 0) return err(replicasLack(regions.length, lacking.value));
  const rotationsDone = rotationsIn(listed.value);
  return rotationsDone >= mostRotations
    ? err(localError('key', 'rotate.usedUp', undefined, 'no'))
    : ok({ rotationsDone, rotationsLeft: mostRotations - rotationsDone });
}
