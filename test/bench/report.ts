import { cpus, totalmem } from 'node:os';
import type { Summary } from './statistics';

/** One line of the table. With a goal, it is a ratio that meets the goal or not. */
export interface Line {
  /** Its name in out/bench.json. */
  readonly name: string;
  readonly text: string;
  readonly unit: 'ms' | 'MB' | 'kB' | 'ratio' | 'count';
  readonly value: Summary | number;
  readonly goal?: { readonly atMost: number };
}

const isHeld = ({ value, goal }: Line): boolean => goal === undefined || middleOf(value) <= goal.atMost;

const middleOf = (value: Summary | number): number => (typeof value === 'number' ? value : value.median);

const digits: Readonly<Record<Line['unit'], number>> = { ms: 0, MB: 1, kB: 0, ratio: 2, count: 0 };

export function table(lines: readonly Line[]): string {
  const rows = lines.map((line) => {
    const show = (value: number): string => value.toFixed(digits[line.unit]);
    const { value, goal, unit } = line;
    const spread =
      typeof value === 'number' ? '' : `${show(value.lower)}–${show(value.upper)}, n=${value.count}`;
    const verdict = goal === undefined ? '' : `≤ ${goal.atMost} ${isHeld(line) ? 'held' : 'NOT HELD'}`;
    return [line.text, `${show(middleOf(value))}${unit === 'ratio' ? '' : ` ${unit}`}`, spread, verdict];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The contents of out/bench.json: every line by its name, and whether all goals are met. */
export function asJson(lines: readonly Line[]): string {
  const goals = lines.filter(({ goal }) => goal !== undefined);
  const document = {
    goalsHeld: goals.every(isHeld),
    measuredAt: new Date().toISOString(),
    machine: {
      platform: process.platform,
      processors: cpus().length,
      processor: cpus()[0]?.model,
      memoryGB: Math.round(totalmem() / 1e9),
    },
    ratios: Object.fromEntries(
      goals.map((line) => [line.name, { value: middleOf(line.value), held: isHeld(line), ...line.goal }]),
    ),
    measured: Object.fromEntries(lines.map(({ name, unit, value }) => [name, { unit, value }])),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
