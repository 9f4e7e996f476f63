import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ceremonyJob } from '../helpers/ceremony-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { coveredWithFocus } from '../helpers/screen-faults';

let launched: LaunchedApp;
let job: ReturnType<typeof ceremonyJob>;

/** A practice ceremony at its longest step, in a window of a small notebook. */
beforeAll(async () => {
  launched = await launchApp();
  const { app, page } = launched;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
  job = ceremonyJob(launched);
  await job.practise();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  await page.getByText('What this identity may do').waitFor();
  await job.next('Key');
  await page.getByText('This name is free.').waitFor();
});
afterAll(() => launched.close());

const isInWindow = (selector: string): Promise<boolean> =>
  launched.page.evaluate((wanted) => {
    const rect = document.querySelector(wanted)?.getBoundingClientRect();
    return rect !== undefined && rect.height > 0 && rect.top >= 0 && rect.bottom <= window.innerHeight;
  }, selector);

describe('while a long step scrolls', () => {
  it.each([0, 300, 100_000])(
    'its name, the steps and the buttons stay in sight (scrolled to %d)',
    async (to) => {
      const { page } = launched;
      await page.evaluate((top) => window.scrollTo(0, top), to);
      for (const selector of ['.practice-bar', 'h1', 'nav li:last-child', 'nav li:first-child']) {
        expect(await isInWindow(selector), selector).toBe(true);
      }
      for (const name of ['Previous', 'Next']) {
        const box = await job.button(name).boundingBox();
        expect((box?.y ?? Number.NaN) + (box?.height ?? 0), name).toBeLessThanOrEqual(640);
      }
    },
  );

  it('nothing is covered that has the focus (WCAG 2.2, 2.4.11)', async () => {
    expect(await coveredWithFocus(launched.page)).toEqual([]);
  });

  it('a long page begins at the same place as a short one', async () => {
    const { page } = launched;
    const width = () => page.evaluate(() => document.querySelector('.app')?.clientWidth);
    const long = await width();
    await job.button('Back to home').click();
    await page.getByRole('button', { name: 'Check a record' }).click();
    await job.heading('Check a record').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true);
    expect(await width()).toBe(long);
  });
});

it('the mark of a practice lies behind what is read and typed', async () => {
  const { page } = launched;
  await job.button('Back to home').click();
  await job.practise();
  const mark = page.locator('.practice-watermark');
  expect(await mark.evaluate((element) => Number(getComputedStyle(element).zIndex))).toBeLessThan(0);
  const image = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundImage);
  expect(await image('.practice-watermark')).toContain('svg');
  // A panel has its own ground, so it needs the mark as well.
  expect(await image('[class*="awsui_content-wrapper_"]')).toContain('svg');
});
