import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expiryWords } from '../../renderer/words/create-and-import/material';
import { ceremonyJob } from '../helpers/ceremony-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { sleepFor } from '../helpers/sleep-for';

const hourMs = 3_600_000;
/** Of the practice's own identity. */
const ownAccount = '111122223333';
let launched: LaunchedApp;

/** A practice ceremony, whose bar stays at the top of the window, in a window of a small notebook. */
beforeAll(async () => {
  launched = await launchApp();
  const { app, page } = launched;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 560));
  const job = ceremonyJob(launched);
  await job.practise();
  await job.receiver('eu-central-1');
  await page.getByRole('textbox', { name: "Receiver's AWS account ID" }).fill(ownAccount);
  await job.next('Sign in');
  await page.getByText('What this identity may do').waitFor();
});

afterAll(() => launched.close());

/** By how many CSS pixels what has the focus is under the bar of the practice; below 0 where nothing is hidden. */
const hiddenPixels = (): Promise<number> =>
  launched.page.evaluate(() => {
    const bar = document.querySelector('.practice-bar')?.getBoundingClientRect();
    const focused = document.activeElement?.getBoundingClientRect();
    return (bar?.bottom ?? Number.NaN) - (focused?.top ?? Number.NaN);
  });

describe('under the bar of the practice', () => {
  const job = () => ceremonyJob(launched);

  it('no failure that takes the focus is hidden (WCAG 2.2, 2.4.11)', async () => {
    const { page } = launched;
    await job().button('Next').click();
    await page.getByRole('alert').getByText(ownAccount).first().waitFor();
    await expect.poll(hiddenPixels).toBeLessThanOrEqual(0);
  });

  it('nothing is hidden that Shift and Tab bring the focus to', async () => {
    const { page } = launched;
    await job().button('Previous').click();
    await job().receiver();
    await job().next('Sign in');
    await job().next('Key');
    await page.getByText('This name is free.').waitFor();
    await job().button('Next').focus();
    const hidden: string[] = [];
    const label = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? '');
    for (let count = 0; count < 25; count++) {
      if ((await hiddenPixels()) > 0) hidden.push(await label());
      await page.keyboard.press('Shift+Tab');
    }
    expect(hidden).toEqual([]);
  });

  it('the failure of the review gets the focus each time that the person asks to go on', async () => {
    const { app, page } = launched;
    await job().next('Key material');
    await page.getByRole('radio', { name: expiryWords.on }).check();
    const tomorrow = new Date(Date.now() + 24 * hourMs).toISOString().slice(0, 10);
    await page.getByRole('textbox', { name: expiryWords.day }).fill(tomorrow);
    await sleepFor(app, 72 * hourMs);
    await job().withoutCopy();
    await job().next('Review');
    const failureHasFocus = () =>
      page.evaluate(() => document.querySelector('[role=alert]')?.contains(document.activeElement));
    await expect.poll(failureHasFocus).toBe(true);
    await job().button('Create and import').click();
    await expect.poll(failureHasFocus).toBe(true);
    await expect.poll(hiddenPixels).toBeLessThanOrEqual(0);
  });
});
