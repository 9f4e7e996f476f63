import type { CallOutcome, KeyMaterialFacts } from '../../../aws/kms-port';
import { localError } from '../../../shared/errors';
import { waitsForRotation } from '../../../shared/rotation';
import type { StepContext } from '../../recipe';
import { keyOf, type ActRun, type RotateRun } from '../../run';

/** What makes waiting material the current one. */
export type Rotating = RotateRun | ActRun;

type Listed = readonly KeyMaterialFacts[];

/** What rotating has to see: a person who may not list the materials cannot rotate here. */
export const listMaterials = ({ kms, call, run }: StepContext<Rotating>): Promise<CallOutcome<Listed>> =>
  call('ListKeyRotations', () => kms.listMaterials(keyOf(run).keyId));

/** Material that waits for a rotation; one at most. Source: AWS KMS API Reference, ImportKeyMaterial. */
export const waitingIn = (materials: Listed): KeyMaterialFacts | undefined =>
  materials.find(waitsForRotation);

/** Only a bug throws: the material is known before anything is done with it. */
export function newMaterialOf(run: Rotating): string {
  const id = run.kind === 'rotate' ? run.newMaterialId : 'materialId' in run.act && run.act.materialId;
  if (typeof id !== 'string') throw new Error('The new material comes first.');
  return id;
}

/**
 * Whether the new material is in use already, or a rotation to it runs. Errors: rotate.otherWaiting, rotate.noneWaiting;
 * those of ListKeyRotations.
 */
export async function isRotated(context: StepContext<Rotating>): Promise<CallOutcome<boolean>> {
  const listed = await listMaterials(context);
  if (listed.outcome !== 'done') return listed;
  const id = newMaterialOf(context.run);
  const own = listed.value.find((material) => material.id === id);
  if (own !== undefined && !waitsForRotation(own)) return { ...listed, value: true };
  const waiting = waitingIn(listed.value);
  // SECURITY: AWS rotates to whatever waits, so what waits has to be what was imported, or shown.
  if (waiting !== undefined && waiting.id !== id) return otherWaiting(id, waiting.id);
  if (own?.isThere !== true) return noneWaiting();
  return { ...listed, value: await isRunning(context) };
}

/** False as well where a person may not ask: a second request is then refused, and changes nothing. */
export async function isRunning({ kms, call, run }: StepContext<Rotating>): Promise<boolean> {
  const status = await call('GetKeyRotationStatus', () => kms.rotationStartedAt(keyOf(run).keyId));
  return status.outcome === 'done' && status.value.at !== undefined;
}

export const otherWaiting = (expected: string, found: string): CallOutcome<never> => ({
  outcome: 'refused',
  error: localError('run', 'rotate.otherWaiting', { expected, found }, 'check-first'),
});

export const noneWaiting = (): CallOutcome<never> => ({
  outcome: 'refused',
  error: localError('run', 'rotate.noneWaiting', undefined, 'no'),
});
