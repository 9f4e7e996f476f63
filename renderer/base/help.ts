import { createContext, useContext, useEffect } from 'react';
import type { HelpScreen } from '../words/guide/help-pages';

/** In place of a page of the guide: the report for support. */
export const reportPlace = 'report';

/** Tells the window which screen it shows, so that F1 opens the page of it. */
export const HelpContext = createContext<(screen: HelpScreen) => void>(() => undefined);

/** Names the screen for F1. Every screen that has a title of its own calls it. */
export function useHelp(screen: HelpScreen): void {
  const tell = useContext(HelpContext);
  useEffect(() => tell(screen), [tell, screen]);
}
