import { describe, expect, it } from 'vitest';
import { createTimeWatch } from '../../../main/platform/time-watch';

/** Two clocks that are moved by hand, and the jumps that were noticed. */
function watch() {
  let wall = Date.parse('2026-11-25T12:00:00Z');
  let steady = 1000;
  const jumps: number[] = [];
  const look = createTimeWatch({
    wallMs: () => wall,
    steadyMs: () => steady,
    onJump: (seconds) => jumps.push(seconds),
  });
  return {
    look,
    jumps,
    move: (wallMs: number, steadyMs: number) => {
      wall += wallMs;
      steady += steadyMs;
    },
  };
}

describe('the watch over time', () => {
  it('says nothing while both clocks go on alike, drift included', () => {
    const { look, jumps, move } = watch();
    for (let minute = 0; minute < 600; minute += 1) {
      move(60_000, 59_990);
      look();
    }
    expect(jumps).toEqual([]);
  });

  it.each([
    ['set on by an hour', 3_660_000, 60_000, 3600],
    ['set back by a day', -86_340_000, 60_000, -86_400],
    ['gone on alone while the computer slept', 28_800_000, 2_000, 28_798],
  ])('says once by how much the clock was %s', (_what, wallMs, steadyMs, seconds) => {
    const { look, jumps, move } = watch();
    move(wallMs, steadyMs);
    look();
    move(60_000, 60_000);
    look();
    expect(jumps).toEqual([seconds]);
  });
});
