import { useEffect, useEffectEvent } from 'react';

/**
 * Moves the focus to the first of these that lacks something, when one asks to go on; never while one types.
 *
 * @param asked how often one asked; 0 is never.
 */
export function useFocusOnFault(
  asked: number,
  fields: readonly (readonly [isAtFault: boolean, focus: () => void])[],
): void {
  const focusFirst = useEffectEvent(() => fields.find(([isAtFault]) => isAtFault)?.[1]());
  useEffect(() => {
    if (asked > 0) focusFirst();
  }, [asked]);
}
