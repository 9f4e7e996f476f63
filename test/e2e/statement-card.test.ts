import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cardWords } from '../../renderer/words/create-and-import/receiver-card';
import { copyWanted } from '../../renderer/words/run/receiver-wants';
import { ceremonyJob } from '../helpers/ceremony-job';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { statementCard, writeCard } from '../helpers/receiver-cards';
import { screenFaults, standingOut } from '../helpers/screen-faults';
import { failureCode } from '../helpers/wrap-job';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => launched.close());

const drop = (card: unknown, name?: string): Promise<void> =>
  dropFiles(launched.page, [writeCard(mkdtempSync(join(launched.home, 'in-')), card, name)]);

it('a card of version 2 says its statement in sentences, has what is unusual confirmed, and leads the hand-over', async () => {
  const { page } = launched;
  const job = ceremonyJob(launched);
  await job.practise();
  await drop({ ...statementCard, imported: 'no' });
  expect(await failureCode(page)).toBe('receiver.refusesImported');
  await drop({ ...statementCard, statement: { ...statementCard.statement, Action: ['kms:PutKeyPolicy'] } });
  await page.getByText('“kms:PutKeyPolicy”').first().waitFor();

  const Action = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'];
  await drop({ ...statementCard, statement: { ...statementCard.statement, Action } });
  await page.getByText(cardWords.title('Example Vault')).first().waitFor();
  await page.getByText('Example Vault: role example-vault of account 210987654321').first().waitFor();
  expect(await screenFaults(page)).toEqual([]);
  await job.button('Next').click();
  await page.getByRole('checkbox', { name: /\(kms:CreateGrant\)/ }).check();
  await job.next('Sign in');
  await job.toReview();
  await page.getByText('encryption context', { exact: false }).first().waitFor();
  await job.createAndImport();
  await job.button(copyWanted('alias-arn')).waitFor({ timeout: 60_000 });
  expect(await standingOut(page)).toEqual([copyWanted('alias-arn')]);
  expect(await job.button('Copy ARN').count()).toBe(0);
  for (const text of [
    'Settings > Encryption',
    'Enter the ARN and press Test.',
    'The key is used after 24 hours.',
  ]) {
    await page.getByText(text).first().waitFor();
  }
});
