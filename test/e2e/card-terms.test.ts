import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardWords } from '../../renderer/words/create-and-import/receiver-card';
import { practiceRole, termsWords } from '../../renderer/words/create-and-import/receiver-terms';
import { copyWanted, wantsWords } from '../../renderer/words/run/receiver-wants';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { blanksCard, grantCard, roleCard, writeCard } from '../helpers/receiver-cards';
import { screenFaults, standingOut } from '../helpers/screen-faults';

let launched: LaunchedApp;
let job: ReturnType<typeof ceremonyJob>;

beforeEach(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  job = ceremonyJob(launched);
  await job.practise();
});
afterEach(() => launched.close());

async function drop(card: { readonly name: string }): Promise<void> {
  const { page, home } = launched;
  await dropFiles(page, [writeCard(mkdtempSync(join(home, 'in-')), card)]);
  await page.getByText(cardWords.title(card.name)).first().waitFor();
}
const field = (name: string) => launched.page.getByRole('textbox', { name, exact: true });

describe('a card of version 2', () => {
  it('asks for what only the person can say, and explains its statement with that in it', async () => {
    const { page } = launched;
    await drop(blanksCard);
    expect(await field('Tenant').inputValue()).toBe('acme');
    await job.button('Next').click();
    await page.getByText(termsWords.missing('Role of your tenant')).waitFor();
    expect(await field('Role of your tenant').evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
    await field('Role of your tenant').fill(`arn:aws:iam::${receiverAccount}:role/*`);
    await page.getByText('It holds a wildcard').waitFor();
    await field('Role of your tenant').fill(`arn:aws:iam::${receiverAccount}:role/vault`);
    await field('Tenant').fill('acme-2');
    await page.getByText(cardWords.cardSays('acme')).waitFor();
    await page.getByText(`Example Vault: role vault of account ${receiverAccount}`).first().waitFor();
    await page.getByText('acme-2').first().waitFor();
    expect(await screenFaults(page)).toEqual([]);
    await job.next('Sign in');
    await job.toReview();
    await page.getByText('acme-2').first().waitFor();
    await job.createAndImport();
    await job.button(copyWanted('key-arn')).waitFor({ timeout: 60_000 });
  });

  it('has a role of the own account confirmed, and hands over what that role needs', async () => {
    const { page } = launched;
    await drop(roleCard);
    await job.button(termsWords.practiceRole).click();
    expect(await field('ARN of your role').inputValue()).toBe(practiceRole);
    await page
      .getByText(/role DatabaseServices/)
      .first()
      .waitFor();
    expect(await screenFaults(page)).toEqual([]);
    await job.button('Next').click();
    await page.getByRole('checkbox', { name: /It lets in a role or user of your own account/ }).check();
    await job.next('Sign in');
    await job.toReview();
    await job.createAndImport();
    await job.button(wantsWords.role.copyTrust).waitFor({ timeout: 60_000 });
    expect(await standingOut(page)).toEqual([wantsWords.role.copyTrust]);
    await job.button(wantsWords.role.copyTrust).click();
    const clipboard = (): Promise<string> =>
      launched.app.evaluate((electron) => electron.clipboard.readText());
    await expect.poll(clipboard).toContain('"sts:ExternalId": "tenant-7"');
    expect(await clipboard()).toContain(`arn:aws:iam::${receiverAccount}:root`);
    await job.button(copyWanted('external-id')).waitFor();
  });

  it('is let in by its grant once it knows the ARN, and what is unusual in that is confirmed', async () => {
    const { page } = launched;
    await drop(grantCard);
    await page.getByText('Example Vault is let in later').waitFor();
    await page.getByText(cardWords.needs.grant(grantCard.grant.operations)).waitFor();
    expect(await screenFaults(page)).toEqual([]);
    await job.next('Sign in');
    await job.toReview();
    await job.createAndImport();
    await job.button('Add the receiver').click({ timeout: 60_000 });
    await field('Our user').fill(`arn:aws:iam::${receiverAccount}:user/webex-kms`);
    await job.button('Show the change').click();
    await page
      .getByText('A grant lets Example Vault use the key for Encrypt, Decrypt and CreateGrant')
      .waitFor();
    expect(await screenFaults(page)).toEqual([]);
    await job.button('Make the grant').click();
    const unusual = page.getByRole('checkbox', { name: /\(kms:CreateGrant\)/ });
    await expect.poll(() => unusual.evaluate((element) => element === document.activeElement)).toBe(true);
    await unusual.check();
    await job.button('Make the grant').click();
    await job.heading('Receiver added').waitFor({ timeout: 60_000 });
  });
});
