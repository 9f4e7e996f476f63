import { useEffect, useRef, type RefObject } from 'react';

/** For the box around a field. A browser keeps a removed field, with what was typed in it, until another is used. */
export function useEmptiedField(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    return () => {
      if (!field) return;
      field.value = '';
      field.removeAttribute('value');
    };
  }, []);
  return box;
}
