import type { Clock } from '../../main/run/calls';

/** A clock that only moves with sleeps, which take no real time. */
export function createMovingClock(start = new Date()): Clock & {
  readonly moveOn: (milliseconds: number) => void;
  readonly sleeps: readonly number[];
} {
  let time = start.getTime();
  const sleeps: number[] = [];
  return {
    now: () => new Date(time),
    sleep: (milliseconds) => {
      sleeps.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
    random: () => 0.5,
    moveOn: (milliseconds) => {
      time += milliseconds;
    },
    sleeps,
  };
}
