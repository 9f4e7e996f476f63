import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { screenFaults } from '../helpers/screen-faults';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { startCounting } from '../helpers/count-actions';
import { custodyJob } from '../helpers/custody-job';
import { answeredDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { goodCard, writeCard } from '../helpers/receiver-cards';

const region = 'eu-central-1';
const arn = /^arn:aws:kms:eu-central-1:\d{12}:key\/[0-9a-f-]{36}$/;
let launched: LaunchedApp;

const clipboardText = (): Promise<string> => launched.app.evaluate(({ clipboard }) => clipboard.readText());

describe('the ceremony in practice mode', () => {
  beforeEach(async () => {
    launched = await launchApp();
    await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(() => launched.close());

  it('takes at most 14 deliberate actions from home to a copied ARN, with a sealed copy that is opened again', async () => {
    const job = ceremonyJob(launched);
    const custody = custodyJob(launched);
    const actions = await startCounting(launched.page);
    await job.practise();
    await job.receiver(region);
    await job.next('Sign in');
    await job.toReview(async () => {
      await custody.suggestPassphrase();
      await custody.saveSealedCopy();
    });
    await job.createAndImport();
    await job.button('Copy ARN').click({ timeout: 60_000 });
    await launched.page.getByText('Copied').first().waitFor();
    const count = (await actions()) + (await answeredDialogs(launched.app));
    console.log(`create and import: ${count} actions, the dialog for the copy among them`);
    expect(count).toBeGreaterThanOrEqual(13);
    expect(count).toBeLessThanOrEqual(14);
    expect(await clipboardText()).toMatch(arn);
  });

  it('takes at most 12 with a receiver card, whose contact goes into the summary', async () => {
    const { page, app, home } = launched;
    const job = ceremonyJob(launched);
    const custody = custodyJob(launched);
    const card = writeCard(home, { ...goodCard, accountId: receiverAccount, regions: [region] });
    const actions = await startCounting(page);
    await job.practise();
    await dropFiles(page, [card]);
    await page.getByRole('heading', { name: 'Receiver card of Example Data' }).waitFor();
    expect(await page.getByRole('textbox', { name: "Receiver's AWS account ID" }).inputValue()).toBe(
      receiverAccount,
    );
    await page.getByText('This card is not signed').waitFor();
    expect(await page.getByText('From the card.').count()).toBe(4);
    await job.next('Sign in');
    await page.getByText('What this identity may do').waitFor();
    await job.button('Skip to Key material').click();
    await custody.suggestPassphrase();
    await custody.saveSealedCopy();
    await job.next('Review');
    await job.createAndImport();
    await job.button('Copy ARN').click({ timeout: 60_000 });
    await page.getByText('Copied').first().waitFor();
    const count = (await actions()) + (await answeredDialogs(app));
    console.log(
      `create and import with a receiver card: ${count} actions, the dialog for the copy among them`,
    );
    expect(count).toBeGreaterThanOrEqual(11);
    expect(count).toBeLessThanOrEqual(12);
    expect(await clipboardText()).toMatch(arn);
    await job.button('Copy summary').click();
    await expect.poll(clipboardText).toContain("Receiver's contact: keys@example.com");
    expect(await clipboardText()).toContain('They want to be told: Key ARN, AWS account ID, AWS Region');
  });

  it('says PRACTICE on each screen, in the title, the summary and the saved file', async () => {
    const { app, page, home } = launched;
    const marks: string[] = [];
    const job = ceremonyJob(launched, async () => {
      const banner = await page.getByText('PRACTICE', { exact: true }).first().isVisible();
      marks.push(`${banner} ${(await page.title()).includes('PRACTICE')}`);
    });
    await job.practise();
    await job.receiver(region);
    await job.next('Sign in');
    await job.toReview();
    await job.createAndImport();
    await job.button('Copy summary').click({ timeout: 60_000 });
    expect(marks).toEqual(Array<string>(5).fill('true true'));
    const summary = await clipboardText();
    expect(summary).toContain('PRACTICE');
    expect(summary).toContain(receiverAccount);

    const target = join(mkdtempSync(join(home, 'out-')), 'summary.json');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await chooseOption(job.button('Save summary'), 'JSON file', 'menuitem');
    await page.getByText('Saved as summary.json').waitFor();
    const saved = JSON.parse(readFileSync(target, 'utf8')) as Record<string, unknown>;
    expect(JSON.stringify(saved)).toContain('"practice"');
    expect(JSON.stringify(saved)).not.toContain(home);
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing in %s in the ceremony', (colorScheme) => {
  beforeAll(async () => {
    launched = await launchApp();
    await launched.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  });
  afterAll(() => launched.close());

  it('from home to hand-over, and in the offline import', async () => {
    const { page } = launched;
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      found.push(...(await screenFaults(page)).map((violation) => `${name}: ${violation}`));
    };
    const job = ceremonyJob(launched, look);
    await job.heading('What do you want to do?').waitFor();
    await look('home');
    await job.practise();
    await job.button('Next').click();
    await look('receiver, nothing entered');
    await job.receiver(region);
    await page.getByRole('button', { name: 'AWS Region' }).click();
    await look('receiver, Regions open');
    await page.keyboard.press('Escape');
    await job.next('Sign in');
    await job.toReview();
    await job.button('Create and import').click();
    await look('review, not understood');
    await job.createAndImport();
    await job.button('Copy ARN').waitFor({ timeout: 60_000 });
    await look('hand-over');
    await job.button('Back to home').click();
    await page.getByRole('button', { name: 'Create and import a key' }).click();
    await job.receiver(region);
    await job.next('Sign in');
    await page.getByRole('textbox', { name: 'Start URL' }).waitFor();
    await look('sign in, browser');
    await page.getByRole('radio', { name: 'A profile on this computer' }).check();
    await page.getByText('This computer has no AWS profiles').waitFor();
    await look('sign in, no profiles');
    await page.getByRole('radio', { name: 'Temporary credentials' }).check();
    await look('sign in, pasted');
    await page.getByRole('button', { name: 'Connection settings' }).click();
    await look('sign in, connection settings');
    await job.button('Back to home').click();
    await page.getByRole('button', { name: 'Finish an offline import' }).click();
    await job.heading('Finish an offline import').waitFor();
    await look('finish an offline import');
    expect(found).toEqual([]);
  });
});
