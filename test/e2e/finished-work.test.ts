import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordNotSaved, saveRecord } from '../../renderer/words/run/ceremony-record';
import { toDoStates } from '../../renderer/words/run/hand-over';
import { finishedWork } from '../../renderer/words/run/finished-work';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { screenFaults } from '../helpers/screen-faults';
import { answerDialogs } from '../helpers/dialogs';
import { inWindow, begin } from '../faults/window/life-in-window';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { leaveFinished } from '../helpers/leave-finished';
import { wrapJob } from '../helpers/wrap-job';

const button = ({ page }: LaunchedApp, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const homeHeading = ({ page }: LaunchedApp) => page.getByRole('heading', { name: 'What do you want to do?' });
/** How the items of the list of what is left to do stand. */
const standing = async ({ page }: LaunchedApp): Promise<readonly string[]> => {
  const lines = await page.locator('.to-do-line').allInnerTexts();
  return lines.map((line) => Object.values(toDoStates).find((state) => line.includes(state)) ?? '');
};
const opener = /^Open .*(alias\/|Key material wrapped)/;

/** Fills in who took part, and saves the record into a new folder. @returns that folder. */
async function saveTheRecord(launched: LaunchedApp, home: string): Promise<string> {
  const folder = mkdtempSync(join(home, 'records-'));
  await button(launched, saveRecord.open).click();
  await launched.page.getByRole('textbox', { name: saveRecord.operator, exact: true }).fill('Ada Example');
  await launched.page.getByRole('checkbox', { name: saveRecord.noWitness }).check();
  await answerDialogs(launched.app, [[folder]]);
  await button(launched, saveRecord.submit).click();
  await launched.page.getByText('Saved as ').first().waitFor();
  return folder;
}

describe('the offline job, left with its record unsaved', () => {
  let home: string;
  let launched: LaunchedApp;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'keyferry-home-'));
    launched = await launchApp({}, { home });
    await launched.page.emulateMedia({ reducedMotion: 'reduce' });
    const job = wrapJob(launched);
    await job.open();
    await job.drop(intakeForms[0].write(mkdtempSync(join(home, 'in-')), bundleContents()));
    await job.next();
    await job.wrapAndSave();
  });
  afterAll(async () => {
    await launched.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  });

  it('asks once, and stays where the person wants to stay', async () => {
    const { page } = launched;
    await button(launched, 'Back to home').click();
    await page.getByText(recordNotSaved.text).waitFor();
    expect(await screenFaults(page)).toEqual([]);
    await button(launched, recordNotSaved.stay).last().click();
    await page.getByRole('heading', { name: 'Saved', level: 1 }).waitFor();
    await leaveFinished(page);
    await homeHeading(launched).waitFor();
  });

  it('is listed on the home screen of the next start, and its record can still be saved', async () => {
    await launched.close();
    launched = await launchApp({}, { home });
    const { page } = launched;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByText('Record not saved yet.').waitFor();
    expect(await screenFaults(page)).toEqual([]);
    await button(launched, opener).click();
    await page.getByText('Its ceremony record has not been saved yet.').waitFor();
    expect(await screenFaults(page)).toEqual([]);
    // Nothing noted whether the summary was copied; the record is still open.
    expect(await standing(launched)).toEqual([toDoStates.open, toDoStates.unknown]);
    const folder = await saveTheRecord(launched, home);
    const name = readdirSync(folder).find((file) => file.endsWith('.json')) ?? '';
    expect(readFileSync(join(folder, name), 'utf8')).toContain('"job":"wrap-offline"');
    await button(launched, 'Back to home').click();
    await homeHeading(launched).waitFor();
    await page.getByText('Record saved.').waitFor();
  });

  it('shows no transfer code that nothing proves', async () => {
    // Without a keychain, nothing proves who wrote the note.
    const { page } = launched;
    await button(launched, opener).click();
    await page.getByRole('heading', { name: 'Saved', level: 1 }).waitFor();
    await page.getByText('Nothing proves that Keyferry wrote the note').waitFor();
    // Its record was saved the last time.
    expect(await standing(launched)).toEqual([toDoStates.done, toDoStates.unknown]);
    expect(await page.locator('.transfer-code-digits').count()).toBe(0);
    await button(launched, 'Back to home').click();
    await homeHeading(launched).waitFor();
  });

  it('is removed only after a question', async () => {
    const { page } = launched;
    await button(launched, /^Remove Key material wrapped/).click();
    await button(launched, finishedWork.question.stay).last().click();
    await button(launched, /^Remove Key material wrapped/).click();
    await button(launched, finishedWork.question.goOn).click();
    await page.getByText(finishedWork.removed).waitFor();
    expect(await page.getByText('Record saved.').count()).toBe(0);
    expect(readdirSync(join(home, '.config', 'Keyferry', 'finished'))).toEqual([]);
  });
});

it('a key that was created in AWS is listed, with its hand-over, and nothing is sent for it', () =>
  inWindow(async (life) => {
    const first = await life.launch();
    await begin(first);
    await button(first, 'Copy ARN').waitFor({ timeout: 60_000 });
    const arn = await first.page.locator('.wanted-value').first().innerText();
    await leaveFinished(first.page);
    await homeHeading(first).waitFor();
    await first.close();

    const again = await life.launch();
    const sent = life.wire.came.length;
    await button(again, opener).click();
    await button(again, 'Copy ARN').waitFor();
    expect(await again.page.locator('.wanted-value').first().innerText()).toBe(arn);
    const folder = await saveTheRecord(again, life.home);
    const name = readdirSync(folder).find((file) => file.endsWith('.json')) ?? '';
    expect(readFileSync(join(folder, name), 'utf8')).toContain(arn);
    expect(life.wire.came.length).toBe(sent);
  }));
