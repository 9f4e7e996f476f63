/** How far the wall clock may be from the steady one before it counts as set, and not as drift. */
const toleranceMs = 5_000;

export interface TimeWatchPorts {
  /** Milliseconds since 1970, as the computer's clock says. */
  readonly wallMs: () => number;
  /** Milliseconds of a clock that nobody can set; whether it runs while the computer sleeps depends on the system. */
  readonly steadyMs: () => number;
  /** `seconds`: by how much the wall clock went further than time did; negative when it was set back. */
  readonly onJump: (seconds: number) => void;
}

/**
 * Notices that the wall clock moved otherwise than time does: it was set, or the computer slept.
 *
 * @returns looks at both clocks; to be called now and then.
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
