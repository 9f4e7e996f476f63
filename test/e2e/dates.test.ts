import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayWords, expiryWords } from '../../renderer/words/create-and-import/material';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob } from '../helpers/ceremony-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';

let launched: LaunchedApp;

/** A practice ceremony whose key material is to expire. */
beforeAll(async () => {
  launched = await launchApp();
  const { page } = launched;
  const job = ceremonyJob(launched);
  await job.practise();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  await page.getByText('What this identity may do').waitFor();
  await job.next('Key');
  await page.getByText('This name is free.').waitFor();
  await job.next('Key material');
  await page.getByRole('radio', { name: expiryWords.on }).check();
});

afterAll(() => launched.close());

const dayMs = 24 * 60 * 60 * 1000;
const inDays = (count: number): Date => new Date(Date.now() + count * dayMs);
const two = (part: number): string => String(part).padStart(2, '0');
const parts = (day: Date) => [String(day.getFullYear()), two(day.getMonth() + 1), two(day.getDate())];

describe('the day of expiry', () => {
  const field = () => launched.page.getByRole('textbox', { name: expiryWords.day });
  const understood = () => launched.page.getByText(expiryWords.until(''));

  it('may be typed in the forms of ISO 8601 and with dots, and stays as it was typed', async () => {
    const [year = '', month = '', day = ''] = parts(inDays(100));
    const shown = new Set<string | null>();
    for (const typed of [`${year}-${month}-${day}`, `${year}${month}${day}`, `${day}.${month}.${year}`]) {
      await field().fill('');
      await field().pressSequentially(typed);
      expect(await field().inputValue()).toBe(typed);
      shown.add(await understood().textContent());
    }
    expect(shown.size).toBe(1);
    expect([...shown][0]).toContain(year);
  });

  it('is refused with the reason: no day, over, or too far ahead', async () => {
    const { page } = launched;
    await field().fill(`${new Date().getFullYear() + 1}0631`);
    await ceremonyJob(launched).button('Next').click();
    await page.getByText(expiryWords.noDay).first().waitFor();
    await field().fill(parts(inDays(-3)).join('-'));
    await page.getByText(expiryWords.past).first().waitFor();
    await field().fill(parts(inDays(400)).join('-'));
    await page.getByText(expiryWords.tooFar('').slice(0, 30)).first().waitFor();
  });

  it('may be chosen from a calendar, by keyboard', async () => {
    const { page } = launched;
    const [year, month, day] = parts(inDays(60));
    await field().fill(parts(inDays(59)).join('-'));
    await page.getByRole('button', { name: dayWords.calendar, exact: true }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('td[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await field().inputValue()).toBe(`${year}-${month}-${day}`);
  });
});
