import type { CallOutcome } from '../../aws/kms-port';
import { isDisturbed, type Clock } from '../../run/calls';

/** Requests that wait for their answers, over all Regions together. */
export const mostInFlight = 10;
const triesWhenDisturbed = 5;
const longestPauseMs = 8_000;

export interface PacePorts {
  readonly clock: Clock;
  readonly isStopped: () => boolean;
}

/** Sends the calls of one Region. `later` calls let all others go first. */
export interface Lane {
  /**
   * Sends when its turn has come, and again while AWS throttles. A way that is disturbed is tried five times.
   *
   * @returns undefined if the reading was stopped before there was an answer.
   */
  readonly send: <T>(
    call: () => Promise<CallOutcome<T>>,
    when?: 'later',
  ) => Promise<CallOutcome<T> | undefined>;
  /** Whether AWS throttled a short while ago, so that less is sent. */
  readonly isThrottled: () => boolean;
}

/**
 * Sends many calls that only read: few at a time, and fewer while AWS throttles. AWS counts for each Region, so each
 * has a lane that slows down by itself. Half as many calls after a refusal and one more for each round of answers is
 * how TCP finds its speed (RFC 5681).
 */
export function createPace({ clock, isStopped }: PacePorts) {
  const slots = createGate(() => mostInFlight);

  function createLane(): Lane {
    let allowed = mostInFlight;
    let answered = 0;
    let pauseMs = 0;
    let pausedUntil = 0;
    const own = createGate(() => allowed);

    function slowDown(): void {
      const now = clock.now().getTime();
      // What was in flight together is throttled together: that is one refusal.
      if (now < pausedUntil) return;
      allowed = Math.max(1, Math.floor(allowed / 2));
      answered = 0;
      pauseMs = Math.min(longestPauseMs, pauseMs === 0 ? 250 : pauseMs * 2);
      pausedUntil = now + pauseMs * (0.5 + clock.random());
    }

    function speedUp(): void {
      if (allowed === mostInFlight) return;
      answered += 1;
      if (answered < allowed) return;
      answered = 0;
      pauseMs = 0;
      allowed += 1;
      own.open();
    }

    async function waitForPause(): Promise<void> {
      for (;;) {
        const leftMs = pausedUntil - clock.now().getTime();
        if (leftMs <= 0 || isStopped()) return;
        await clock.sleep(leftMs);
      }
    }

    return {
      send: (call, when) =>
        own.through(false, async () => {
          for (let tries = 1; ;) {
            await waitForPause();
            const outcome = await slots.through(when === 'later', async () =>
              isStopped() ? undefined : await call(),
            );
            // What comes after the end is told to nobody, so it is not known either.
            if (outcome === undefined || isStopped()) return undefined;
            if (outcome.outcome === 'refused' && outcome.error.code === 'aws.throttled') {
              slowDown();
            } else if (isDisturbed(outcome) && tries < triesWhenDisturbed) {
              await clock.sleep(200 * 2 ** (tries - 1) * (0.5 + clock.random()));
              tries += 1;
            } else {
              speedUp();
              return outcome;
            }
          }
        }),
      isThrottled: () => allowed < mostInFlight,
    };
  }

  return { createLane };
}

/** Lets only so many through at a time. Those who can wait do so until nobody else does. */
function createGate(allowed: () => number) {
  let inside = 0;
  const waiting: (() => void)[] = [];
  const patient: (() => void)[] = [];

  function open(): void {
    while (inside < allowed()) {
      const enter = waiting.shift() ?? patient.shift();
      if (enter === undefined) return;
      inside += 1;
      enter();
    }
  }

  return {
    open,
    async through<T>(canWait: boolean, work: () => Promise<T>): Promise<T> {
      await new Promise<void>((enter) => {
        (canWait ? patient : waiting).push(enter);
        open();
      });
      try {
        return await work();
      } finally {
        inside -= 1;
        open();
      }
    },
  };
}
