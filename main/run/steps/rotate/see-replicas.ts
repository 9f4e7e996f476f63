import type { CallOutcome, KmsReading } from '../../../aws/kms-port';
import { localError, type AppError } from '../../../shared/errors';
import { done, failed, type Step } from '../../recipe';
import { keyOf } from '../../run';
import { newMaterialOf, type Rotating } from './materials';

type InRegion = (region: string) => Pick<KmsReading, 'listMaterials'>;

/**
 * Each replica has the new material as well: AWS refuses to rotate before. Skipped where there is no replica.
 * Source: AWS KMS Developer Guide, "Perform on-demand key rotation".
 *
 * Errors: rotate.replicasLack {there, needed, regions}; those of DescribeKey and ListKeyRotations.
 */
export const seeReplicas: Step<Rotating> = async ({ run, kms, call, kmsIn }) => {
  const { keyId } = keyOf(run);
  const described = await call('DescribeKey', () => kms.describeInFull(keyId));
  if (described.outcome !== 'done') return failed(described.error);
  const regions = described.value.multiRegion?.otherRegions ?? [];
  if (regions.length === 0) return { end: 'skipped' };
  const lacking = await regionsWithout(keyId, newMaterialOf(run), regions, kmsIn);
  if (lacking.outcome !== 'done') return failed(lacking.error);
  return lacking.value.length === 0
    ? done(described.requestId)
    : failed(replicasLack(regions.length, lacking.value));
};

/** Regions of replicas that have not the bytes of this material. */
export async function regionsWithout(
  keyId: string,
  materialId: string,
  regions: readonly string[],
  kmsIn: InRegion,
): Promise<CallOutcome<readonly string[]>> {
  const lacking: string[] = [];
  for (const region of regions) {
    const listed = await kmsIn(region).listMaterials(keyId);
    if (listed.outcome !== 'done') return listed;
    if (!listed.value.some(({ id, isThere }) => id === materialId && isThere)) lacking.push(region);
  }
  return { outcome: 'done', value: lacking };
}

export const replicasLack = (needed: number, lacking: readonly string[]): AppError =>
  localError(
    'run',
    'rotate.replicasLack',
    { there: needed - lacking.length, needed, regions: lacking.join(', ') },
    'check-first',
  );
