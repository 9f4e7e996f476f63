import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { ceremonyJob } from '../helpers/ceremony-job';
import { checkValueIn } from '../helpers/check-value-in';
import { custodyJob } from '../helpers/custody-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { goHome } from '../helpers/leave-finished';
import { wrapJob } from '../helpers/wrap-job';
import { answerLine } from './answer-line';
import { late, watchAnswers, type Answered } from './answer-times';
import type { Line } from './report';

/** Each job is done so often, as a percentile of a handful of clicks says nothing. */
const rounds = 3;

/** Every click of whole jobs, from home to their last page and back: the event to the next paint. */
export async function jobsInWindow(): Promise<readonly Line[]> {
  const launched = await launchApp();
  const bare = await launchApp({}, { appFolder: resolve(import.meta.dirname, 'apps/bare') });
  try {
    const { during } = await watchAnswers(launched.page);
    const clickBare = await bareClicks(bare);
    const compared: Answered[] = [];
    const all: Answered[] = [];
    const lines: Line[] = [];
    for (const { name, text, work } of jobsOf(launched)) {
      const answers: Answered[] = [];
      for (let round = 0; round < rounds; round++) {
        answers.push(...(await during(() => work(round))));
        compared.push(...(await clickBare()));
        await goHome(launched.page);
      }
      all.push(...answers);
      lines.push(answerLine(name, text, answers));
    }
    const floor: Line = {
      name: 'clicksBare',
      text: `  a click in a bare window, in between (p95 of ${compared.length})`,
      unit: 'ms',
      value: late(compared),
    };
    return [...lines, answerLine('clicksAll', 'Every click of these jobs', all), floor];
  } finally {
    await bare.close();
    await launched.close();
  }
}

/** Clicks a button that changes one word: what this computer needs for the least that a click can do. */
async function bareClicks({ page }: LaunchedApp): Promise<() => Promise<readonly Answered[]>> {
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.textContent = 'even';
    button.onclick = () => (button.textContent = button.textContent === 'even' ? 'odd' : 'even');
    document.body.append(button);
  });
  const { during } = await watchAnswers(page);
  return () =>
    during(async () => {
      for (let clicks = 0; clicks < 5; clicks++) await page.getByRole('button').click();
    });
}

function jobsOf(launched: LaunchedApp) {
  const { page } = launched;
  const ceremony = ceremonyJob(launched);
  const custody = custodyJob(launched);
  const wrap = wrapJob(launched);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  let shares: readonly string[] = [];
  return [
    {
      name: 'clicksOffline',
      text: 'Wrap offline, with a sealed copy',
      work: async (): Promise<void> => {
        await wrap.open();
        await wrap.drop(
          intakeForms[0].write(mkdtempSync(join(tmpdir(), 'keyferry-bench-')), bundleContents()),
        );
        await wrap.next();
        await custody.suggestPassphrase();
        await custody.saveSealedCopy();
        await wrap.wrapAndSave();
      },
    },
    {
      name: 'clicksCeremony',
      text: 'Create and import, as practice, with shares',
      work: async (round: number): Promise<void> => {
        await ceremony.practise();
        await ceremony.receiver('eu-central-1');
        await ceremony.next('Sign in');
        await ceremony.toReview(async () => {
          shares = await custody.saveShares();
        }, `bench-${round}`);
        await ceremony.createAndImport();
        await ceremony.button('Copy ARN').click({ timeout: 120_000 });
      },
    },
    {
      name: 'clicksRehearse',
      text: 'Rehearse a restore, with shares',
      work: async (): Promise<void> => {
        await custody.rehearse(shares, checkValueIn(shares[0] ?? ''));
      },
    },
    {
      name: 'clicksLookAfter',
      text: 'Look after keys, as practice',
      work: async (): Promise<void> => {
        await button('Look after imported keys').click();
        await button('Practise').click();
        await page.locator('.key-table').waitFor();
        await page.getByText('As of').first().waitFor();
        for (const name of [/^Needs attention/, /^All keys/, /^Columns/]) await button(name).first().click();
        await page.locator('.key-name').first().click();
        await page.getByText('As of').first().waitFor();
        await button('Back to the keys').click();
        await page.locator('.key-table').waitFor();
      },
    },
  ];
}
