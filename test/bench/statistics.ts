/** The summary of a series of measurements: its median, and the range of the middle half. */
export interface Summary {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75),
    count: sorted.length,
  };
}

/** The ratio of each round, because what slows the computer for a while slows both. */
export function pairwise(ours: readonly number[], theirs: readonly number[]): Summary {
  return summarise(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}

/** With linear interpolation. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * Runs contestants in turn, round by round; each round starts with a different one.
 * @returns for each contestant its measurements, in the order of the rounds
 */
export async function inTurns(
  contestants: readonly (() => Promise<number>)[],
  { rounds, warmUps }: { readonly rounds: number; readonly warmUps: number },
): Promise<readonly (readonly number[])[]> {
  const measured = contestants.map((): number[] => []);
  for (let round = 0; round < warmUps + rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const which = (round + turn) % contestants.length;
      const value = await contestants[which]?.();
      if (value !== undefined && round >= warmUps) measured[which]?.push(value);
    }
  }
  return measured;
}
