import { useEffect, useEffectEvent } from 'react';

/**
 * Moves the focus to the first field at fault when the person asks to go on, and never while they type.
 *
 * @param asked how often the person asked; 0 is never.
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
