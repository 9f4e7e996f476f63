import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs, lastDialogWords } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { leaveFinished } from '../helpers/leave-finished';
import { failureCode, wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;
let folder: string;

beforeAll(async () => {
  launched = await launchApp();
  job = wrapJob(launched);
});
afterAll(() => launched.close());

beforeEach(async () => {
  await job.open();
  folder = mkdtempSync(join(launched.home, 'one-folder-'));
  await job.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
  await job.next();
});

describe('shares and wrapped files', () => {
  it('never land in one folder: wrapped files are refused where shares are', async () => {
    const { app, page } = launched;
    await custodyJob(launched).saveShares(undefined, folder);
    expect(await lastDialogWords(app)).toContain('shares');
    const shares = readdirSync(folder);
    await answerDialogs(app, [[folder]]);
    await page.getByRole('button', { name: 'Wrap and save' }).click();
    expect(await failureCode(page)).toBe('save.sharesThere');
    expect(await lastDialogWords(app)).toContain('wrapped files');
    expect(readdirSync(folder)).toEqual(shares);
    // The material is held still, and another folder takes it.
    await job.wrapAndSave();
    await leaveFinished(page);
  });

  it('never land in one folder: shares are refused where wrapped files are', async () => {
    const { app, page } = launched;
    await job.wrapAndSave(folder);
    const wrapped = readdirSync(folder);
    await leaveFinished(page, 'Start over');
    await job.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
    await job.next();
    await page.getByRole('radio', { name: 'Split among custodians' }).check();
    for (const number of [1, 2, 3]) {
      await page.getByRole('textbox', { name: `Custodian ${number}` }).fill(`Person ${number}`);
    }
    await answerDialogs(app, [[folder]]);
    await page.getByRole('button', { name: 'Save shares' }).click();
    expect(await failureCode(page)).toBe('save.wrappedThere');
    expect(readdirSync(folder)).toEqual(wrapped);
  });
});
