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

/**
 * Takes files that are dropped anywhere in the window; returns whether some are being dragged over it.
 *
 * @param place `over-all`: for a dialog. As long as it is there, the screen below it gets none.
 */
export function useFileDrops(
  onFiles: (files: readonly File[]) => void,
  place: 'screen' | 'over-all' = 'screen',
): boolean {
  const [isDragging, setIsDragging] = useState(false);
  const take = useEffectEvent(onFiles);

  const isOverAll = place === 'over-all';

  useEffect(() => {
    if (isOverAll) return;
    const files = waiting;
    waiting = undefined;
    if (files) take(files);
  }, [isOverAll]);

  useEffect(() => {
    // On its way down, an event meets the dialog's listeners before those of any screen.
    const capture = isOverAll;
    const keepFromScreen = (event: DragEvent): void => {
      if (isOverAll) event.stopPropagation();
    };
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      keepFromScreen(event);
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
      keepFromScreen(event);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    };
    document.addEventListener('dragover', over, capture);
    document.addEventListener('dragleave', leave, capture);
    document.addEventListener('drop', drop, capture);
    document.addEventListener('pointermove', move, capture);
    return () => {
      document.removeEventListener('dragover', over, capture);
      document.removeEventListener('dragleave', leave, capture);
      document.removeEventListener('drop', drop, capture);
      document.removeEventListener('pointermove', move, capture);
    };
  }, [isOverAll]);

  return isDragging;
}
