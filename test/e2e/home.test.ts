import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkRecordPage } from '../../renderer/words/check-record/check-record';
import { home } from '../../renderer/words/shell/home';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { dropFiles } from '../helpers/drop-files';
import { goHome } from '../helpers/leave-finished';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { goodCard, writeCard } from '../helpers/receiver-cards';
import { screenFaults } from '../helpers/screen-faults';
import { failureCode } from '../helpers/wrap-job';

const jobs = [
  'Create and import a key',
  'Practise',
  'Wrap key material offline',
  'Finish an offline import',
  'Rehearse a restore',
  'Check a record',
];
let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => launched.close());

beforeEach(async () => {
  await goHome(launched.page);
  await launched.page.getByRole('heading', { name: home.title }).waitFor();
});

const put = (name: string, text: string): string => {
  const path = join(mkdtempSync(join(launched.home, 'in-')), name);
  writeFileSync(path, text);
  return path;
};

describe('the home screen', () => {
  it.each([
    [1280, 800],
    [1024, 700],
  ])('shows every job at %d × %d without scrolling', async (width, height) => {
    const { app, page } = launched;
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await expect.poll(() => page.evaluate(() => window.innerHeight)).toBe(height);
    for (const name of jobs) {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      expect((box?.y ?? Number.NaN) + (box?.height ?? 0), name).toBeLessThanOrEqual(height);
    }
    expect(await screenFaults(page)).toEqual([]);
  });

  it('opens import parameters that are dropped on it in the offline job', async () => {
    await dropFiles(
      launched.page,
      intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()),
    );
    await launched.page.getByText('Fingerprint of the wrapping key').first().waitFor();
  });

  it('opens a receiver card in the job that creates a key', async () => {
    await dropFiles(launched.page, [writeCard(launched.home, goodCard)]);
    await launched.page.getByRole('heading', { name: 'Receiver card of Example Data' }).waitFor();
  });

  it('opens a record where records are checked', async () => {
    await dropFiles(launched.page, [put('Ceremony record of a key 2026-01-01 000000Z.json', '{}')]);
    await launched.page.getByRole('heading', { name: checkRecordPage.title, level: 1 }).waitFor();
    expect(await failureCode(launched.page)).toMatch(/^record\./);
  });

  it('opens a sealed copy where a restore is rehearsed', async () => {
    await dropFiles(launched.page, [put('copy.age', 'not really')]);
    await launched.page.getByRole('heading', { name: 'Rehearse a restore', level: 1 }).waitFor();
    expect(await failureCode(launched.page)).toMatch(/^copy\./);
  });

  it('opens a return package where it is imported', async () => {
    await dropFiles(launched.page, [put('KeyferryReturnPackage.json', '{}')]);
    await launched.page.getByRole('heading', { name: 'Finish an offline import', level: 1 }).waitFor();
    expect(await failureCode(launched.page)).toMatch(/^package\./);
  });

  it('says of any other file that it was not opened', async () => {
    await dropFiles(launched.page, [put('holiday.jpg', 'x')]);
    await launched.page.getByText(home.unknownFile.text('holiday.jpg')).waitFor();
    await launched.page.getByRole('heading', { name: home.title }).waitFor();
  });
});
