import { useEffect, useState } from 'react';

/** Timers stop while a computer sleeps and miss a clock that is set, so the clock is looked at this often anyway. */
export const mostTimerMs = 10_000;

/** The current time, renewed whenever what is shown of it changes; `untilChangeMs` says when that will be. */
export function useNow(untilChangeMs: (now: Date) => number): Date {
  const [now, setNow] = useState(() => new Date());
  const delayMs = Math.min(untilChangeMs(now), mostTimerMs);
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), delayMs);
    return () => clearTimeout(timer);
  }, [now, delayMs]);
  return now;
}
