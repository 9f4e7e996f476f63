import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { descendants } from '../helpers/processes';

/** Chromium releases the memory that it needed to start within this time. */
const settleMs = 2500;

/**
 * Proportional set size of a process and its descendants, in MB: shared pages count once, split among the processes.
 * Source: Linux, /proc/[pid]/smaps_rollup.
 */
export async function settledMemory(pid: number): Promise<number> {
  await wait(settleMs);
  const kilobytes = [pid, ...descendants(pid)].map((each) => {
    const [, text = '0'] =
      /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8')) ?? [];
    return Number(text);
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000;
}
