import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyIntake } from '../../renderer/words/custody/copy-intake';
import { checkValueIn } from './check-value-in';
import { answerDialogs } from './dialogs';
import { dropFiles } from './drop-files';
import type { LaunchedApp } from './launch-app';

/** Sealing takes a second or two on purpose, and twice that because the file is opened again. */
const sealMs = 60_000;

/** A passphrase that nothing else in the app resembles, and that counts as strong. */
export function freshPassphrase(): string {
  return randomBytes(21).toString('base64url');
}

/** The steps of custody as a person takes them, in the Key material step and in a rehearsal. */
export function custodyJob({ app, page, home }: LaunchedApp) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const radio = (name: string) => page.getByRole('radio', { name });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const held = (): Promise<void> => button('Start again with other material').waitFor({ timeout: sealMs });
  /** Waits until main has its word lists: while it loads them, the promises of Playwright's calls get lost in a GC. */
  const measured = (): Promise<void> => page.getByText(/^Strong: /).waitFor();
  const found = (): Promise<void> => page.getByText('Nothing was opened yet').first().waitFor();
  /** Asks for it, and waits for no answer. */
  const tryToRestore = async (path: string, passphrase: string): Promise<void> => {
    await radio('Restore a sealed copy').check();
    await dropFiles(page, [path]);
    await found();
    await field('Passphrase').fill(passphrase);
    await button('Open sealed copy').click();
  };
  return {
    /** @param holds what the page says that the file holds */
    async useOwnFile(path: string, holds = 'Symmetric key material'): Promise<void> {
      await radio('Use my own file').check();
      await dropFiles(page, [path]);
      await page.getByText(holds).first().waitFor();
    },

    /** Takes a suggested passphrase, which fills both fields, and types the two words of it that are asked for. */
    async suggestPassphrase(): Promise<string> {
      await button('Suggest a passphrase').click();
      await page.getByText('Ten random words').first().waitFor();
      await measured();
      const passphrase = await field('Passphrase').inputValue();
      const words = page.getByLabel(/^Words \d+ and \d+ of the passphrase$/);
      const label = await page.getByText(/^Words \d+ and \d+ of the passphrase$/).textContent();
      const places = (label ?? '').match(/\d+/g) ?? [];
      await words.fill(places.map((place) => passphrase.split('-')[Number(place) - 1]).join(' '));
      return passphrase;
    },

    async typePassphrase(passphrase = freshPassphrase()): Promise<string> {
      await field('Passphrase').fill(passphrase);
      await field('Repeat passphrase').fill(passphrase);
      await measured();
      return passphrase;
    },

    /** Saves a sealed copy, and waits until the material is held. @returns where the copy is. */
    async saveSealedCopy(path = join(mkdtempSync(join(home, 'copy-')), 'copy.age')): Promise<string> {
      await answerDialogs(app, [[path]]);
      await button('Save sealed copy').click();
      await held();
      return path;
    },

    /** Saves shares of which any two suffice. @returns where they are, as files without the sheets, in order. */
    async saveShares(
      custodians: readonly [string, string, string] = ['Alice', 'Bob', 'Carol'],
      folder = mkdtempSync(join(home, 'shares-')),
    ): Promise<readonly string[]> {
      await radio('Split among custodians').check();
      for (const [at, name] of custodians.entries()) await field(`Custodian ${at + 1}`).fill(name);
      await answerDialogs(app, [[folder]]);
      await button('Save shares').click();
      await held();
      const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
      return names.sort().map((name) => join(folder, name));
    },

    /** Releases what is held; the copy stays. */
    async startAgain(): Promise<void> {
      await button('Start again with other material').click();
      await button('Give it up').click();
      await radio('Restore a sealed copy').waitFor();
    },

    tryToRestore,

    async restoreSealedCopy(path: string, passphrase: string): Promise<void> {
      await tryToRestore(path, passphrase);
      await held();
    },

    /** @param checkValue from the record; empty if the resumed work knows it. */
    async restoreShares(paths: readonly string[], checkValue = checkValueIn(paths[0] ?? '')): Promise<void> {
      await radio('Restore a sealed copy').check();
      await dropFiles(page, paths);
      await found();
      if (checkValue !== '') await field('Check value from your record').fill(checkValue);
      await button('Open shares').click();
      await held();
    },

    /** Drops one share after the other. @param custodians who brought them: the first has share 1 */
    async collectShares(paths: readonly string[], custodians: readonly string[]): Promise<void> {
      await radio('Restore a sealed copy').check();
      for (const [at, path] of paths.entries()) {
        await dropFiles(page, [path]);
        await button(copyIntake.removeNamed(at + 1, custodians[at] ?? '')).waitFor();
      }
    },

    async removeShares(custodians: readonly string[]): Promise<void> {
      for (const [at, custodian] of custodians.entries()) {
        const remove = button(copyIntake.removeNamed(at + 1, custodian));
        await remove.click();
        await remove.waitFor({ state: 'detached' });
      }
    },

    /** From home to the result, by a passphrase or by shares. */
    async rehearse(paths: readonly string[], checkValue: string, passphrase?: string): Promise<void> {
      await page.getByRole('button', { name: 'Rehearse a restore' }).click();
      // What is dropped before that lands on home.
      await page.getByRole('heading', { name: 'Rehearse a restore', level: 1 }).waitFor();
      await dropFiles(page, paths);
      await found();
      if (passphrase !== undefined) await field('Passphrase').fill(passphrase);
      await field('Check value').fill(checkValue);
      await button('Open and compare').click();
      await page.getByRole('heading', { name: 'Rehearsal passed', level: 1 }).waitFor({ timeout: sealMs });
    },
  };
}
