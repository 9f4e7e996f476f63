import { createContext, useContext, useEffect } from 'react';

/** Tells the window whether what it shows is practice; the window then says so on every screen. */
export const PracticeContext = createContext<(isPractice: boolean) => void>(() => undefined);

/** For a job that learns only from its files whether it is practice. */
export function useMarkedAsPractice(isPractice: boolean): void {
  const mark = useContext(PracticeContext);
  useEffect(() => {
    mark(isPractice);
    return () => mark(false);
  }, [mark, isPractice]);
}
