import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startCounting } from '../helpers/count-actions';
import { answerDialogs, answeredDialogs } from '../helpers/dialogs';
import { launchApp } from '../helpers/launch-app';
import { lookAfterJob } from '../helpers/look-after-window';
import { screenFaults } from '../helpers/screen-faults';

it('looks after a practice account with keys in all states, and is reminded of all within 5 deliberate actions', async () => {
  const launched = await launchApp();
  try {
    const { app, page, home } = launched;
    const job = lookAfterJob(launched);
    await job.heading('What do you want to do?').waitFor();
    const actions = await startCounting(page);
    await job.button('Look after imported keys').click();
    await job.button('Practise').click();
    await job.heading('Keys').waitFor();
    await job.isRead();
    await page.getByText('PRACTICE', { exact: true }).waitFor();
    await expect.poll(async () => (await job.names()).length).toBe(15);
    const out = mkdtempSync(join(home, 'out-'));
    await answerDialogs(app, [[out]]);
    await job.button('Save calendar reminders').click();
    await page.getByText(/^“PRACTICE Reminders .+\.ics” for/).waitFor();
    expect((await actions()) + (await answeredDialogs(app))).toBeLessThanOrEqual(5);
    expect(readdirSync(out)).toEqual([expect.stringMatching(/^PRACTICE Reminders .*\.ics$/)]);
    const found = [...(await screenFaults(page))];
    for (const name of ['payments-ledger', 'customer-records', 'webhook-signing', 'analytics-lake']) {
      await job.openKey(name);
      found.push(...(await screenFaults(page)));
      await job.toList();
    }
    expect(found).toEqual([]);
    // What is not practice knows nothing of it.
    await job.button('Other Regions').click();
    await job.button('End practice').click();
    await job.button('Practise').waitFor();
    expect(await page.getByText('PRACTICE', { exact: true }).count()).toBe(0);
  } finally {
    await launched.close();
  }
});
