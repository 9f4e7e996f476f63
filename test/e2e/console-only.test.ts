import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleOnlyWords } from '../../renderer/words/sign-in/console-only';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob } from '../helpers/ceremony-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
});
afterAll(() => launched.close());

it('who has only a console sign-in is told what to run, and where to paste what it prints', async () => {
  const { app, page } = launched;
  const job = ceremonyJob(launched);
  await job.button('Create and import a key').click();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  await page.getByText(consoleOnlyWords.title).click();
  await job.button(consoleOnlyWords.copy).click();
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('aws configure export-credentials --format env');
  expect(await axeViolations(page)).toEqual([]);
  await job.button(consoleOnlyWords.paste).click();
  await page.getByRole('textbox', { name: 'Temporary credentials' }).waitFor();
});
