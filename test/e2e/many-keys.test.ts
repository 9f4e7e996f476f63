import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { besideKeys, lookAfterJob } from '../helpers/look-after-window';
import { screenFaults } from '../helpers/screen-faults';
import { newFolder } from '../helpers/saved-record';
import { answerDialogs } from '../helpers/dialogs';

describe('several chosen keys', () => {
  it('are disabled one after another, listed with what became of each, and recorded together', async () => {
    await besideKeys(async (life) => {
      const launched = await life.launch();
      const { page } = launched;
      const job = lookAfterJob(launched);
      await job.open();
      await job.isRead();
      const box = (name: string) => page.getByRole('checkbox', { name: `Choose ${name} in eu-central-1` });
      await box('orders').focus();
      await page.keyboard.press('Space');
      await box('crm').check();
      await box('off').check();
      await page.getByText('3 keys chosen').waitFor();
      expect(await screenFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Disable these' }).click();
      await job.heading('Disable: 3 keys').waitFor();
      await page.getByText('2 keys are disabled one after another').waitFor();
      await page.getByText('Left out', { exact: true }).waitFor();
      expect(await screenFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Disable 2 keys' }).click();
      await job.heading('2 of 3 keys disabled').waitFor();
      await page.getByRole('button', { name: 'Save all records' }).click();
      expect(await screenFaults(page)).toEqual([]);
      const folder = newFolder();
      await answerDialogs(launched.app, [[folder]]);
      await page.getByRole('textbox', { name: 'Operator', exact: true }).fill('Ada Example');
      await page.getByRole('checkbox', { name: 'No witness was present' }).check();
      await page.getByRole('button', { name: 'Choose folder and save' }).click();
      await page.getByText('2 records saved in the folder').waitFor();
      expect(readdirSync(folder).filter((name) => name.endsWith('.json'))).toHaveLength(2);
      await page.getByRole('button', { name: 'Back to the keys' }).click();
      await job.row('orders').getByText('Disabled').waitFor();
      expect(await page.getByText('3 keys chosen').count()).toBe(1);
      await page.getByRole('button', { name: 'Choose none' }).click();
      await page.getByRole('checkbox', { name: 'Choose all keys on this page' }).check();
      await page.getByRole('button', { name: 'Remind me of these' }).click();
      await page.getByRole('heading', { name: /^Remind me: \d+ keys$/ }).waitFor();
      expect(await screenFaults(page)).toEqual([]);
    });
  });
});
