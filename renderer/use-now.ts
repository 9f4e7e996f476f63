import { useEffect, useState } from 'react';

/** The current time, renewed whenever what is shown of it changes; `untilChangeMs` says when that is. */
export function useNow(untilChangeMs: (now: Date) => number): Date {
  const [now, setNow] = useState(() => new Date());
  const delayMs = untilChangeMs(now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), delayMs);
    return () => clearTimeout(timer);
  }, [now, delayMs]);
  return now;
}
