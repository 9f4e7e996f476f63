import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { startCounting } from '../helpers/count-actions';
import { custodyJob, freshPassphrase } from '../helpers/custody-job';
import { answerDialogs, answeredDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { wrapJob } from '../helpers/wrap-job';

const threeFiles = ['EncryptedKeyMaterial.bin', 'ImportToken.bin', 'KeyferryReturnPackage.json'];
const passphrase = freshPassphrase();
let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;
let zip: readonly string[];
let out: string;

beforeEach(async () => {
  launched = await launchApp();
  job = wrapJob(launched);
  zip = intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents());
  out = mkdtempSync(join(launched.home, 'out-'));
});
afterEach(() => launched.close());

/** The accessible name of what has the focus, near enough: its label, or its text. */
const focusedName = (): Promise<string> =>
  launched.page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return '';
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    return (element.getAttribute('aria-label') ?? (labelled.trim() || element.textContent)).trim();
  });

async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await launched.page.keyboard.press('Tab');
    if ((await focusedName()).startsWith(name)) return;
  }
  throw new Error(`No Tab leads to ${name}`);
}

/** From home, where dropping the file also chooses the job. */
describe('the offline job', () => {
  it.each([
    ['6 deliberate actions without a copy', 6, () => Promise.resolve()],
    [
      '8 deliberate actions with a sealed copy whose passphrase was suggested, two words of it typed',
      8,
      async () => {
        const custody = custodyJob(launched);
        await custody.suggestPassphrase();
        await custody.saveSealedCopy();
      },
    ],
  ] as const)('takes at most %s', async (_what, most, keepCopy) => {
    const { app, page } = launched;
    await job.heading('What do you want to do?').waitFor();
    const actions = await startCounting(page);
    await job.drop(zip);
    await job.next();
    await keepCopy();
    const dialogsBefore = most === 8 ? await answeredDialogs(app) : 0;
    await job.wrapAndSave(out);
    const onPage = await actions();
    const dialogs = dialogsBefore + (await answeredDialogs(app));
    console.log(`offline job: ${onPage} actions on the page and ${dialogs} dialogs answered`);
    expect(onPage).toBeGreaterThanOrEqual(4);
    expect(dialogs).toBe(most === 8 ? 2 : 1);
    expect(onPage + dialogs).toBeLessThanOrEqual(most);
    expect(readdirSync(out).sort()).toEqual(threeFiles);
  });

  it('is done with the keyboard alone', async () => {
    const { app, page } = launched;
    await answerDialogs(app, [zip, [out]]);
    await job.heading('What do you want to do?').waitFor();
    await tabTo('Wrap key material offline');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    await tabTo('Choose files');
    await page.keyboard.press('Enter');
    await page.getByText('Fingerprint of the wrapping key').first().waitFor();
    await tabTo('Next');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Wrap and save' }).waitFor();
    expect(await focusedName()).toContain('Key material');
    await answerDialogs(app, [[join(launched.home, 'copy.age')], [out]]);
    await tabTo('Passphrase');
    await page.keyboard.type(passphrase);
    await tabTo('Repeat passphrase');
    await page.keyboard.type(passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('The copy is saved, and opens').first().waitFor({ timeout: 60_000 });
    await tabTo('Wrap and save');
    await page.keyboard.press('Enter');
    await job.heading('Saved').waitFor({ timeout: 60_000 });
    expect(await focusedName()).toContain('Saved');
    await tabTo('Copy summary');
    await page.keyboard.press('Enter');
    await page.getByText('Copied').first().waitFor();
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain('EncryptedKeyMaterial.bin');
    expect(readdirSync(out).sort()).toEqual(threeFiles);
  });
});
