import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishImportPage } from '../../renderer/words/finish-import/finish-import';
import { practiseWords } from '../../renderer/words/wrap-offline/practise';
import { savedPage } from '../../renderer/words/wrap-offline/saved';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { chooseOption } from '../helpers/choose-option';
import { custodyJob, freshPassphrase } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { goHome } from '../helpers/leave-finished';
import { writeSealedCopy } from '../helpers/sealed-copies';
import { failureCode, wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
let zip: string;
let saved: string;
let code: string;

const marks = (): Promise<number> => launched.page.getByText('PRACTICE', { exact: true }).count();

beforeAll(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => launched.close());

describe('the offline round trip, practised', () => {
  it('begins with import parameters that the offline job makes, and that say PRACTICE wherever they are', async () => {
    const { app, page, home } = launched;
    const job = wrapJob(launched);
    await job.open();
    expect(await marks()).toBe(0);
    zip = join(mkdtempSync(join(home, 'stick-')), 'PRACTICE ImportParameters.zip');
    await answerDialogs(app, [[zip]]);
    await page.getByRole('button', { name: practiseWords.save }).click();
    await page.getByText('eu-central-1').waitFor();
    expect(existsSync(zip)).toBe(true);
    await job.drop([zip]);
    await page.getByText('These are import parameters of the practice AWS').first().waitFor();
    expect(await marks()).toBe(1);
    expect(await page.title()).toContain('PRACTICE');
  });

  it('goes on with wrapped files that say so as well, and leads back to Keyferry and not to the console', async () => {
    const { page } = launched;
    const job = wrapJob(launched);
    await job.next();
    saved = await job.wrapAndSave();
    code = await job.transferCode();
    expect(readdirSync(saved).toSorted()).toEqual([
      'PRACTICE EncryptedKeyMaterial.bin',
      'PRACTICE ImportToken.bin',
      'PRACTICE KeyferryReturnPackage.json',
    ]);
    const text = readFileSync(join(saved, 'PRACTICE KeyferryReturnPackage.json'), 'utf8');
    expect(JSON.parse(text)).toHaveProperty('practice');
    expect(await marks()).toBe(1);
    expect(await page.getByRole('heading', { name: savedPage.console }).count()).toBe(0);
    await goHome(page);
    await page.getByRole('heading', { name: 'Create and import a key' }).waitFor();
    expect(await marks()).toBe(0);
    expect(await page.getByText('Finished work').count()).toBe(0);
  });

  it('ends with an import into the practice AWS, which finds the key and checks it', async () => {
    const { page } = launched;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await dropFiles(page, [join(saved, 'PRACTICE KeyferryReturnPackage.json')]);
    await page.getByText(finishImportPage.found).first().waitFor();
    expect(await marks()).toBe(1);
    await page.getByRole('textbox', { name: 'Transfer code' }).fill(code);
    // As with a download of the console, nothing says the Region.
    await chooseOption(page.getByRole('button', { name: finishImportPage.region }), 'eu-central-1');
    await page.getByText('Signed in to the practice account').first().waitFor();
    await button(finishImportPage.submit).click();
    await button('Now for real').click({ timeout: 60_000 });
    await button(practiseWords.save).waitFor();
    expect(await marks()).toBe(0);
  });

  it('takes no copy of a real key, and what it made is taken for no real key', async () => {
    const { page, home } = launched;
    const job = wrapJob(launched);
    const custody = custodyJob(launched);
    const passphrase = freshPassphrase();
    const real = join(mkdtempSync(join(home, 'copy-')), 'real.age');
    await writeSealedCopy(real, randomBytes(32), passphrase);
    await job.drop([zip]);
    await job.next();
    const made = await custody.suggestPassphrase();
    const practised = await custody.saveSealedCopy();
    await custody.startAgain();
    await custody.tryToRestore(real, passphrase);
    expect(await failureCode(page)).toBe('copy.practice');

    await goHome(page);
    await job.open();
    await job.drop(intakeForms[0].write(mkdtempSync(join(home, 'in-')), bundleContents()));
    await job.next();
    await custody.tryToRestore(practised, made);
    expect(await failureCode(page)).toBe('copy.practice');
  });
});
