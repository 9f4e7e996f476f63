import { join } from 'node:path';
import { signInPage } from '../../renderer/words/look-after/sign-in';
import { makeAwsHome } from '../helpers/aws-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { lookAfterJob } from '../helpers/look-after-window';
import { startPracticeServer } from '../helpers/practice-server';
import { watchAnswers } from './answer-times';
import { answerLine } from './answer-line';
import { collectGarbage, ownMemory } from './proportional-memory';
import type { Line } from './report';

const keys = 10_000;
const readMs = 300_000;
/** As a quick typist types. */
const betweenKeysMs = 60;

/**
 * The list of 10,000 keys in 17 Regions, as a person uses it: what each key and click takes, and what it all keeps. All
 * Regions are read, also those without keys.
 */
export async function keysInWindow(): Promise<readonly Line[]> {
  const server = await startPracticeServer({ keys });
  const home = makeAwsHome();
  home.write({
    config: '[profile work]\nregion = eu-central-1\n',
    credentials: '[work]\naws_access_key_id = 111122223333\naws_secret_access_key = secret\n',
  });
  const launched = await launchApp({
    AWS_CONFIG_FILE: join(home.folder, '.aws/config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home.folder, '.aws/credentials'),
    AWS_ENDPOINT_URL: server.url,
  });
  try {
    return await use(launched);
  } finally {
    await launched.close();
    await server.stop();
    home.remove();
  }
}

async function use(launched: LaunchedApp): Promise<readonly Line[]> {
  const { page, app } = launched;
  const memory = (): Promise<number> => ownMemory(Number(app.process().pid));
  const job = lookAfterJob(launched);
  await job.button('Look after imported keys').click();
  await page.getByRole('radio', { name: signInPage.all }).waitFor();
  await collectGarbage(launched);
  const before = await memory();
  const { during } = await watchAnswers(page);
  const look = person(launched);

  await job.signInFirst();
  await page.locator('.key-table').waitFor();
  const whileRead = await during(look.type);
  await page.getByText('As of').first().waitFor({ timeout: readMs });
  const atOnce = (await memory()) - before;
  await collectGarbage(launched);
  const kept = (await memory()) - before;
  return [
    answerLine(
      'keysTypeWhileRead',
      `${keys} keys in the window: typing in the filter, while read`,
      whileRead,
    ),
    answerLine('keysType', '  typing in the filter', await during(look.type)),
    answerLine('keysQuick', '  quick filters', await during(look.quickFilters)),
    answerLine('keysSort', '  sorting by each column', await during(look.sort)),
    answerLine('keysPages', '  going through pages', await during(look.pages)),
    answerLine('keysScroll', '  scrolling by keys', await during(look.scroll)),
    {
      name: 'keysMemory',
      text: '  memory of the whole app, once V8 has collected',
      unit: 'MB',
      value: kept,
      goal: { atMost: 40 },
    },
    { name: 'keysMemoryAtOnce', text: '  with what it has not collected yet', unit: 'MB', value: atOnce },
  ];
}

/** What a person does with the list, over and over. */
function person({ page }: LaunchedApp) {
  const click = (name: RegExp) => page.getByRole('button', { name }).click();
  const { keyboard } = page;
  return {
    type: async (): Promise<void> => {
      await page.getByRole('searchbox', { name: 'Find keys' }).click();
      for (const text of ['team-3', 'eu-central', 'key-77', 'works', 'a']) {
        await keyboard.type(text, { delay: betweenKeysMs });
        await keyboard.press('ControlOrMeta+A');
        await keyboard.press('Delete');
      }
    },
    quickFilters: async (): Promise<void> => {
      const names = [
        /^Needs attention/,
        /^Expires within/,
        /^Unfinished/,
        /^Waiting for deletion/,
        /^All keys/,
      ];
      for (const name of [...names, ...names, ...names]) await click(name);
    },
    sort: async (): Promise<void> => {
      const columns = ['Name', 'State', 'Expires', 'Material', 'Receivers', 'Region', 'Created'];
      for (const name of [...columns, ...columns]) {
        await page.getByRole('columnheader').getByRole('button', { name, exact: true }).click();
      }
    },
    pages: async (): Promise<void> => {
      for (let page = 0; page < 20; page++) await click(/^Next page$/);
    },
    scroll: async (): Promise<void> => {
      for (const way of ['PageDown', 'PageUp']) {
        for (let times = 0; times < 10; times++) await keyboard.press(way);
      }
    },
  };
}
