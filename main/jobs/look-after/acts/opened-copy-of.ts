import type { OpenedCopy } from '../../../custody/opened-copies';
import type { OpenKey } from '../../../run/open-key';
import type { DeletableMaterial } from '../../../shared/views/acts-stop';
import type { KeyMaterialView } from '../../../shared/views/keys';

/**
 * The copy of a material that was opened since the app was started, the latest of several: it has the check value that
 * AWS keeps beside the material, or names the material by its id.
 *
 * SECURITY: whoever may import into the key may have written that check value; the same person may delete its material
 * as well. A copy that only names the key is not enough: it may be of other material.
 */
export function openedCopyOf(
  { id, copy: described }: KeyMaterialView,
  mode: OpenKey['mode'],
  openedCopies: readonly OpenedCopy[],
): DeletableMaterial['opened'] {
  const found = openedCopies.findLast(({ copy }) => {
    if (copy.practice !== (mode === 'practice')) return false;
    return described === undefined ? copy.key.keyMaterialId === id : copy.checkValue === described.checkValue;
  });
  return found && { files: found.copy.files.map(({ name }) => name), at: found.at.toISOString() };
}
