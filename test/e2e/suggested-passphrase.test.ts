import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { failureCode, wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
let custody: ReturnType<typeof custodyJob>;
let job: ReturnType<typeof wrapJob>;

beforeEach(async () => {
  launched = await launchApp();
  custody = custodyJob(launched);
  job = wrapJob(launched);
  await job.open();
  await job.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
  await job.next();
  return () => launched.close();
});

const button = (name: string) => launched.page.getByRole('button', { name, exact: true });
const radio = (name: string) => launched.page.getByRole('radio', { name });
const words = () => launched.page.getByLabel(/^Words \d+ and \d+ of the passphrase$/);

describe('a suggested passphrase', () => {
  it('stays until its copy is saved: other ways, another source, a step back, a dialog and a full folder', async () => {
    const { app, page, home } = launched;
    const passphrase = await custody.suggestPassphrase();
    const typed = await words().inputValue();
    const expectThere = async (): Promise<void> => {
      await page.getByText('Ten random words').first().waitFor();
      expect(await page.locator('.suggested-words').textContent()).toBe(passphrase);
      expect(await page.getByLabel('Passphrase', { exact: true }).inputValue()).toBe(passphrase);
      expect(await words().inputValue()).toBe(typed);
    };
    await radio('Sealed for age recipients').check();
    await page.getByText('Seal for age recipients').waitFor();
    await page.getByRole('radio', { name: /^Sealed copy/ }).check();
    await expectThere();
    await radio('Restore a sealed copy').check();
    await radio('Generate').first().check();
    await expectThere();
    await button('Previous').click();
    await job.next();
    await expectThere();
    const taken = join(home, 'taken.age');
    writeFileSync(taken, 'yours');
    const copy = join(mkdtempSync(join(home, 'copy-')), 'copy.age');
    await answerDialogs(app, [undefined, [taken], [copy]]);
    await button('Save sealed copy').click();
    await expectThere();
    await button('Save sealed copy').click();
    expect(await failureCode(page)).toBe('save.exists');
    await expectThere();
    await button('Save sealed copy').click();
    await button('Start again with other material').waitFor({ timeout: 60_000 });
    expect(await page.getByText(passphrase).count()).toBe(0);
    await custody.startAgain();
    await custody.restoreSealedCopy(copy, passphrase);
  });

  it('seals nothing before two of its words are typed, which are covered meanwhile', async () => {
    const { app, page, home } = launched;
    await custody.suggestPassphrase();
    const copy = join(mkdtempSync(join(home, 'copy-')), 'copy.age');
    await answerDialogs(app, [[copy]]);
    const filter = () =>
      page.locator('.suggested-words').evaluate((element) => getComputedStyle(element).filter);
    await words().fill('');
    expect(await filter()).toBe('blur(8px)');
    await button('Save sealed copy').click();
    await page.getByText('Type these two words').waitFor();
    expect(await words().evaluate((field) => field === document.activeElement)).toBe(true);
    await words().fill('these differ');
    await page.getByText('These are not the two words').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('There is no copy yet').waitFor();
    expect(existsSync(copy)).toBe(false);
    await page.getByLabel('Passphrase', { exact: true }).focus();
    expect(await filter()).toBe('none');
  });
});
