import { mkdtempSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveRecord } from '../../renderer/words/run/ceremony-record';
import { handOverPage, toDoStates } from '../../renderer/words/run/hand-over';
import { copyWanted } from '../../renderer/words/run/receiver-wants';
import { terms } from '../../renderer/words/shell/terms';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob } from '../helpers/ceremony-job';
import { answerDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { screenFaults, standingOut } from '../helpers/screen-faults';

let launched: LaunchedApp;
let job: ReturnType<typeof ceremonyJob>;
let folder: string;

beforeAll(async () => {
  launched = await launchApp();
  // What is fading in has too little contrast for axe.
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  job = ceremonyJob(launched);
  folder = mkdtempSync(join(launched.home, 'documents-'));
  await job.practise();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  await job.toReview();
  await job.createAndImport();
  await job.heading('Hand over').waitFor({ timeout: 60_000 });
});
afterAll(() => launched.close());

const expectOpen = (count: number): Promise<void> =>
  expect
    .poll(() => launched.page.getByText(toDoStates.open, { exact: true }).count(), { timeout: 20_000 })
    .toBe(count);

it('the hand-over is a list of four things, which says what is done and which is next', async () => {
  const { page, app } = launched;
  await expectOpen(4);
  expect(await screenFaults(page)).toEqual([]);
  expect(await standingOut(page)).toEqual([copyWanted('key-arn')]);
  // The whole list is seen at once.
  const list = await page.locator('.to-do').boundingBox();
  expect(list?.height).toBeLessThan(480);
  await job.button(copyWanted('key-arn')).click();
  await expectOpen(3);
  expect(await standingOut(page)).toEqual([handOverPage.saveSummary]);
  await job.button(handOverPage.copySummary).click();
  await expectOpen(2);
  expect(await standingOut(page)).toEqual([handOverPage.saveCard]);
  await answerDialogs(app, [[join(folder, 'card.pdf')], [folder]]);
  await job.button(handOverPage.saveCard).click();
  await page.getByText(handOverPage.saved('card.pdf', basename(folder))).waitFor();
  await expectOpen(1);
  expect(await standingOut(page)).toEqual([saveRecord.open]);
  await job.button(saveRecord.open).click();
  expect(await screenFaults(page)).toEqual([]);
  await page.getByRole('textbox', { name: saveRecord.operator }).first().fill('Ada Example');
  await page.getByRole('checkbox', { name: saveRecord.noWitness }).check();
  await job.button(saveRecord.submit).click();
  await expectOpen(0);
  expect(await screenFaults(page)).toEqual([]);
});

it('words of the field are explained where they stand, by keyboard as well', async () => {
  const { page } = launched;
  for (const { question, text } of [terms.successorCard, terms.headHash]) {
    await job.button(question).focus();
    await page.keyboard.press('Enter');
    await page.getByText(text).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText(text).waitFor({ state: 'hidden' });
  }
});

it('what was saved is shown in its folder, and opened to be printed', async () => {
  const { page, app } = launched;
  await app.evaluate(({ shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    shell.showItemInFolder = (path) => void asked.push(`show ${path}`);
    shell.openPath = (path) => {
      asked.push(`open ${path}`);
      return Promise.resolve('');
    };
  });
  await page.getByRole('button', { name: handOverPage.showNamed('card.pdf') }).click();
  await page.getByRole('button', { name: handOverPage.printNamed('card.pdf') }).click();
  await page.getByText(handOverPage.opened).waitFor();
  const card = join(folder, 'card.pdf');
  expect(await app.evaluate(() => Reflect.get(globalThis, 'asked') as unknown)).toEqual([
    `show ${card}`,
    `open ${card}`,
  ]);
});
