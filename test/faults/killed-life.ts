import { spawn } from 'node:child_process';
import { expect } from 'vitest';
import { practiceAws } from '../helpers/practice-aws';
import type { House } from '../helpers/ceremony-bench';
import { createMovingClock } from '../helpers/moving-clock';
import { beginLife } from './life';
import { newFolder } from './material-in-shares';
import { bundleMortalApp } from './mortal/bundle-mortal-app';
import type { KillPoint, LastWords, Order } from './mortal/order';
import { practiceOnTheWire } from './practice-on-the-wire';

let program = '';
/** Compiles the app that is killed; before the first of its lives. */
export async function compileMortalApp(): Promise<void> {
  program = await bundleMortalApp(newFolder());
}

/** Runs the app in its own process. @returns its last words, or undefined when the kernel killed it. */
export function live(order: Order): Promise<LastWords | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, JSON.stringify(order)]);
    let said = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(undefined);
      else if (code === 0) resolve(JSON.parse(said) as LastWords);
      else reject(new Error(`It ended with ${code ?? signal ?? 'nothing'}: ${complaint}`));
    });
  });
}

/** What is left if the first note was not written, or only half: nothing that can be resumed. */
export const leftOfFirst = ({ at, moment }: KillPoint) =>
  at > 1 || moment === 'after'
    ? undefined
    : { runs: [], unusable: moment === 'torn' ? [expect.objectContaining({ reason: 'damaged' })] : [] };

/** The practice AWS, which outlives each app. */
export async function withAws<T>(
  use: (aws: {
    url: string;
    /** What came over the wire, in its order. */
    came: readonly string[];
    next: (notes: string, house?: House) => ReturnType<typeof beginLife>;
  }) => Promise<T>,
): Promise<T> {
  const clock = createMovingClock();
  const practice = practiceAws({ now: clock.now });
  const wire = await practiceOnTheWire(practice);
  try {
    return await use({
      url: wire.url,
      came: wire.came,
      next: (notes, house = {}) => beginLife({}, { ...house, clock, practice }, notes),
    });
  } finally {
    await wire.close();
  }
}

/** A life that is killed at the point, and what comes after it; without a point, the whole life. */
export type Sweep = (kill: KillPoint | undefined) => Promise<LastWords | undefined>;

export const ordered = (kill: KillPoint | undefined) => (kill === undefined ? {} : { kill });
