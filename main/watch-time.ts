import { powerMonitor } from 'electron';
import { log } from './platform/log';
import { createTimeWatch } from './platform/time-watch';

const lookEveryMs = 60_000;

/**
 * Ends what is overdue although its timer did not run: timers stop while a computer sleeps, and do not notice that the
 * clock was set. Checks once a minute, and when the computer wakes.
 */
export function watchTime(endOverdue: () => void): void {
  const look = createTimeWatch({
    wallMs: () => Date.now(),
    steadyMs: () => performance.now(),
    onJump: (seconds) => log({ event: 'time.jumped', seconds }),
  });
  const lookAndEnd = (): void => {
    look();
    endOverdue();
  };
  setInterval(lookAndEnd, lookEveryMs).unref();
  powerMonitor.on('resume', () => {
    log({ event: 'time.woke' });
    lookAndEnd();
  });
}
