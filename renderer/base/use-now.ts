import { useEffect, useEffectEvent, useState } from 'react';

/** Timers stop while a computer sleeps and miss a clock that is set, so the clock is looked at this often anyway. */
const mostTimerMs = 10_000;

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

/** Says once that a time has come; undefined is never. */
export function useDeadline(deadline: string | undefined, onOver: () => void): void {
  const over = useEffectEvent(onOver);
  useEffect(() => {
    if (deadline === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      const leftMs = new Date(deadline).getTime() - Date.now();
      if (leftMs <= 0) over();
      else timer = setTimeout(look, Math.min(leftMs, mostTimerMs));
    };
    look();
    return () => clearTimeout(timer);
  }, [deadline]);
}
