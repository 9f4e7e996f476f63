import { afterAll, beforeAll, expect, it } from 'vitest';
import { skipWords } from '../../renderer/words/create-and-import/steps';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob } from '../helpers/ceremony-job';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { goodCard, writeCard } from '../helpers/receiver-cards';

let launched: LaunchedApp;

/** A practice ceremony with a receiver's card. */
beforeAll(async () => {
  launched = await launchApp();
  await ceremonyJob(launched).practise();
  await dropFiles(launched.page, [writeCard(launched.home, goodCard)]);
  await launched.page.getByText('This card is not signed').waitFor();
});
afterAll(() => launched.close());

it('Skip leads where it says, and the step that it skipped is shown as taken from the card', async () => {
  const { page } = launched;
  const job = ceremonyJob(launched);
  const fromCard = page.getByRole('listitem').filter({ hasText: skipWords.fromCard });
  await job.next('Sign in');
  await page.getByText('What this identity may do').waitFor();
  await job.button('Skip to Key material').click();
  await job.heading('Key material').waitFor();
  await page.getByText('The card of Example Data says what the receiver may do').waitFor();
  expect(await fromCard.textContent()).toContain('Key');
  expect(await axeViolations(page)).toEqual([]);
  await job.button(skipWords.look).click();
  await job.heading('Key').waitFor();
  await page.getByText('This name is free.').waitFor();
  await job.next('Key material');
  expect(await page.getByText(skipWords.skipped).count()).toBe(0);
  expect(await fromCard.count()).toBe(0);
});

it('Skip is not offered where it would lead to an error', async () => {
  const { page } = launched;
  const job = ceremonyJob(launched);
  await job.button('Previous').click();
  await job.button('Previous').click();
  await job.heading('Sign in').waitFor();
  await job.button('Previous').click();
  await page.getByRole('textbox', { name: "Receiver's AWS account ID" }).fill('111122223333');
  await job.next('Sign in');
  await page.getByText('What this identity may do').waitFor();
  expect(await job.button('Skip to Key material').count()).toBe(0);
});
