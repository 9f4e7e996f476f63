/** A smaller difference between the two clocks counts as drift, a larger one as a jump. */
const toleranceMs = 5_000;

export interface TimeWatchPorts {
  /** The computer's clock, in milliseconds since 1970. */
  readonly wallMs: () => number;
  /** A clock that nobody can set, in milliseconds; it depends on the system whether it runs during sleep. */
  readonly steadyMs: () => number;
  /** `seconds`: how far the wall clock is ahead of the steady clock; negative when it was set back. */
  readonly onJump: (seconds: number) => void;
}

/**
 * Notices that the wall clock jumped: it was set, or the computer slept.
 *
 * @returns a function that compares both clocks; call it regularly.
 */
export function createTimeWatch({ wallMs, steadyMs, onJump }: TimeWatchPorts): () => void {
  let last = { wall: wallMs(), steady: steadyMs() };
  return () => {
    const now = { wall: wallMs(), steady: steadyMs() };
    const jumpedMs = now.wall - last.wall - (now.steady - last.steady);
    last = now;
    if (Math.abs(jumpedMs) > toleranceMs) onJump(Math.round(jumpedMs / 1000));
  };
}
