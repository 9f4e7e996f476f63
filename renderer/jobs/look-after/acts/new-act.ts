import type { ActName, KeyAct } from '../../../../main/shared/views/acts';

/** An act as its page begins, with what is right for most. */
export function newAct(act: ActName): KeyAct {
  return { do: act };
}
