import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRecordPage } from '../../renderer/words/check-record/check-record';
import { finishImportPage } from '../../renderer/words/finish-import/finish-import';
import { chrome } from '../../renderer/words/shell/app';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { wholeRecord } from '../fixtures/records';
import { ceremonyJob } from '../helpers/ceremony-job';
import { custodyJob } from '../helpers/custody-job';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { leaveFinished } from '../helpers/leave-finished';
import { goodCard, writeCard } from '../helpers/receiver-cards';
import { writeSealedCopy } from '../helpers/sealed-copies';
import { failureCode, wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
});
afterAll(() => launched.close());

const put = (name: string, bytes: Uint8Array | string): string => {
  const path = join(mkdtempSync(join(launched.home, 'in-')), name);
  writeFileSync(path, bytes);
  return path;
};
const wrong = (): string => put('notes.txt', 'Nothing that anybody needs.');
const paper = (name: string): string => put(name, '%PDF-1.7\n');
const home = (): Promise<void> => launched.page.getByRole('button', { name: chrome.backToHome }).click();
const open = (name: string): Promise<void> =>
  launched.page.getByRole('button', { name, exact: true }).click();

/** Drops a file that is refused, and waits until the failure has the focus. */
async function refused(path: string): Promise<string> {
  const { page } = launched;
  await dropFiles(page, [path]);
  const code = await failureCode(page);
  const hasFocus = () =>
    page.evaluate(() => document.querySelector('[role=alert]')?.contains(document.activeElement));
  await expect.poll(hasFocus).toBe(true);
  return code;
}

const earlierStays = async (): Promise<void> =>
  await launched.page.getByText(chrome.earlierStays).waitFor({ timeout: 3_000 });

describe('a wrong file takes nothing away', () => {
  it('import parameters stay, and the job goes on with them', async () => {
    const job = wrapJob(launched);
    await job.open();
    await job.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
    expect(await refused(wrong())).toBe('bundle.nothingRecognised');
    await earlierStays();
    await job.next();
    await home();
  });

  it('a return package stays', async () => {
    const { page } = launched;
    await open('Finish an offline import');
    await dropFiles(page, [
      put('EncryptedKeyMaterial.bin', randomBytes(256)),
      put('ImportToken.bin', randomBytes(3000)),
    ]);
    await page.getByText(finishImportPage.found).first().waitFor();
    const keyId = page.getByRole('textbox', { name: finishImportPage.keyId });
    await keyId.fill('typed');
    await refused(wrong());
    await earlierStays();
    expect(await keyId.inputValue()).toBe('typed');
    expect(await refused(paper('Return package.pdf'))).toBe('file.paper');
    await page.getByText(finishImportPage.found).first().waitFor();
    await home();
  });

  it("one's own key material stays", async () => {
    const { page } = launched;
    const job = wrapJob(launched);
    await job.open();
    await job.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
    await job.next();
    await custodyJob(launched).useOwnFile(put('key.bin', randomBytes(32)));
    await refused(wrong());
    await earlierStays();
    await job.wrapAndSave();
    await leaveFinished(page, chrome.backToHome);
  });

  it('a copy and what was typed for it stay in a rehearsal', async () => {
    const { page } = launched;
    await open('Rehearse a restore');
    const copy = join(mkdtempSync(join(launched.home, 'in-')), 'copy.age');
    await writeSealedCopy(copy, Buffer.alloc(32, 7), 'a passphrase of the test');
    await dropFiles(page, [copy]);
    const passphrase = page.getByLabel('Passphrase', { exact: true });
    await passphrase.fill('typed');
    await refused(wrong());
    await earlierStays();
    expect(await passphrase.inputValue()).toBe('typed');
    expect(await refused(paper('Ceremony record.pdf'))).toBe('file.paper');
    await page.getByText('A record is a .json file.').waitFor();
    await home();
  });

  it('a record stays, and the paper version is told from it', async () => {
    const { page } = launched;
    await open('Check a record');
    await dropFiles(page, [put('Ceremony record.json', wholeRecord)]);
    await page.getByText(checkRecordPage.whole).first().waitFor();
    expect(await refused(paper('Ceremony record.pdf'))).toBe('file.paper');
    await page.getByText('“Ceremony record.pdf” is the paper version').waitFor();
    await page.getByText('Choose the .json file of the record').waitFor();
    await earlierStays();
    await page.getByText(checkRecordPage.whole).first().waitFor();
    await home();
  });

  it("a receiver's card stays, also when its step is left and shown again", async () => {
    const { page } = launched;
    const job = ceremonyJob(launched);
    await job.practise();
    await dropFiles(page, [writeCard(mkdtempSync(join(launched.home, 'in-')), goodCard)]);
    await page.getByText('Receiver card of Example Data').first().waitFor();
    expect(await refused(paper('card.pdf'))).toBe('file.paper');
    await earlierStays();
    await job.next('Sign in');
    await job.button('Previous').click();
    await page.getByText('Receiver card of Example Data').first().waitFor();
    expect(await page.getByText(chrome.earlierStays).count()).toBe(0);
    await home();
  });
});
