import { waitsForRotation } from '../../../../main/shared/rotation';
import type { ActName, KeyAct } from '../../../../main/shared/views/acts';
import type { KeyView } from '../../../../main/shared/views/keys';

/** An act that is about the whole key; the others begin with what of it they are about. */
export type PlainAct = Exclude<ActName, 'revoke-receiver'>;

/** An act as its page begins, with what is right for most. */
export function newAct(act: PlainAct, { materials }: Pick<KeyView, 'materials'> = {}): KeyAct {
  switch (act) {
    case 'disable-key':
    case 'enable-key':
      return { do: act };
    case 'schedule-deletion':
      return { do: act, days: 30 };
    case 'cancel-deletion':
      return { do: act, enable: true };
    case 'delete-material':
      return { do: act, materials: 'only' };
    case 'relabel-key':
      return { do: act, set: [], removed: [] };
    case 'give-alias':
    case 'move-alias':
    case 'remove-alias':
      return { do: act, alias: '' };
    case 'replicate-key':
      return { do: act, to: '' };
    case 'rotate-now':
    case 'remove-waiting': {
      const all = materials?.read === true ? materials.value : [];
      // Main asks AWS whether it still waits.
      return { do: act, materialId: all.find(waitsForRotation)?.id ?? '' };
    }
  }
}

/** Which grants are ticked follows from what AWS answers. */
export const newRevoke = (accountId: string): KeyAct => ({
  do: 'revoke-receiver',
  accountId,
  grants: [],
  mends: false,
});
