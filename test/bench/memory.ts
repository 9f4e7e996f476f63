import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ceremonyJob } from '../helpers/ceremony-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { settledMemory } from './proportional-memory';
import type { Line } from './report';
import { inTurns, pairwise, summarise } from './statistics';
import { timedLaunch, type Contestant } from './timed-launch';

const rounds = 9;
const manyCeremonies = 50;

/** Measures all processes of the app: idle on home, after one ceremony, and after fifty. */
export async function measure(): Promise<readonly Line[]> {
  if (process.platform !== 'linux') return [];
  const homes = mkdtempSync(join(tmpdir(), 'keyferry-bench-'));
  const idle = (which: Contestant) => async (): Promise<number> => {
    const { child, end } = await timedLaunch(which, mkdtempSync(join(homes, 'home-')));
    try {
      return await settledMemory(Number(child.pid));
    } finally {
      await end();
    }
  };
  try {
    const [home = [], bare = []] = await inTurns([idle('keyferry'), idle('bare')], { rounds, warmUps: 1 });
    const [once = [], drivenBare = []] = await inTurns([afterOneCeremony, drivenBareWindow], {
      rounds,
      warmUps: 1,
    });
    const { few, many } = await afterManyCeremonies();
    return [
      { name: 'memoryHome', text: 'Memory, idle on home', unit: 'MB', value: summarise(home) },
      { name: 'memoryHomeBare', text: '  a bare window', unit: 'MB', value: summarise(bare) },
      ratio('memoryHomeRatio', home, bare),
      { name: 'memoryOnce', text: 'Memory after a ceremony', unit: 'MB', value: summarise(once) },
      {
        name: 'memoryOnceBare',
        text: '  a bare window, driven as well',
        unit: 'MB',
        value: summarise(drivenBare),
      },
      ratio('memoryOnceRatio', once, drivenBare),
      {
        name: 'memoryMany',
        text: `Memory after ${manyCeremonies} ceremonies`,
        unit: 'MB',
        value: summarise(many),
      },
      {
        name: 'memoryGrowthRatio',
        text: '  ÷ after the first',
        unit: 'ratio',
        value: pairwise(many, few),
        goal: { atMost: 1.1 },
      },
    ];
  } finally {
    rmSync(homes, { recursive: true, force: true, maxRetries: 10 });
  }
}

function ratio(name: string, ours: readonly number[], bare: readonly number[]): Line {
  return {
    name,
    text: '  ours ÷ bare',
    unit: 'ratio',
    value: pairwise(ours, bare),
    goal: { atMost: 1.12 },
  };
}

const memoryOf = ({ app }: LaunchedApp): Promise<number> => settledMemory(Number(app.process().pid));

async function afterOneCeremony(): Promise<number> {
  const launched = await launchApp();
  try {
    await practise(launched);
    return await memoryOf(launched);
  } finally {
    await launched.close();
  }
}

async function drivenBareWindow(): Promise<number> {
  const launched = await launchApp({}, { appFolder: resolve(import.meta.dirname, 'apps/bare') });
  try {
    return await memoryOf(launched);
  } finally {
    await launched.close();
  }
}

async function afterManyCeremonies(): Promise<{ few: readonly number[]; many: readonly number[] }> {
  const launched = await launchApp();
  const samples = async (): Promise<readonly number[]> => {
    const taken: number[] = [];
    // Garbage that V8 has not collected yet does not count here; it varies by 70 MB.
    await launched.page.requestGC();
    while (taken.length < rounds) taken.push(await memoryOf(launched));
    return taken;
  };
  try {
    await practise(launched);
    const few = await samples();
    for (let done = 1; done < manyCeremonies; done++) {
      await launched.page.getByRole('button', { name: 'Back to home' }).click();
      await practise(launched);
    }
    return { few, many: await samples() };
  } finally {
    await launched.close();
  }
}

let made = 0;

/** From home to the hand-over, in practice mode and without a copy. */
async function practise(launched: LaunchedApp): Promise<void> {
  const job = ceremonyJob(launched);
  await job.practise();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  // The app tries suggested aliases in turn, but here nearly all of them would be taken.
  await job.toReview(undefined, `bench-${made++}`);
  await job.createAndImport();
  await job.button('Copy ARN').waitFor({ timeout: 120_000 });
}
