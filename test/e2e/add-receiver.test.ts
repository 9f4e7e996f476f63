import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { inWindow, kill, signIn, type AppInWindow, type LifeInWindow } from '../faults/window/life-in-window';
import { snowflakePrincipal, webexUser } from '../helpers/addition-work';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { screenFaults } from '../helpers/screen-faults';

const opener = (page: Page) => page.getByRole('button', { name: /^Add the receiver Snowflake/ });
const principal = (page: Page) => page.getByRole('textbox', { name: 'Principal of Snowflake' });

async function choose({ page }: LaunchedApp, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Receiver/ }).click();
  await page.getByRole('combobox', { name: 'Find a service' }).fill(name);
  await page.getByRole('option', { name }).click();
}

/** Practice, from home to the page of the key that is ready for its receiver. */
async function practiseUpTo(launched: LaunchedApp, name: string): Promise<void> {
  const { page } = launched;
  const job = ceremonyJob(launched);
  await job.practise();
  await choose(launched, name);
  await page.getByText(`${name} is let in later`).waitFor();
  await chooseOption(page.getByRole('button', { name: 'AWS Region' }), 'eu-central-1');
  await job.next('Sign in');
  await job.toReview();
  await page.getByText(`${name} is not let in yet`).waitFor();
  await job.createAndImport();
  await job.heading('Hand over').waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: 'Receiver to be added' }).waitFor();
}

describe('a receiver that comes later, practised from home to the end', () => {
  it('is added to the key policy', async () => {
    const launched = await launchApp();
    try {
      const { page } = launched;
      const job = ceremonyJob(launched);
      await practiseUpTo(launched, 'Snowflake Tri-Secret Secure');
      const found = [...(await screenFaults(page))];
      await job.button('Add the receiver').click();
      await job.heading('Add the receiver').waitFor();
      await job.button('Show the change').click();
      await page.getByText('Type or paste this: Principal of Snowflake.').waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      found.push(...(await screenFaults(page)));
      await principal(page).fill(snowflakePrincipal);
      await job.button('Show the change').click();
      await job.heading('The change').waitFor();
      await page.getByText('use Decrypt and GenerateDataKeyWithoutPlaintext on the key').waitFor();
      await page.getByText('account 210987654321').waitFor();
      await page.getByRole('button', { name: 'Key policy as it will be' }).click();
      expect(await page.locator('ins').innerText()).toContain(`"AWS": "${snowflakePrincipal}"`);
      found.push(...(await screenFaults(page)));
      await job.button('Change the key policy').click();
      await job.heading('Receiver added').waitFor({ timeout: 60_000 });
      await page.getByText('72 hours after the registration').waitFor();
      await job.button('Save ceremony record').waitFor();
      expect([...found, ...(await screenFaults(page))]).toEqual([]);
    } finally {
      await launched.close();
    }
  });

  it('is added by a grant', async () => {
    const launched = await launchApp();
    try {
      const { page } = launched;
      const job = ceremonyJob(launched);
      await practiseUpTo(launched, 'Webex (AWS KMS)');
      await job.button('Add the receiver').click();
      await page.getByRole('textbox', { name: 'IAM user of Webex' }).fill(webexUser);
      await job.button('Show the change').click();
      await page
        .getByText('A grant lets Webex (AWS KMS) use the key for Encrypt, Decrypt and DescribeKey')
        .waitFor();
      expect(await screenFaults(page)).toEqual([]);
      await job.button('Make the grant').click();
      await job.heading('Receiver added').waitFor({ timeout: 60_000 });
    } finally {
      await launched.close();
    }
  });

  it('is added by several roles of its own', async () => {
    const launched = await launchApp();
    try {
      const { page } = launched;
      const job = ceremonyJob(launched);
      await practiseUpTo(launched, 'Confluent Cloud');
      await job.button('Add the receiver').click();
      const roles = [1, 2].map((number) => `arn:aws:iam::${receiverAccount}:role/confluent-${number}`);
      await page.getByRole('textbox', { name: 'Roles of Confluent' }).fill(roles.join('\n'));
      await job.button('Show the change').click();
      await page.getByText(`Confluent Cloud: role confluent-2 of account ${receiverAccount}`).waitFor();
      await job.button('Change the key policy').click();
      await job.heading('Receiver added').waitFor({ timeout: 60_000 });
    } finally {
      await launched.close();
    }
  });

  it('is added by the statement that it gives, and what is unusual in that is confirmed first', async () => {
    const launched = await launchApp();
    try {
      const { page } = launched;
      const job = ceremonyJob(launched);
      const field = page.getByRole('textbox', { name: "Paste the receiver's statement", exact: true });
      const statement = (...Action: readonly string[]): string =>
        JSON.stringify({
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${receiverAccount}:role/ekm` },
          Action,
          Resource: '*',
        });
      await practiseUpTo(launched, 'Salesforce Shield, external keys');
      await job.button('Add the receiver').click();
      await job.button('Show the change').click();
      await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
      await field.fill(statement('kms:Decrypt', 'kms:PutKeyPolicy'));
      await job.button('Show the change').click();
      await page.getByText('“kms:PutKeyPolicy” cannot be in').waitFor();
      await field.fill(statement('kms:Decrypt', 'kms:CreateGrant'));
      await job.button('Show the change').click();
      await page.getByText('use Decrypt and CreateGrant on the key').waitFor();
      expect(await screenFaults(page)).toEqual([]);
      const unusual = page.getByRole('checkbox', { name: /\(kms:CreateGrant\)/ });
      await job.button('Change the key policy').click();
      await expect.poll(() => unusual.evaluate((element) => element === document.activeElement)).toBe(true);
      await job.heading('The change').waitFor();
      await unusual.check();
      await job.button('Change the key policy').click();
      await job.heading('Receiver added').waitFor({ timeout: 60_000 });
    } finally {
      await launched.close();
    }
  });
});

/** A key at AWS whose receiver is still to be added, and the app on the page that adds it. */
async function onThePage(life: LifeInWindow) {
  const { bench, addition } = await life.leaveToBeAdded();
  const launched = await life.launch();
  await openFromHome(launched);
  return { bench, addition, launched };
}

async function openFromHome(launched: AppInWindow): Promise<void> {
  const { page } = launched;
  await opener(page).click();
  await ceremonyJob(launched).heading('Add the receiver').waitFor();
  await signIn(launched);
}

async function showTheChange(launched: AppInWindow): Promise<void> {
  const { page } = launched;
  await principal(page).fill(snowflakePrincipal);
  await ceremonyJob(launched).button('Show the change').click();
  await ceremonyJob(launched).heading('The change').waitFor({ timeout: 60_000 });
}

const puts = ({ wire }: LifeInWindow): number =>
  wire.came.filter((operation) => operation === 'PutKeyPolicy').length;

describe('a receiver that comes later, at AWS', () => {
  it('is listed until it is added, also after the app was killed in the middle, and is added once', () =>
    inWindow(async (life) => {
      const { launched } = await onThePage(life);
      await showTheChange(launched);
      const struck = life.wire.fail('PutKeyPolicy', 'silent');
      await ceremonyJob(launched).button('Change the key policy').click();
      await struck;
      await kill(launched);
      const again = await life.launch();
      await again.page.getByText('Whether the receiver was added has to be looked up.').waitFor();
      await openFromHome(again);
      await showTheChange(again);
      await again.page.getByText('AWS has this already').waitFor();
      await ceremonyJob(again).button('Read it back').click();
      await ceremonyJob(again).heading('Receiver added').waitFor({ timeout: 60_000 });
      expect(puts(life)).toBe(1);
      await ceremonyJob(again).button('Back to home').click();
      await ceremonyJob(again).button('Leave it for later').click();
      await ceremonyJob(again).heading('What do you want to do?').waitFor();
      expect(await opener(again.page).count()).toBe(0);
    }));

  it('is looked up where the answer is lost', () =>
    inWindow(async (life) => {
      const { launched } = await onThePage(life);
      await showTheChange(launched);
      void life.wire.fail('PutKeyPolicy', 'reset');
      await ceremonyJob(launched).button('Change the key policy').click();
      await ceremonyJob(launched).heading('Receiver added').waitFor({ timeout: 60_000 });
      expect(puts(life)).toBe(1);
    }));

  it('is shown anew where somebody changed the policy meanwhile, and nothing is written over that', () =>
    inWindow(async (life) => {
      const { bench, addition, launched } = await onThePage(life);
      const { page } = launched;
      const job = ceremonyJob(launched);
      await showTheChange(launched);
      await bench.putPolicy(addition.keyArn, (policy) =>
        policy.replace('Enable IAM User Permissions', 'Written by somebody else'),
      );
      await job.button('Change the key policy').click();
      await page.getByText('The key policy changed after you saw it').waitFor();
      await page.getByText('Nothing changed in AWS.').waitFor();
      expect(puts(life)).toBe(0);
      await job.button('Back to the receiver').click();
      await job.button('Show the change').click();
      await job.heading('The change').waitFor();
      await page.getByRole('button', { name: 'Key policy as it is now' }).click();
      await page.getByText('Written by somebody else').first().waitFor();
      await job.button('Change the key policy').click();
      await job.heading('Receiver added').waitFor({ timeout: 60_000 });
    }));

  it.each([
    ['light', 1],
    ['dark', 1],
    ['light', 2],
  ] as const)(
    'is accessible in each state, and removed in two steps, in %s at zoom %d',
    (colorScheme, zoom) =>
      inWindow(async (life) => {
        await life.leaveToBeAdded();
        const launched = await life.launch();
        const { page } = launched;
        const job = ceremonyJob(launched);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await launched.app.evaluate(({ BrowserWindow }, factor) => {
          BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
        }, zoom);
        await opener(page).waitFor();
        const found = [...(await screenFaults(page))];
        await openFromHome(launched);
        found.push(...(await screenFaults(page)));
        await showTheChange(launched);
        found.push(...(await screenFaults(page)));
        await job.button('Back').click();
        await job.button('Remove from the list').click();
        found.push(...(await screenFaults(page)));
        await job.button('Keep it').click();
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Remove from the list');
        await job.button('Remove from the list').click();
        await job.button('Discard now').click();
        await job.heading('Discarded').waitFor();
        expect(found).toEqual([]);
        await life.expectOneEnabledKey();
      }),
  );
});
