import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { LaunchedApp } from '../helpers/launch-app';
import { descendants } from '../helpers/processes';

/** Chromium releases the memory that it needed to start within this time. */
const settleMs = 2500;

/**
 * Proportional set size of a process and its descendants, in MB: shared pages count once, split among the processes.
 * Source: Linux, /proc/[pid]/smaps_rollup.
 */
export const settledMemory = (pid: number): Promise<number> => settled(pid, ['Pss']);

/**
 * Without the pages of files, which are shared with every other program that has them open: their share changes when
 * somebody else on this computer starts or ends one. In MB.
 */
export const ownMemory = (pid: number): Promise<number> => settled(pid, ['Pss_Anon', 'Pss_Shmem']);

async function settled(pid: number, kinds: readonly string[]): Promise<number> {
  await wait(settleMs);
  const kilobytes = [pid, ...descendants(pid)].flatMap((each) => {
    const rollup = readFileSync(`/proc/${each}/smaps_rollup`, 'utf8');
    return kinds.map((kind) => Number(new RegExp(`^${kind}:\\s+(\\d+) kB$`, 'm').exec(rollup)?.[1] ?? 0));
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000;
}

/** Has V8 collect at once, in main and in the page, and give back what is free: by itself it waits half a minute. */
export async function collectGarbage({ app, page }: LaunchedApp): Promise<void> {
  await app.evaluate(() => {
    process.getBuiltinModule('v8').setFlagsFromString('--expose-gc');
    const collect = process.getBuiltinModule('vm').runInNewContext('gc') as (how: object) => void;
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  });
  await page.requestGC();
}
