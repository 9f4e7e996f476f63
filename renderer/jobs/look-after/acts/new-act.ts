import type { ActName, KeyAct } from '../../../../main/shared/views/acts';

/** An act as its page begins, with what is right for most. */
export function newAct(act: ActName): KeyAct {
  switch (act) {
    case 'schedule-deletion':
      return { do: act, days: 30 };
    case 'cancel-deletion':
      return { do: act, enable: true };
    case 'delete-material':
      return { do: act, materials: 'only' };
    default:
      return { do: act };
  }
}
