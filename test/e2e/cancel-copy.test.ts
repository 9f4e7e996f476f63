import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { freezeVault } from '../helpers/freeze-vault';
import { holdVault } from '../helpers/hold-vault';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { statusOf } from '../helpers/processes';
import { until } from '../helpers/until';
import { endSpare, vaultGone, vaultPids } from '../helpers/vault-pids';
import { wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
let custody: ReturnType<typeof custodyJob>;

beforeEach(async () => {
  launched = await launchApp();
  custody = custodyJob(launched);
  const wrap = wrapJob(launched);
  await wrap.open();
  await wrap.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
  await wrap.next();
  return () => launched.close();
});

const button = (name: string) => launched.page.getByRole('button', { name, exact: true });

describe('a copy that is cancelled', () => {
  it('while it is sealed ends its vault, leaves no file, and asks for the passphrase again', async () => {
    const { app, home, page } = launched;
    await custody.typePassphrase();
    const folder = mkdtempSync(join(home, 'copy-'));
    await answerDialogs(app, [[join(folder, 'copy.age')]]);
    await button('Save sealed copy').click();
    const vault = await until('a vault', () => vaultPids(app)[0]);
    if (process.platform === 'linux') {
      // Once it has the 256 MB that scrypt asks for, it works without a pause.
      await until('the work of sealing', () => Number(statusOf(vault, 'VmRSS')) > 250_000 || undefined);
    }
    // It must not be done before the click is.
    process.kill(vault, 'SIGSTOP');
    await button('Cancel').click();
    process.kill(vault, 'SIGCONT');
    await vaultGone(app, vault);
    await page.getByText('Type it again for the next attempt').first().waitFor();
    expect(readdirSync(folder)).toEqual([]);
    expect(
      await page.getByLabel('Passphrase', { exact: true }).evaluate((field) => field.matches(':focus')),
    ).toBe(true);
    // And the next attempt is one like any other.
    await custody.typePassphrase();
    await custody.saveSealedCopy(join(folder, 'copy.age'));
    expect(readdirSync(folder)).toEqual(['copy.age']);
  });

  it('as shares leaves none of what the vault had written, and the button has the focus', async () => {
    const { app, home, page } = launched;
    await page.getByRole('radio', { name: 'Split among custodians' }).check();
    for (const [at, name] of ['Ada', 'Grace', 'Mei'].entries()) {
      await page.getByLabel(`Custodian ${at + 1}`, { exact: true }).fill(name);
    }
    const folder = mkdtempSync(join(home, 'shares-'));
    writeFileSync(join(folder, 'notes.txt'), '');
    await answerDialogs(app, [[folder]]);
    await endSpare(app);
    const vault = await holdVault(app);
    await button('Save shares').click();
    const pid = await vault.pid();
    // What it leaves when it is ended in the middle of saving.
    writeFileSync(join(folder, 'Keyferry share 7F3A-91C2 1 of 3 Ada.txt'), '');
    writeFileSync(join(folder, '.keyferry-00000000-0000-4000-8000-000000000000.tmp'), '');
    await button('Cancel').click();
    await vaultGone(app, pid);
    await button('Save shares').and(page.locator(':focus')).waitFor();
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  it('while it is opened says so, and keeps nothing', async () => {
    const { page } = launched;
    const passphrase = await custody.typePassphrase();
    const copy = await custody.saveSealedCopy();
    await custody.startAgain();
    await page.getByRole('radio', { name: 'Restore a sealed copy' }).check();
    await answerDialogs(launched.app, [[copy]]);
    await button('Choose files').click();
    await page.getByText('Nothing was opened yet').first().waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await endSpare(launched.app);
    const { thaw } = await freezeVault(launched.app);
    await button('Open sealed copy').click();
    const vault = await until('a vault', () => vaultPids(launched.app)[0]);
    await button('Cancel').click();
    await thaw();
    await page.getByText('Cancelled, as you asked').first().waitFor();
    await vaultGone(launched.app, vault);
  });
});
