import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '../base/api';
import { reportPlace } from '../base/help';
import { helpPages, type HelpScreen } from '../words/guide/help-pages';

export interface Guide {
  readonly places: readonly string[];
  /** Counts what a person asked for: each time the guide takes the focus, also where it shows the same as before. */
  readonly asked: number;
}

export interface GuideIntents {
  /** Names the screen that is shown; its page is what F1 opens. */
  readonly tellScreen: (screen: HelpScreen) => void;
  readonly follow: (place: string) => void;
  readonly back: (() => void) | undefined;
  readonly close: () => void;
}

/**
 * The guide, opened with F1 or from the menu beside whatever is under way.
 *
 * @param onAbout somebody chose About in the same menu
 * @returns where it is, the last place last; empty while it is closed.
 */
export function useGuide(onAbout: () => void): readonly [guide: Guide, intents: GuideIntents] {
  const screen = useRef<HelpScreen>('home');
  const before = useRef<HTMLElement>(null);
  const [{ places, asked }, setGuide] = useState<Guide>({ places: [], asked: 0 });
  const setPlaces = (next: readonly string[]): void => setGuide({ places: next, asked: asked + 1 });
  const open = useEffectEvent((place: string) => {
    if (places.length === 0 && document.activeElement instanceof HTMLElement)
      before.current = document.activeElement;
    setPlaces([...places.filter((one) => one !== place), place]);
  });
  const showAbout = useEffectEvent(onAbout);
  useEffect(
    () =>
      api.onHelp((wanted) => {
        if (wanted === 'about') showAbout();
        else open(wanted === 'report' ? reportPlace : helpPages[screen.current]);
      }),
    [],
  );
  useEffect(() => {
    const openWithKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F1') return;
      // Otherwise the menu would get the key as well.
      event.preventDefault();
      open(helpPages[screen.current]);
    };
    window.addEventListener('keydown', openWithKey);
    return () => window.removeEventListener('keydown', openWithKey);
  }, []);
  const isOpen = places.length > 0;
  useEffect(() => {
    if (isOpen || before.current === null) return;
    // What had the focus may have gone with its screen.
    const target = before.current.isConnected ? before.current : document.querySelector('h1');
    target?.focus();
    before.current = null;
  }, [isOpen]);
  const tellScreen = useCallback((shown: HelpScreen) => {
    screen.current = shown;
  }, []);
  return [
    { places, asked },
    {
      tellScreen,
      follow: (place) => setPlaces([...places, place]),
      back: places.length > 1 ? () => setPlaces(places.slice(0, -1)) : undefined,
      close: () => setPlaces([]),
    },
  ];
}
