import type { Custody } from '../../custody/custody';
import type { ChosenMaterial } from '../../custody/material-choice';
import type { OpenKey } from '../../run/open-key';
import { localError } from '../../shared/errors';
import { err, type Result } from '../../shared/result';

/** What a copy held that was made or opened for this key; nothing of practice for a real one. Errors: copy.gone, copy.practice. */
export function materialHeld(
  custody: Pick<Custody, 'materialOf'>,
  handle: string,
  { mode }: OpenKey,
): Result<ChosenMaterial> {
  const material = custody.materialOf({ from: 'held', handle });
  if (!material.ok || material.value.from !== 'held') return material;
  const { copy } = material.value.held.view;
  return copy.practice === (mode === 'practice')
    ? material
    : err(localError('custody', 'copy.practice', { reason: copy.practice ? 'practice' : 'real' }));
}
