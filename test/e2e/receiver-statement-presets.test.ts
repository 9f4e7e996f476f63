import { afterAll, beforeAll, expect, it } from 'vitest';
import { statementWords } from '../../renderer/words/create-and-import/statement';
import { receiverPresets } from '../../main/receivers/presets';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { goHome } from '../helpers/leave-finished';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => launched.close());

const services = receiverPresets
  .filter(({ terms }) => terms.access.by === 'pasted-statement' && terms.known === 'before-key')
  .filter(({ terms }) => terms.imported.answer !== 'no')
  .map(({ name }) => name);

it('some services give a statement to each customer, and know it before the key', () => {
  expect(services.length).toBeGreaterThanOrEqual(5);
});

it.each(services)('%s reaches the hand-over with the statement that it gave', async (name) => {
  const { page } = launched;
  const job = ceremonyJob(launched);
  const field = page.getByRole('textbox', { name: "Paste the receiver's statement" });
  await goHome(page);
  await job.practise();
  await page.getByRole('button', { name: /^Receiver/ }).click();
  await page.getByRole('combobox', { name: 'Find a service' }).fill(name);
  await page.getByRole('option', { name }).click();
  await job.button('Next').click();
  await page.getByText(statementWords.missing).waitFor();
  const hasFocus = () => field.evaluate((element) => element === document.activeElement);
  expect(await hasFocus()).toBe(true);
  await field.fill(
    JSON.stringify({
      Sid: 'UseByService',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${receiverAccount}:role/Service` },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
    }),
  );
  await page.getByText(`${name}: role Service of account ${receiverAccount}`).waitFor();
  // The Region is missing as well, but nobody has asked to go on since.
  expect(await hasFocus()).toBe(true);
  await chooseOption(page.getByRole('button', { name: 'AWS Region' }), 'eu-central-1');
  await job.next('Sign in');
  await job.toReview();
  await job.createAndImport();
  await job.heading('Hand over').waitFor({ timeout: 60_000 });
  await page.getByText('kms:GenerateDataKey*').first().waitFor();
  await page.getByText(name).first().waitFor();
});
