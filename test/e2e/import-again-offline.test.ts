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

const name = 'data-warehouse';
const faults: string[] = [];
let launched: LaunchedApp;
let copy: string;
let passphrase: string;
let parameters: string;
let saved: string;
let code: string;

beforeAll(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => launched.close());

const state = (): Promise<string> => lookAfterJob(launched).row(name).innerText();

async function practise(): Promise<void> {
  const job = lookAfterJob(launched);
  await job.button('Look after imported keys').click();
  await job.button('Practise').click();
  await job.isRead();
}

describe('importing the material again by way of an offline computer', () => {
  it('begins at the key, with fresh import parameters as a file', async () => {
    const { app, page, home } = launched;
    const job = lookAfterJob(launched);
    await practise();
    expect(await state()).toContain('Stopped');
    await job.openKey(name);
    await job.button('Import the material again').click();
    const stick = mkdtempSync(join(home, 'stick-'));
    copy = join(stick, 'PRACTICE copy.age');
    await answerDialogs(app, [[copy]]);
    await job.button('Save the practice copy').click();
    const said = await page.getByText(/Its passphrase is: /).textContent({ timeout: 60_000 });
    passphrase = said?.split('Its passphrase is: ')[1] ?? '';
    await job.button('With an offline computer').click();
    parameters = join(stick, 'PRACTICE ImportParameters.zip');
    await answerDialogs(app, [[parameters]]);
    await job.button('Save import parameters').click();
    await page.getByText('“PRACTICE ImportParameters.zip” is in').waitFor();
    expect(existsSync(parameters)).toBe(true);
    faults.push(...(await screenFaults(page)));
  });

  it('goes on at the offline computer, from the sealed copy of the key', async () => {
    const { page } = launched;
    const job = wrapJob(launched);
    await goHome(page);
    await job.open();
    await job.drop([parameters]);
    await job.next();
    await custodyJob(launched).restoreSealedCopy(copy, passphrase);
    saved = await job.wrapAndSave();
    code = await job.transferCode();
    faults.push(...(await screenFaults(page)));
  });

  it('ends with the key enabled again: the transfer code, a sign-in and Import are all that is asked for', async () => {
    const { page } = launched;
    await goHome(page);
    const actions = await startCounting(page);
    await dropFiles(page, [join(saved, 'PRACTICE KeyferryReturnPackage.json')]);
    await page.getByRole('textbox', { name: 'Transfer code' }).fill(code);
    await page.getByText('Signed in to the practice account').first().waitFor();
    faults.push(...(await screenFaults(page)));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('The key works again').waitFor({ timeout: 60_000 });
    // For real, a profile is the fourth.
    expect(await actions()).toBeLessThanOrEqual(3);
    faults.push(...(await screenFaults(page)));
    await goHome(page);
    await practise();
    expect(await state()).toContain('Works');
    expect(faults).toEqual([]);
  });
});
