import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { practiceRole, termsWords } from '../../renderer/words/create-and-import/receiver-terms';
import { handOverPage, toDoStates } from '../../renderer/words/run/hand-over';
import { copyWanted, wantsWords } from '../../renderer/words/run/receiver-wants';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { answerDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { screenFaults, standingOut } from '../helpers/screen-faults';

let launched: LaunchedApp;
let job: ReturnType<typeof ceremonyJob>;
const words = wantsWords.role;

const clipboard = (): Promise<string> => launched.app.evaluate((electron) => electron.clipboard.readText());

beforeAll(async () => {
  launched = await launchApp();
  const { page } = launched;
  // What is fading in has too little contrast for axe.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  job = ceremonyJob(launched);
});
afterAll(() => launched.close());

it('the role is named if it is not there, and its trust policy is at hand before the key', async () => {
  const { page } = launched;
  await job.practise();
  await page.getByRole('button', { name: /^Receiver/ }).click();
  await page.getByRole('option', { name: 'MongoDB Atlas' }).click();
  for (const [label, value] of [
    ['ARN of the role in your own account', 'arn:aws:iam::111122223333:role/DatabaseService'],
    ["Receiver's AWS account ID", receiverAccount],
    ['External ID', 'project-1'],
  ] as const) {
    await page.getByRole('textbox', { name: label }).fill(value);
  }
  await chooseOption(page.getByRole('button', { name: 'AWS Region' }), 'eu-central-1');
  // The role may still have to be made, with the policy that is offered here.
  await job.button(words.copyTrust).click();
  await expect.poll(clipboard).toContain('"sts:ExternalId": "project-1"');
  expect(await screenFaults(page)).toEqual([]);
  await job.next('Sign in');
  await page.getByText('What this identity may do').waitFor();
  await job.next('Key');
  await page.getByText('there is no arn:aws:iam::111122223333:role/DatabaseService.').waitFor();
  await job.button('Previous').click();
  await job.button('Previous').click();
  const role = page.getByRole('textbox', { name: 'ARN of the role in your own account' });
  await role.fill('');
  await job.button(termsWords.practiceRole).click();
  expect(await role.inputValue()).toBe(practiceRole);
  await job.next('Sign in');
  await job.toReview();
  await job.createAndImport();
  await job.heading('Hand over').waitFor({ timeout: 60_000 });
});

const expectOpen = (count: number): Promise<void> =>
  expect
    .poll(() => launched.page.getByText(toDoStates.open, { exact: true }).count(), { timeout: 20_000 })
    .toBe(count);

it('the policies of the role are copied and saved as they are shown, and then that is done', async () => {
  const { page, app, home } = launched;
  const target = join(mkdtempSync(join(home, 'policies-')), 'permissions.json');
  await expectOpen(5);
  expect(await standingOut(page)).toEqual([words.copyTrust]);
  await job.button(words.copyTrust).click();
  await expect.poll(clipboard).toContain('"sts:ExternalId": "project-1"');
  const trustPolicy = await clipboard();
  expect(await standingOut(page)).toEqual([words.copyPermissions]);
  await expectOpen(5);
  await answerDialogs(app, [[target]]);
  await job.button(words.savePermissions).click();
  await expectOpen(4);
  const arn =
    (await page
      .getByText(/^arn:aws:kms:/)
      .first()
      .textContent()) ?? '?';
  expect(readFileSync(target, 'utf8')).toContain(`"Resource": "${arn}"`);
  await page.getByRole('button', { name: `${words.show}: ${words.trust}` }).click();
  await page.getByText('"Action": "sts:AssumeRole"').first().waitFor();
  const shown = await page.locator('.role-policy pre').allTextContents();
  expect(shown).toEqual([trustPolicy, readFileSync(target, 'utf8')]);
  expect(await screenFaults(page)).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
});

it('what Atlas wants is done once each value was copied, and the next one stands out', async () => {
  const { page } = launched;
  for (const want of ['key-id', 'role-arn', 'region'] as const) {
    expect(await standingOut(page)).toEqual([copyWanted(want)]);
    await expectOpen(4);
    await job.button(copyWanted(want)).click();
  }
  await expectOpen(3);
  expect(await clipboard()).toBe('eu-central-1');
  expect(await standingOut(page)).toEqual([handOverPage.saveSummary]);
});

it('the summary has the role, its policies and the steps, and nothing of them is lost on a narrow page', async () => {
  const { page } = launched;
  await job.button(handOverPage.copySummary).click();
  await expect.poll(clipboard).toContain('Role ARN: arn:aws:iam::111122223333:role/DatabaseServices');
  const summary = await clipboard();
  for (const text of ['"sts:AssumeRole"', 'Permissions policy:', 'A project that has moved to roles']) {
    expect(summary).toContain(text);
  }
  // As at 200 % zoom in a window of 1280 pixels.
  await page.setViewportSize({ width: 640, height: 720 });
  expect(await screenFaults(page)).toEqual([]);
});
