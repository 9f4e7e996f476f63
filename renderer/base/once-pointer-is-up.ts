import { useEffect, useRef } from 'react';

/**
 * Runs an act at once; while a pointer is pressed, after the click that it makes. What a press changes by taking the
 * focus from a field would otherwise move the button away from under it.
 */
export function useOncePointerIsUp(): (act: () => void) => void {
  const isDown = useRef(false);
  const waiting = useRef<() => void>(undefined);
  useEffect(() => {
    const press = (): void => {
      isDown.current = true;
    };
    const release = (): void => {
      isDown.current = false;
      // The click comes right after this event, before any timer.
      if (waiting.current) setTimeout(waiting.current);
      waiting.current = undefined;
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('pointerup', release, true);
    document.addEventListener('pointercancel', release, true);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('pointerup', release, true);
      document.removeEventListener('pointercancel', release, true);
    };
  }, []);
  return (act) => {
    if (isDown.current) waiting.current = act;
    else act();
  };
}
