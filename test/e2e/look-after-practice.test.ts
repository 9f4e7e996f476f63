import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startCounting } from '../helpers/count-actions';
import { answerDialogs, answeredDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
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

it('brings an expired key of the practice account back from its practice copy, within 7 actions and the saving of it', async () => {
  const launched = await launchApp();
  try {
    const { app, page, home } = launched;
    const job = lookAfterJob(launched);
    await job.heading('What do you want to do?').waitFor();
    const actions = await startCounting(page);
    await job.button('Look after imported keys').click();
    await job.button('Practise').click();
    await job.button('Import the material again: data-warehouse').click();
    const copy = join(mkdtempSync(join(home, 'out-')), 'PRACTICE copy.age');
    await answerDialogs(app, [[copy]]);
    await job.button('Save the practice copy').click();
    const said = await page.getByText(/Its passphrase is: /).textContent({ timeout: 60_000 });
    await dropFiles(page, [copy]);
    await page.getByLabel('Passphrase', { exact: true }).fill(said?.split('Its passphrase is: ')[1] ?? '');
    await job.button('Open sealed copy').click();
    await page.getByText('The copy is open').first().waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Import the material again', exact: true }).click();
    await page.getByText('The key works again').waitFor({ timeout: 60_000 });
    // The copy would be there already: its button and its dialog are two more.
    expect((await actions()) + (await answeredDialogs(app)) - 2).toBeLessThanOrEqual(7);
    expect(await screenFaults(page)).toEqual([]);
  } finally {
    await launched.close();
  }
});

const extendable = ['customer-records', 'webhook-signing', 'branch-office-files'];

it('extends several keys of the practice account from practice copies in one folder', async () => {
  const launched = await launchApp();
  try {
    const { app, page, home } = launched;
    const job = lookAfterJob(launched);
    await job.button('Look after imported keys').click();
    await job.button('Practise').click();
    await job.isRead();
    for (const name of extendable) await page.getByRole('checkbox', { name: `Choose ${name} in` }).check();
    await job.button('Extend these').click();
    await job.heading(`Extend: ${extendable.length} keys`).waitFor();
    const folder = mkdtempSync(join(home, 'copies-'));
    await answerDialogs(app, [[folder], [folder]]);
    await job.button('Save the practice copies').click();
    const said = await page.getByText('The passphrase of each is: ').textContent({ timeout: 60_000 });
    await job.button('Choose folder').click();
    await page.getByLabel('Passphrase of the copies', { exact: true }).fill(said?.split('is: ')[1] ?? '');
    await job.button(/^Open \d copies$/).click();
    await page.getByText('3 copies open and were compared.').waitFor({ timeout: 120_000 });
    expect(await screenFaults(page)).toEqual([]);
    await job.button(/^Extend \d key materials?$/).click();
    await page.getByRole('heading', { name: /key materials extended$/ }).waitFor({ timeout: 120_000 });
    expect(await page.getByText('Extended', { exact: true }).count()).toBeGreaterThan(0);
    expect(await page.getByText('Not extended').count()).toBe(0);
    await page.getByText('This was practice: nothing of it is in AWS.').waitFor();
    expect(await screenFaults(page)).toEqual([]);
  } finally {
    await launched.close();
  }
});
