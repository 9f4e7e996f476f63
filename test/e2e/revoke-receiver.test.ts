import { describe, expect, it } from 'vitest';
import { keptReceiver } from '../helpers/kept-keys';
import { atTheList, besideKeys } from '../helpers/look-after-window';
import { leaveFinished } from '../helpers/leave-finished';
import { screenFaults } from '../helpers/screen-faults';

describe('revoking a receiver', () => {
  it('takes at most 6 deliberate actions with its grants, and leaves the second look in Unfinished work', async () => {
    await besideKeys(async (life) => {
      const { page, job, actions } = await atTheList(life);
      await job.openKey('wiki');
      await job.button(`Revoke account ${keptReceiver}`).click();
      await job.heading(`Revoke account ${keptReceiver}: alias/wiki`).waitFor();
      await page.getByText('What will happen').waitFor();
      await page
        .getByRole('checkbox', { name: /Role reader .* may use it/ })
        .and(page.locator(':checked'))
        .waitFor();
      expect(await screenFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Revoke', exact: true }).click();
      await page.getByText(/\d:\d\d left/).waitFor();
      expect(await actions()).toBeLessThanOrEqual(6);
      expect(await screenFaults(page)).toEqual([]);
      await job.button('Stop waiting').click();
      await job.button('Continue').waitFor();
      await job.button('Back to home').click();
      await job.button('Resume or discard Revoke a receiver: alias/wiki').waitFor();
    });
  });

  it('shows the difference of the policy, and what is left to decide in IAM', async () => {
    await besideKeys(async (life) => {
      const { page, job } = await atTheList(life);
      await job.openKey('orders');
      await job.button(`Revoke account ${keptReceiver}`).click();
      await page.getByText('The statement “Receiver” goes').waitFor();
      await job.button('The key policy now, with what is taken out').click();
      expect(await page.locator('del').allInnerTexts()).toEqual([expect.stringContaining(keptReceiver)]);
      expect(await screenFaults(page)).toEqual([]);
    });
  });
});

describe('allowing a receiver', () => {
  it('lets another account use a key that was opened from the list, after showing the change', async () => {
    await besideKeys(async (life) => {
      const { page, job } = await atTheList(life);
      await job.openKey('reports');
      await job.button('Allow a receiver').click();
      await job.heading('Allow a receiver').waitFor();
      await page.getByLabel('AWS account').first().fill('333344445555');
      expect(await screenFaults(page)).toEqual([]);
      await job.button('Show the change').click();
      await job.heading('The change').waitFor();
      await job.button('Change the key policy').click();
      await job.heading('Receiver added').waitFor();
      await leaveFinished(page, 'Back to the key');
      await job.button('Revoke account 333344445555').waitFor();
    });
  });
});
