import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { noCopyConfirmation } from '../../main/shared/views/custody';
import { noCopyWords } from '../../renderer/words/custody/custody';
import { answerDialogs } from './dialogs';
import { dropFiles } from './drop-files';
import { leaveFinished } from './leave-finished';
import type { LaunchedApp } from './launch-app';

/** The steps of the offline job as a person takes them, found by the names on screen. */
export function wrapJob({ app, page, home }: LaunchedApp) {
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
  return {
    heading,

    async open(): Promise<void> {
      await page.getByRole('button', { name: 'Wrap key material offline' }).click();
      await page.getByRole('button', { name: 'Choose files' }).waitFor();
    },

    /** Drops files, and waits until the page describes them. */
    async drop(paths: readonly string[]): Promise<void> {
      await dropFiles(page, paths);
      await page.getByText('Fingerprint of the wrapping key').first().waitFor();
    },

    async dropRefused(paths: readonly string[]): Promise<string> {
      await dropFiles(page, paths);
      return await failureCode(page);
    },

    async next(): Promise<void> {
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('button', { name: 'Wrap and save' }).waitFor();
    },

    async withoutCopy(): Promise<void> {
      await page.getByRole('textbox', { name: noCopyWords.label }).fill(noCopyConfirmation);
    },

    async chooseAlgorithm(name: string): Promise<void> {
      await page.getByRole('radio', { name, exact: true }).check();
    },

    /** Confirms that there is no copy, unless there is one; then the button, the folder, and the last screen. */
    async wrapAndSave(folder = mkdtempSync(join(home, 'saved-'))): Promise<string> {
      const noCopy = page.getByRole('textbox', { name: noCopyWords.label });
      if (await noCopy.isVisible()) await noCopy.fill(noCopyConfirmation);
      await answerDialogs(app, [[folder]]);
      await page.getByRole('button', { name: 'Wrap and save' }).click();
      await heading('Saved').waitFor({ timeout: 60_000 });
      return folder;
    },

    /** As on the last screen, which is the only place for it. */
    transferCode: (): Promise<string> => page.locator('.transfer-code-digits').innerText(),

    async startOver(): Promise<void> {
      await leaveFinished(page, 'Start over');
      await page.getByRole('button', { name: 'Choose files' }).waitFor();
    },
  };
}

/** The error code behind the message on the page. */
export async function failureCode(page: Page): Promise<string> {
  const alert = page.getByRole('alert').filter({ hasText: 'Technical details' });
  await alert.waitFor();
  return /code: (\S+)/.exec((await alert.textContent()) ?? '')?.[1] ?? 'no code';
}
