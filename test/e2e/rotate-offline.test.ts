import { existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCounting } from '../helpers/count-actions';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { goHome } from '../helpers/leave-finished';
import { lookAfterJob } from '../helpers/look-after-window';
import { screenFaults } from '../helpers/screen-faults';
import { wrapJob } from '../helpers/wrap-job';

const name = 'data-exchange';
const faults: string[] = [];
let launched: LaunchedApp;
let parameters: string;
let saved: string;
let code: string;

beforeAll(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => launched.close());

async function openKey(): Promise<void> {
  const job = lookAfterJob(launched);
  await job.button('Look after imported keys').click();
  await job.button('Practise').click();
  await job.isRead();
  await job.openKey(name);
}

describe('rotating a key by way of an offline computer', () => {
  it('begins at the key, with import parameters that say what they are for', async () => {
    const { app, page, home } = launched;
    const job = lookAfterJob(launched);
    await openKey();
    await page.getByRole('button', { name: 'Rotate', exact: true }).click();
    await job.button('With an offline computer').click();
    parameters = join(mkdtempSync(join(home, 'stick-')), 'PRACTICE ImportParameters.zip');
    await answerDialogs(app, [[parameters]]);
    await job.button('Save import parameters').click();
    await page.getByText('“PRACTICE ImportParameters.zip” is in').waitFor();
    expect(existsSync(parameters)).toBe(true);
    faults.push(...(await screenFaults(page)));
  });

  it('goes on at the offline computer, which makes the new material and its copy', async () => {
    const { page } = launched;
    const job = wrapJob(launched);
    const copy = custodyJob(launched);
    await goHome(page);
    await job.open();
    await job.drop([parameters]);
    await page.getByText('For new key material').waitFor();
    faults.push(...(await screenFaults(page)));
    await job.next();
    await page.getByText('New key material, to which the key is rotated').waitFor();
    await copy.suggestPassphrase();
    await copy.saveSealedCopy();
    saved = await job.wrapAndSave();
    code = await job.transferCode();
    expect(await page.getByText('What to click in the AWS console').count()).toBe(0);
    faults.push(...(await screenFaults(page)));
  });

  it('says before the button that it is final, rotates, and proves what was encrypted before', async () => {
    const { page } = launched;
    await goHome(page);
    const actions = await startCounting(page);
    await dropFiles(page, [join(saved, 'PRACTICE KeyferryReturnPackage.json')]);
    await page.getByText('This is new key material for a key that has some').first().waitFor();
    await page.getByRole('textbox', { name: 'Transfer code' }).fill(code);
    await page.getByText('Rotating is final.').waitFor();
    faults.push(...(await screenFaults(page)));
    await page.getByRole('button', { name: 'Rotate', exact: true }).click();
    await page.getByText('The key encrypts with the new key material').waitFor({ timeout: 60_000 });
    // For real, a profile is the fourth.
    expect(await actions()).toBeLessThanOrEqual(3);
    faults.push(...(await screenFaults(page)));
    await goHome(page);
    await openKey();
    await page.getByText('24 rotations of 25 left').first().waitFor();
    expect(faults).toEqual([]);
  });
});
