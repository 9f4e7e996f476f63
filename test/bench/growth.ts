import { launchApp } from '../helpers/launch-app';
import { createAndImport, draftFor, signIn } from './ceremony-by-verbs';
import type { Line } from './report';
import { summarise } from './statistics';

/** Finding an RSA key takes a random time, so these rows say nothing about growth. */
const byLuck = new Set(['get-parameters', 'self-test']);
const batches = [1, 10, 100] as const;

/** Measures one import, then ten, then a hundred, in one run of the app, to see whether they get slower. */
export async function measure(): Promise<readonly Line[]> {
  const launched = await launchApp();
  try {
    const { page } = launched;
    const signedIn = await signIn(page, { by: 'practice' });
    let made = 0;
    const one = async (): Promise<number> => {
      const { milliseconds, rows } = await createAndImport(page, signedIn, draftFor(`growth-${made++}`));
      const luck = rows
        .filter(({ step }) => byLuck.has(step))
        .reduce((sum, { tookMs = 0 }) => sum + tookMs, 0);
      return milliseconds - luck;
    };
    await one();
    const costs: (readonly number[])[] = [];
    for (const size of batches) {
      const batch: number[] = [];
      while (batch.length < size) batch.push(await one());
      costs.push(batch);
    }
    const hundred = costs.at(-1) ?? [];
    const half = Math.floor(hundred.length / 2);
    const early = summarise(hundred.slice(0, half));
    const late = summarise(hundred.slice(half));
    return [
      ...costs.map((batch, at): Line => ({
        name: `import${batches[at] ?? ''}`,
        text: `One of ${batches[at] ?? ''} imports in a run, without making RSA keys`,
        unit: 'ms',
        value: summarise(batch),
      })),
      {
        name: 'growthRatio',
        text: '  the last fifty ÷ the fifty before',
        unit: 'ratio',
        value: late.median / early.median,
        goal: { atMost: 1.1 },
      },
    ];
  } finally {
    await launched.close();
  }
}
