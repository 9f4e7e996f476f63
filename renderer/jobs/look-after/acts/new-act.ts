import type { ActName, KeyAct } from '../../../../main/shared/views/acts';
import type { KeyView } from '../../../../main/shared/views/keys';

/** An act as its page begins, with what is right for most. */
export function newAct(act: ActName, { materials }: Pick<KeyView, 'materials'>): KeyAct {
  switch (act) {
    case 'rotate-now':
    case 'remove-waiting': {
      const all = materials?.read === true ? materials.value : [];
      // Main asks AWS whether it still waits.
      return { do: act, materialId: all.find(({ role }) => role.startsWith('PENDING_'))?.id ?? '' };
    }
    default:
      return { do: act };
  }
}
