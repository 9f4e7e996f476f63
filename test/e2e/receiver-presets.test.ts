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

it('a service that is known by name gets the policy that it asks for', async () => {
  const { page } = launched;
  const job = ceremonyJob(launched);
  await receiver().click();
  await page.getByRole('combobox', { name: 'Find a service' }).fill('genes');
  await page.getByRole('option', { name: 'Genesys Cloud' }).click();
  await page.getByText('Ask Genesys Cloud whether it takes imported keys').waitFor();
  await job.button('Next').click();
  await page.getByText('Type or paste this: Genesys Cloud organization ID.').waitFor();
  await page.getByRole('textbox', { name: "Receiver's AWS account ID" }).fill(receiverAccount);
  await page.getByText('Genesys Cloud published another one').waitFor();
  await page.getByRole('textbox', { name: 'Genesys Cloud organization ID' }).fill('practice-organization');
  await chooseOption(page.getByRole('button', { name: 'AWS Region' }), 'eu-central-1');
  expect(await axeViolations(page)).toEqual([]);
  await job.next('Sign in');
  await page.getByText('What this identity may do').waitFor();
  await job.next('Key');
  await page.getByText('This name is free.').waitFor();
  await page.getByText('marked with genesys-cloud-organization-id “practice-organization”').waitFor();
});
