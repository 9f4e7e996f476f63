import { useEffect, useRef, type RefObject } from 'react';
import { documentTitle } from '../words/shell/app';

/** Names the window after the screen, outermost name last. */
export function useScreenTitle(...screens: readonly string[]): void {
  const title = documentTitle(...screens);
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Moves the focus to what is missing whenever a person asks to go on without it; 0 is never. */
export function useFocusOnAsking(asked: number, target: RefObject<{ focus: () => void } | null>): void {
  useEffect(() => {
    if (asked > 0) target.current?.focus();
  }, [asked, target]);
}

/** Moves the focus to the first h1 inside the referenced element when it appears, so that a new screen is read out. */
export function useHeadingFocus<T extends HTMLElement>(): RefObject<T | null> {
  const screen = useRef<T>(null);
  useEffect(() => {
    const heading = screen.current?.querySelector('h1');
    // A failure that came with the screen has taken the focus already.
    if (!heading || screen.current?.contains(document.activeElement)) return;
    heading.tabIndex = -1;
    heading.focus();
    window.scrollTo(0, 0);
  }, []);
  return screen;
}

/** Shows the top of a step that has just got the focus on its heading; focus alone scrolls no further than it must. */
export function useTopOfScreen(step: string): void {
  useEffect(() => {
    if (document.activeElement?.tagName === 'H1') window.scrollTo(0, 0);
  }, [step]);
}

/** When what had the focus has gone with a change, the focus goes to the target, and is not lost to the window. */
export function useFocusWhenLost(change: string, target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) target.current?.focus();
  }, [change, target]);
}
