import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveRecord } from '../../renderer/words/run/ceremony-record';
import { checkRecordPage } from '../../renderer/words/check-record/check-record';
import { chrome } from '../../renderer/words/shell/app';
import { screenFaults } from '../helpers/screen-faults';
import { ceremonyJob } from '../helpers/ceremony-job';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';

let launched: LaunchedApp;

describe('a ceremony record', () => {
  beforeAll(async () => {
    launched = await launchApp();
    await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(() => launched.close());

  it('is saved with the people who took part, checked, compared with the paper, and refused once it was changed', async () => {
    const { app, page, home } = launched;
    const job = ceremonyJob(launched);
    const folder = mkdtempSync(join(home, 'records-'));
    const field = (name: string) => page.getByRole('textbox', { name, exact: false });
    const focused = () => page.evaluate(() => document.activeElement?.closest('label, div')?.textContent);
    const found: string[] = [];
    const look = async (): Promise<void> => void found.push(...(await screenFaults(page)));

    await job.practise();
    await job.receiver('eu-central-1');
    await job.next('Sign in');
    await job.toReview();
    await job.createAndImport();
    await job.button('Copy ARN').waitFor({ timeout: 60_000 });
    const arn = await page
      .getByText(/^arn:aws:kms:/)
      .first()
      .textContent();

    // Opens in place, and says what is missing.
    await job.button(saveRecord.open).click();
    expect(
      await field(saveRecord.operator)
        .first()
        .evaluate((input) => input === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText(saveRecord.operatorMissing).waitFor();
    await field(saveRecord.operator).first().fill('Zoë Müller');
    await field(saveRecord.operatorRole).fill('Key administrator');
    await page.keyboard.press('Enter');
    await page.getByText(saveRecord.witnessMissing).waitFor();
    await page.getByRole('checkbox', { name: saveRecord.noWitness }).check();
    await look();
    await answerDialogs(app, [undefined, [folder]]);
    await job.button(saveRecord.submit).click();
    await expect.poll(() => job.button(saveRecord.submit).isEnabled()).toBe(true);
    await job.button(saveRecord.submit).click();
    await page.getByText('Saved as PRACTICE Ceremony record of', { exact: false }).waitFor();
    expect(
      await job.button(saveRecord.open).evaluate((button) => button === document.activeElement),
      String(await focused()),
    ).toBe(true);
    await look();
    const name = readdirSync(folder).find((file) => file.endsWith('.json')) ?? '';
    const bytes = readFileSync(join(folder, name));
    const { head } = JSON.parse(bytes.toString()) as { readonly head: string };
    expect((await page.locator('.head-hash').textContent())?.replaceAll(' ', '')).toBe(head);

    await job.button('Back to home').click();
    await page.getByRole('button', { name: checkRecordPage.title }).click();
    await dropFiles(page, [join(folder, name)]);
    await page.getByText(checkRecordPage.whole).waitFor();
    await page.getByText(checkRecordPage.practiceTitle).waitFor();
    for (const text of ['Zoë Müller, Key administrator', arn ?? '?']) await page.getByText(text).waitFor();
    await page.getByText('somebody confirmed that by typing “no copy”', { exact: false }).waitFor();
    await field(checkRecordPage.headOnPaper).fill(`${head.slice(0, 8)} ${head.slice(8, 12)}`);
    await page.getByText(checkRecordPage.headSoFar(12)).waitFor();
    await field(checkRecordPage.headOnPaper).fill(head.toUpperCase().replace(/.{4}/g, '$& '));
    await page.getByText(checkRecordPage.headSame).waitFor();
    await look();
    await field(checkRecordPage.headOnPaper).fill(head.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    await page.getByText(checkRecordPage.headDiffers(16)).waitFor();

    const changed = join(folder, 'changed.json');
    writeFileSync(changed, bytes.toString().replace('Zoë', 'Zoé'));
    await answerDialogs(app, [[changed]]);
    await job.button(checkRecordPage.another).click();
    await page.getByText('This record was changed').waitFor();
    expect(await page.getByText(checkRecordPage.whole).count()).toBe(0);
    expect(await page.getByText(chrome.earlierStays).count()).toBe(0);
    await look();
    expect(found).toEqual([]);
  });
});
