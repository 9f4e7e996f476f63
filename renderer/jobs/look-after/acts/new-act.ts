import type { ActName, KeyAct } from '../../../../main/shared/views/acts';

/** An act as its page begins, with what is right for most. */
export function newAct(act: ActName): KeyAct {
  switch (act) {
    case 'disable-key':
    case 'enable-key':
      return { do: act };
    case 'relabel-key':
      return { do: act, set: [], removed: [] };
    case 'give-alias':
    case 'move-alias':
    case 'remove-alias':
      return { do: act, alias: '' };
    case 'replicate-key':
      return { do: act, to: '' };
  }
}
