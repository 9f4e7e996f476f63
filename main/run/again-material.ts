import type { Custody } from '../custody/custody';
import type { ChosenMaterial } from '../custody/material-choice';
import { localError } from '../shared/errors';
import { err, type Result } from '../shared/result';
import type { Mode } from '../shared/views/aws';

/**
 * Material that was opened for a key that had it: a key takes nothing but that, and it is in its copy.
 *
 * SECURITY: nothing of practice goes into a real key, nor the other way round.
 *
 * Errors: copy.gone, copy.practice {reason}.
 */
export function materialAgain(
  handle: string,
  custody: Pick<Custody, 'materialOf'>,
  mode: Mode,
): Result<ChosenMaterial> {
  const material = custody.materialOf({ from: 'held', handle });
  if (!material.ok || material.value.from !== 'held') return material;
  const { practice } = material.value.held.view.copy;
  return practice === (mode === 'practice')
    ? material
    : err(localError('custody', 'copy.practice', { reason: practice ? 'practice' : 'real' }));
}
