import type { KeyAct } from '../schemas/act';
import { waitsForRotation } from './rotation';
import type { ActPlanView } from './views/acts';
import type { DeletableMaterial } from './views/acts-stop';

/** What a person types to delete key material of which no copy was opened that is known to be of it. */
export const noCopySentence = 'delete without a matching copy';

/** What has to be typed before an act is carried out; undefined where nothing has to be, or nothing is chosen yet. */
export function typedFor(plan: Pick<ActPlanView, 'typed' | 'deletable'>, act: KeyAct): string | undefined {
  if (act.do !== 'delete-material') return plan.typed;
  const chosen = chosenOf(plan.deletable ?? [], act.materials);
  if (chosen.length === 0) return undefined;
  return chosen.every(isSafeToDelete) ? plan.typed : noCopySentence;
}

/** Nothing was encrypted with material that waits for a rotation. */
export const isWaiting = ({ material }: DeletableMaterial): boolean =>
  material !== undefined && waitsForRotation(material);

const isSafeToDelete = (one: DeletableMaterial): boolean => one.opened !== undefined || isWaiting(one);

/** The materials that are meant; `only` means none where there are several. */
export function chosenOf(
  deletable: readonly DeletableMaterial[],
  materials: Extract<KeyAct, { do: 'delete-material' }>['materials'],
): readonly DeletableMaterial[] {
  if (materials === 'only') return deletable.length === 1 ? deletable : [];
  return deletable.filter(({ material }) => material !== undefined && materials.includes(material.id));
}
