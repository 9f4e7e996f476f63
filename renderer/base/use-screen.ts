import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { documentTitle } from '../words/shell/app';

/** Names the window after the screen, outermost name last. */
export function useScreenTitle(...screens: readonly string[]): void {
  const title = documentTitle(...screens);
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Moves the focus to what is missing whenever the person asks to go on without it; 0 is never. */
export function useFocusOnAsking(asked: number, target: RefObject<{ focus: () => void } | null>): void {
  useEffect(() => {
    if (asked > 0) target.current?.focus();
  }, [asked, target]);
}

/**
 * The same where what is missing changes while somebody types: only asking moves the focus, and only to what is missing
 * at that moment.
 */
export function useFocusWhenAsked(
  asked: number,
  isMissing: boolean,
  target: RefObject<{ focus: () => void } | null>,
): void {
  const last = useRef(asked);
  const focus = useEffectEvent(() => {
    if (asked > last.current && isMissing) target.current?.focus();
    last.current = asked;
  });
  useEffect(() => focus(), [asked]);
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

/** Shows the top of a step whose heading has just got the focus; focus by itself scrolls only as far as it must. */
export function useTopOfScreen(step: string): void {
  useEffect(() => {
    if (document.activeElement?.tagName === 'H1') window.scrollTo(0, 0);
  }, [step]);
}

/** Moves the focus to the target when a change has removed the element that had it, so that it is not lost. */
export function useFocusWhenLost(change: string, target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) target.current?.focus();
  }, [change, target]);
}
