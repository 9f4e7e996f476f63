import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
  await ceremonyJob(launched).practise();
});
afterAll(() => launched.close());

const receiver = () => launched.page.getByRole('button', { name: /^Receiver/ });

async function choose(name: string): Promise<void> {
  const { page } = launched;
  await receiver().click();
  await page.getByRole('combobox', { name: 'Find a service' }).fill(name);
  await page.getByRole('option', { name }).click();
}

it('a service that takes no imported keys is told apart before anything is made', async () => {
  const { page } = launched;
  await choose('GitLab Dedicated');
  await page.getByText('GitLab Dedicated takes no imported keys').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('textbox', { name: "Receiver's AWS account ID" }).fill(receiverAccount);
  await ceremonyJob(launched).button('Next').click();
  await page.getByText('Choose another receiver to go on.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('GitLab Dedicated');
  await ceremonyJob(launched).heading('Receiver').waitFor();
});

it('a service that is known by name gets the policy that it asks for', async () => {
  const { page } = launched;
  const job = ceremonyJob(launched);
  await choose('Genesys Cloud');
  await page.getByText('Ask Genesys Cloud whether it takes imported keys').waitFor();
  await page.getByRole('textbox', { name: "Receiver's AWS account ID" }).fill('');
  await job.button('Next').click();
  await page.getByText('Type or paste this: Genesys Cloud organization ID.').waitFor();
  await page.getByRole('textbox', { name: "Receiver's AWS account ID" }).fill(receiverAccount);
  await page.getByText('Genesys Cloud publishes another one').waitFor();
  await page.getByRole('textbox', { name: 'Genesys Cloud organization ID' }).fill('practice-organization');
  await chooseOption(page.getByRole('button', { name: 'AWS Region' }), 'eu-central-1');
  expect(await axeViolations(page)).toEqual([]);
  await job.next('Sign in');
  await job.toReview();
  await page
    .getByText(
      'Only if the value of “genesys-cloud-organization-id” in the encryption context is “practice-organization”.',
    )
    .waitFor();
  await job.createAndImport();
  await job.heading('Hand over').waitFor({ timeout: 60_000 });
  await page.getByText('kms:GenerateDataKey*').first().waitFor();
});
