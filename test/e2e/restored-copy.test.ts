import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreWords } from '../../renderer/words/custody/custody-restore';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob } from '../helpers/ceremony-job';
import { custodyJob } from '../helpers/custody-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';

let launched: LaunchedApp;
let copy: string;
let passphrase: string;

/** A practice key is made, with a sealed copy of its material. */
beforeAll(async () => {
  launched = await launchApp();
  const job = ceremonyJob(launched);
  const custody = custodyJob(launched);
  await job.practise();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  await job.toReview(async () => {
    passphrase = await custody.typePassphrase();
    copy = await custody.saveSealedCopy();
  });
  await job.createAndImport();
  await job.button('Copy ARN').click({ timeout: 60_000 });
  await job.button('Back to home').click();
});

afterAll(() => launched.close());

describe('a sealed copy of an old key, restored to make a key', () => {
  it('says which key it was made for, and makes no new one without the typed confirmation', async () => {
    const { page } = launched;
    const job = ceremonyJob(launched);
    const custody = custodyJob(launched);
    const words = restoreWords.forOtherKey;
    await job.practise();
    await job.receiver('eu-central-1');
    await job.next('Sign in');
    await page.getByText('What this identity may do').waitFor();
    await job.next('Key');
    await page.getByRole('textbox', { name: 'Alias', exact: true }).fill('another');
    await page.getByText('This name is free.').waitFor();
    await job.next('Key material');
    await custody.restoreSealedCopy(copy, passphrase);
    await page.getByText(words.title).waitFor();
    await page
      .getByText(/The copy was made for the key alias\/bluescape-byok-\d+ in account \d{12}/)
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.screenshot({ path: '/tmp/restored.png', fullPage: true });
    await job.button('Next').click();
    await page.getByText(words.missing).waitFor();
    const typed = page.getByRole('textbox', { name: words.label });
    expect(await typed.evaluate((element) => element === document.activeElement)).toBe(true);
    await typed.fill('new key');
    await job.next('Review');
    await job.createAndImport();
    await job.button('Copy ARN').click({ timeout: 60_000 });
    await job.button('Back to home').click();
  });

  it('can go back into its own key, among the keys that are looked after', async () => {
    const { page } = launched;
    const job = ceremonyJob(launched);
    await job.practise();
    await job.receiver('eu-central-1');
    await job.next('Sign in');
    await page.getByText('What this identity may do').waitFor();
    await job.next('Key');
    await page.getByRole('textbox', { name: 'Alias', exact: true }).fill('third');
    await page.getByText('This name is free.').waitFor();
    await job.next('Key material');
    await custodyJob(launched).restoreSealedCopy(copy, passphrase);
    await job.button(restoreWords.forOtherKey.lookAfter).click();
    await page.getByRole('heading', { name: 'Look after imported keys', level: 1 }).waitFor();
  });
});
