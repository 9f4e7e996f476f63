import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishImportPage } from '../../renderer/words/finish-import/finish-import';
import { saveRecord } from '../../renderer/words/run/ceremony-record';
import { toDoStates } from '../../renderer/words/run/hand-over';
import { savedPage } from '../../renderer/words/wrap-offline/saved';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { leaveFinished } from '../helpers/leave-finished';
import { screenFaults, standingOut } from '../helpers/screen-faults';
import { wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
let saved: string;

/** Import parameters that name their key by its ARN are wrapped, and the last page shows. */
beforeAll(async () => {
  launched = await launchApp();
  const job = wrapJob(launched);
  const withArn = intakeForms.find(({ title }) => title.includes('JSON'));
  await job.open();
  await job.drop(withArn?.write(mkdtempSync(join(launched.home, 'in-')), bundleContents()) ?? []);
  // The output of the AWS CLI does not say it.
  await job.chooseAlgorithm('RSAES_OAEP_SHA_256');
  await job.next();
  saved = await job.wrapAndSave();
});

afterAll(() => launched.close());

describe('the last page of the offline job', () => {
  it('leads with the return package and the job that takes it; the console comes last', async () => {
    const { page } = launched;
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings[0]).toBe(savedPage.carryTitle);
    expect(headings.at(-1)).toBe(savedPage.console);
    const first = page.getByRole('listitem').first();
    expect(await first.innerText()).toContain('KeyferryReturnPackage.json');
    expect(await page.getByText('“Finish an offline import”').count()).toBeGreaterThan(0);
  });

  it('lists what stays behind, says what is done, and keeps the long texts closed', async () => {
    const { page } = launched;
    const open = () => page.getByText(toDoStates.open, { exact: true }).count();
    expect(await open()).toBe(2);
    expect(await standingOut(page)).toEqual([saveRecord.open]);
    expect(await page.getByText('Key material wrapped for AWS KMS').isVisible()).toBe(false);
    await page.getByRole('button', { name: savedPage.copySummary }).click();
    await expect.poll(open).toBe(1);
    expect(await screenFaults(page)).toEqual([]);
  });

  it('is followed by an import that asks for no key and no Region, which the package tells', async () => {
    const { page } = launched;
    await leaveFinished(page);
    await page.getByRole('button', { name: 'Finish an offline import' }).click();
    await dropFiles(page, [join(saved, 'KeyferryReturnPackage.json')]);
    await page.getByText(finishImportPage.found).first().waitFor();
    await page.getByText('eu-central-1').first().waitFor();
    expect(await page.getByText(finishImportPage.keyQuestion).count()).toBe(0);
    expect(await page.getByRole('button', { name: finishImportPage.region }).count()).toBe(0);
  });
});
