import type { ReactNode } from 'react';
import { useQuestion } from '../base/use-question';
import { heldWords } from '../words/custody/custody';

/** Asks before something that ends the vault which holds the key material; see useQuestion. */
export function useConfirmLoss(isHeld: boolean): readonly [(act: () => void) => void, ReactNode] {
  return useQuestion(isHeld, heldWords.loss);
}
