import { useEffect, useEffectEvent, useState } from 'react';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Files that were dropped on one screen, and are for the next. */
let waiting: readonly File[] | undefined;

/** The next screen that takes files takes these, as if they had been dropped there. */
export function leaveFilesForNext(files: readonly File[]): void {
  waiting = files;
}

/** Takes files that are dropped anywhere in the window; returns whether some are being dragged over it. */
export function useFileDrops(onFiles: (files: readonly File[]) => void): boolean {
  const [isDragging, setIsDragging] = useState(false);
  const take = useEffectEvent(onFiles);

  useEffect(() => {
    const files = waiting;
    waiting = undefined;
    if (files) take(files);
  }, []);

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setIsDragging(true);
    };
    const leave = (event: DragEvent): void => {
      // Moving between two elements of the page there is a related target; on leaving the window there is none.
      if (event.relatedTarget === null) setIsDragging(false);
    };
    // While files are dragged the pointer sends no events, so a pointer that moves has dropped them elsewhere.
    const move = (): void => setIsDragging(false);
    const drop = (event: DragEvent): void => {
      setIsDragging(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('pointermove', move);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('pointermove', move);
    };
  }, []);

  return isDragging;
}
