import { describe, expect, it } from 'vitest';
import { leaveFinished } from '../helpers/leave-finished';
import { atTheList, besideKeys } from '../helpers/look-after-window';
import { screenFaults } from '../helpers/screen-faults';

describe('acting on a key', () => {
  it('disables a key that works, and leads back to the key, which says so', async () => {
    await besideKeys(async (life) => {
      const { page, job } = await atTheList(life);
      await job.openKey('orders');
      await page.getByRole('button', { name: 'Disable', exact: true }).click();
      await job.heading('Disable: alias/orders').waitFor();
      await page.getByText('What will happen').waitFor();
      await page.getByRole('button', { name: 'Disable', exact: true }).click();
      await job.heading('alias/orders is disabled').waitFor();
      await leaveFinished(page, 'Back to the key');
      await page.getByRole('button', { name: 'Enable', exact: true }).waitFor();
      expect(await screenFaults(page)).toEqual([]);
    });
  });
});
