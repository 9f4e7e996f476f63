import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { failureCode, wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;
let custody: ReturnType<typeof custodyJob>;

beforeEach(async () => {
  launched = await launchApp();
  job = wrapJob(launched);
  custody = custodyJob(launched);
  await job.open();
  await job.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
  await job.next();
  return () => launched.close();
});

/** Keeps what each dialog to choose a folder says, beside its answer. */
async function listenToDialogs(): Promise<() => Promise<readonly string[]>> {
  await launched.app.evaluate(({ dialog }) => {
    const said: string[] = [];
    const answers = dialog as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
    const answer = answers['showOpenDialog'];
    const listening = (...args: readonly unknown[]): Promise<unknown> => {
      const { title, buttonLabel } = args.at(-1) as Electron.OpenDialogOptions;
      said.push(`${title} / ${buttonLabel}`);
      return answer?.(...args) ?? Promise.reject(new Error('No answers'));
    };
    Object.assign(dialog, { showOpenDialog: listening });
    Object.assign(globalThis, { saidByDialogs: said });
  });
  return () =>
    launched.app.evaluate(() => (globalThis as unknown as { saidByDialogs: string[] }).saidByDialogs);
}

describe('shares and wrapped files', () => {
  it('are asked a folder for by name, and are refused one folder', async () => {
    const { app, page } = launched;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const [folder, other] = [mkdtempSync(join(launched.home, 'a-')), mkdtempSync(join(launched.home, 'b-'))];
    await page.getByRole('radio', { name: 'Split among custodians' }).check();
    for (const at of [1, 2, 3])
      await page.getByLabel(`Custodian ${at}`, { exact: true }).fill(`Person ${at}`);
    await answerDialogs(app, [[folder], [folder], [other]]);
    const said = await listenToDialogs();
    await button('Save shares').click();
    await button('Start again with other material').waitFor({ timeout: 60_000 });
    const shares = readdirSync(folder);
    await button('Wrap and save').click();
    expect(await failureCode(page)).toBe('save.sharesThere');
    expect(readdirSync(folder)).toEqual(shares);
    await button('Wrap and save').click();
    await job.heading('Saved').waitFor({ timeout: 60_000 });
    expect(await said()).toEqual([
      'Choose where to save the shares / Save shares here',
      'Choose where to save the wrapped files / Save wrapped files here',
      'Choose where to save the wrapped files / Save wrapped files here',
    ]);
  });
});

describe('a suggested passphrase', () => {
  it('that the system prints to a file has a name by which no copy is saved beside it', async () => {
    const { app, page, home } = launched;
    await custody.suggestPassphrase();
    const folder = mkdtempSync(join(home, 'paper-'));
    const title = await page.title();
    const pdf = await app.evaluate(async ({ BrowserWindow }) => {
      const bytes = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({});
      return bytes?.toString('latin1') ?? '';
    });
    const [, name = ''] = /\/Title \((.*?)\)/.exec(pdf) ?? [];
    expect(name).toBe('Keyferry passphrase of a sealed copy');
    expect(await page.title()).toBe(title);
    writeFileSync(join(folder, `${name}.pdf`), pdf, 'latin1');
    await answerDialogs(app, [[join(folder, 'copy.age')]]);
    await page.getByRole('button', { name: 'Save sealed copy' }).click();
    expect(await failureCode(page)).toBe('save.passphraseThere');
    expect(readdirSync(folder)).toEqual([`${name}.pdf`]);
  });
});
