import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';

let launched: LaunchedApp;

describe('the last page of practice', () => {
  beforeEach(async () => {
    launched = await launchApp();
    await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(() => launched.close());

  it('leads to the real job, which begins afresh and without the practice marks', async () => {
    const { page } = launched;
    const job = ceremonyJob(launched);
    await job.practise();
    await job.receiver('eu-central-1');
    await job.next('Sign in');
    await job.toReview();
    await job.createAndImport();
    await job.button('Now for real').click({ timeout: 60_000 });
    await job.heading('Receiver').waitFor();
    const account = page.getByRole('textbox', { name: "Receiver's AWS account ID" });
    expect(await account.inputValue()).toBe('');
    expect(await page.getByText('PRACTICE', { exact: true }).count()).toBe(0);
    expect(await page.title()).not.toContain('PRACTICE');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Receiver');
    await job.receiver('eu-central-1');
    expect(await account.inputValue()).toBe(receiverAccount);
    await job.next('Sign in');
    await page.getByRole('radio', { name: 'Sign in with your browser' }).waitFor();
    expect(await page.getByText('Signed in to the practice account').count()).toBe(0);
  });
});
