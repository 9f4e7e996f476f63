import type { CallOutcome } from '../aws/kms-port';
import type { AwsSession } from '../aws/session';

/** Time, as the jobs need it; tests pass a clock that they move themselves. */
export interface Clock {
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

/** The same clock set to AWS's time, which is what expiries are measured by. */
export function awsClock(clock: Clock, { clockOffsetMs }: Pick<AwsSession, 'clockOffsetMs'>): Clock {
  return { ...clock, now: () => new Date(clock.now().getTime() + clockOffsetMs) };
}

const throttledTries = 5;

/**
 * Asks again while AWS throttles: five tries in all, with growing pauses of random length. A throttled call was
 * refused, so this is as safe for a call that changes AWS as for one that reads. Nothing else is repeated here.
 */
export async function whileThrottled<T>(
  clock: Clock,
  call: () => Promise<CallOutcome<T>>,
): Promise<CallOutcome<T>> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await call();
    const throttled = outcome.outcome === 'refused' && outcome.error.code === 'aws.throttled';
    if (!throttled || attempt === throttledTries) return outcome;
    // Half of the pause is fixed: GetParametersForImport is allowed once a second in the whole account.
    await clock.sleep(1000 * 2 ** (attempt - 1) * (0.5 + clock.random()));
  }
}

/** AWS KMS calls changes visible "usually within seconds"; a minute is long enough to call a state wrong. */
export const patienceMs = 60_000;

/**
 * Calls again as long as `again` says so and the time is not over, with growing pauses; the last call comes at the
 * end.
 */
export async function repeatWhile<T>(
  clock: Clock,
  forMs: number,
  call: () => Promise<T>,
  again: (answer: T) => boolean,
): Promise<T> {
  const end = clock.now().getTime() + forMs;
  for (let pauseMs = 500; ; pauseMs = Math.min(pauseMs * 2, 8000)) {
    const answer = await call();
    const leftMs = end - clock.now().getTime();
    if (leftMs <= 0 || !again(answer)) return answer;
    await clock.sleep(Math.min(pauseMs, leftMs));
  }
}

/** Whether a key that has just been made or changed may simply not be known everywhere yet. */
export const mayBeTooEarly = <T>(outcome: CallOutcome<T>): boolean =>
  outcome.outcome === 'refused' &&
  (outcome.error.code === 'kms.notFound' || outcome.error.code === 'kms.invalidState');

/** Whether nothing was learnt, because the way to AWS was disturbed for a moment. */
export const isDisturbed = <T>(outcome: CallOutcome<T>): boolean =>
  outcome.outcome !== 'done' &&
  (outcome.error.code.startsWith('network.') ||
    outcome.error.code === 'aws.throttled' ||
    outcome.error.code === 'aws.unavailable');
