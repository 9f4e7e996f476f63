import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Line } from './report';
import { inTurns, pairwise, summarise } from './statistics';
import { timedLaunch, type Contestant } from './timed-launch';

/** Measures from the start of the process to the first heading painted, warm and cold, compared with a bare window. */
export async function measure(): Promise<readonly Line[]> {
  const homes = mkdtempSync(join(tmpdir(), 'keyferry-bench-'));
  const usable: number[] = [];
  const launch = (which: Contestant, home: string) => async (): Promise<number> => {
    const { milliseconds, end } = await timedLaunch(which, home);
    await end();
    if (home === kept.keyferry) usable.push(milliseconds.usable);
    return milliseconds.painted;
  };
  const cold = (which: Contestant) => async (): Promise<number> => {
    dropPageCache();
    return await launch(which, mkdtempSync(join(homes, 'cold-')))();
  };
  const kept = { keyferry: mkdtempSync(join(homes, 'warm-')), bare: mkdtempSync(join(homes, 'warm-')) };
  try {
    const [warm = [], warmBare = []] = await inTurns(
      [launch('keyferry', kept.keyferry), launch('bare', kept.bare)],
      { rounds: 21, warmUps },
    );
    const [first = [], firstBare = []] = await inTurns([cold('keyferry'), cold('bare')], {
      rounds: 9,
      warmUps: 1,
    });
    return [
      { name: 'startWarm', text: 'Start, warm', unit: 'ms', value: summarise(warm) },
      {
        name: 'startUsable',
        text: '  and until it can be clicked',
        unit: 'ms',
        value: summarise(usable.slice(warmUps)),
      },
      { name: 'startWarmBare', text: '  a bare window', unit: 'ms', value: summarise(warmBare) },
      {
        name: 'startWarmRatio',
        text: '  ours ÷ bare',
        unit: 'ratio',
        value: pairwise(warm, warmBare),
        goal: { atMost: 1.2 },
      },
      { name: 'startCold', text: `Start, cold (${coldness})`, unit: 'ms', value: summarise(first) },
      { name: 'startColdBare', text: '  a bare window', unit: 'ms', value: summarise(firstBare) },
      {
        name: 'startColdRatio',
        text: '  ours ÷ bare',
        unit: 'ratio',
        value: pairwise(first, firstBare),
        goal: { atMost: 1.2 },
      },
    ];
  } finally {
    rmSync(homes, { recursive: true, force: true, maxRetries: 10 });
  }
}

const warmUps = 3;
const mayDropCache = process.platform === 'linux' && process.getuid?.() === 0;
const coldness = mayDropCache ? 'new profile, nothing in the page cache' : 'new profile';

function dropPageCache(): void {
  if (!mayDropCache) return;
  execFileSync('sync');
  writeFileSync('/proc/sys/vm/drop_caches', '3');
}
