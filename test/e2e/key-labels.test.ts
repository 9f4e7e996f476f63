import { describe, expect, it } from 'vitest';
import { leaveFinished } from '../helpers/leave-finished';
import { atTheList, besideKeys } from '../helpers/look-after-window';
import { screenFaults } from '../helpers/screen-faults';

describe('the labels of a key', () => {
  it('are changed, with what is missing said, and an alias is moved', async () => {
    await besideKeys(async (life) => {
      const { page, job } = await atTheList(life);
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
      await job.openKey('orders');
      await press('Change description and tags');
      await job.heading('Change description and tags: alias/orders').waitFor();
      await page.getByText('Permissions can go by tags').waitFor();
      await press('Change description and tags');
      await page.getByText('Change the description or a tag first.').waitFor();
      expect(await screenFaults(page)).toEqual([]);
      await page.getByRole('textbox', { name: 'Description' }).fill('Orders of 2026');
      await page.getByText('The description becomes “Orders of 2026”.').waitFor();
      await press('Change description and tags');
      await job.heading('The labels of alias/orders are as you wanted').waitFor();
      await page.getByText('Orders of 2026 (before: Orders for Bluescape)').waitFor();
      await leaveFinished(page, 'Back to the key');
      await press('Move alias');
      await job.heading('Move alias: alias/orders').waitFor();
      await page.getByText('The key has alias/orders.').waitFor();
      await page.getByRole('button', { name: /^Alias/ }).click();
      await page.getByRole('option', { name: /alias\/reports/ }).click();
      expect(await screenFaults(page)).toEqual([]);
      await press('Move alias');
      await job.heading('An alias has come to alias/orders').waitFor();
    });
  });
});

describe('a replica', () => {
  it('is made where a person chooses, in nine actions from home, and leads to its import', async () => {
    await besideKeys(async (life) => {
      const { page, job, actions } = await atTheList(life);
      await job.openKey('global');
      await page.getByRole('button', { name: 'Replicate to another Region', exact: true }).click();
      await job.heading('Replicate to another Region: alias/global').waitFor();
      await page.getByRole('button', { name: /^Region of the replica/ }).click();
      await page.getByRole('option', { name: /eu-west-1/ }).click();
      expect(await screenFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Replicate to another Region', exact: true }).click();
      await job.heading('alias/global has a replica').waitFor();
      expect(await actions()).toBeLessThanOrEqual(9);
      expect(await screenFaults(page)).toEqual([]);
      await leaveFinished(page, 'Import the material there');
      // It has no alias there.
      await page.getByRole('heading', { name: /^Import the material again: mrk-/ }).waitFor();
    });
  });
});
