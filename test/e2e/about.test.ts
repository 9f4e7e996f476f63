import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSha256 } from '../../main/platform/build-sha256';
import { about } from '../../renderer/words/shell/about';
import { releaseWords } from '../../renderer/words/shell/release';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, repoRoot, type LaunchedApp } from '../helpers/launch-app';
import { releaseOf, releaseSignerX, signedRelease } from '../helpers/release-files';
import { screenFaults } from '../helpers/screen-faults';

const dialogOf = ({ page }: LaunchedApp) => page.getByRole('dialog', { name: about.title });

/** As somebody who chooses it in the menu Help. */
const chooseInHelp = ({ app }: LaunchedApp, label: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const help = Menu.getApplicationMenu()?.items.find((item) => item.label === 'Help');
    help?.submenu?.items.find((item) => item.label === wanted)?.click();
  }, label);

describe('About', () => {
  it('says which build runs, and whose work is in it, over the work that is on screen', async () => {
    const launched = await launchApp();
    const { page } = launched;
    try {
      await page.getByRole('button', { name: 'Wrap key material offline' }).click();
      await page.getByRole('button', { name: about.open }).click();
      const dialog = dialogOf(launched);
      await dialog.getByText(/^[0-9a-f]{64}$/).waitFor();
      for (const part of ['Electron', 'Chromium', 'Node'])
        await dialog.getByText(part, { exact: true }).waitFor();
      await dialog.getByText(releaseWords.cannot).waitFor();
      await dialog.getByRole('button', { name: about.notices }).click();
      const licences = dialog.getByRole('region', { name: about.notices });
      await licences.getByText('Apache License').waitFor();
      const notices = await licences.innerText();
      expect(notices).toContain('react');
      expect(notices).toContain('Apache License');
      expect(await screenFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('Wrap key material offline').first().waitFor();
    } finally {
      await launched.close();
    }
  });

  it('opens from the menu Help, and takes a release file that the job behind it never sees', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keyferry-about-'));
    const file = join(folder, 'release.json');
    const launched = await launchApp({ KEYFERRY_RELEASE_KEY: releaseSignerX });
    const { page } = launched;
    try {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      // This job takes files that are dropped anywhere.
      await page.getByRole('button', { name: 'Wrap key material offline' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await chooseInHelp(launched, about.open);
      const dialog = dialogOf(launched);
      await dialog.getByText(releaseWords.lead).waitFor();
      const bring = async (text: string, says: string): Promise<void> => {
        writeFileSync(file, text);
        await dropFiles(page, [file]);
        await dialog.getByText(says).waitFor();
        expect(await screenFaults(page)).toEqual([]);
      };
      await bring(await signedRelease(), releaseWords.graveTitle('0.2.1'));
      await dialog.getByText('A copy did not open.').waitFor();
      await bring(
        (await signedRelease()).replace(/"signature": "...../, '"signature": "AAAAA'),
        'This release file was changed',
      );
      expect(await dialog.getByText(releaseWords.graveTitle('0.2.1')).count()).toBe(0);
      const own = await dialog
        .getByText(/^\d+\.\d+\.\d+$/)
        .first()
        .innerText();
      const build = await buildSha256(join(repoRoot, 'out'));
      await bring(await signedRelease(releaseOf(own, build)), releaseWords.currentTitle);
      await bring(await signedRelease(releaseOf(own, 'c'.repeat(64))), releaseWords.otherBuildTitle(own));
      await bring(await signedRelease(releaseOf('0.0.1', build)), releaseWords.olderTitle);
      await bring('{"version": "9.9.9"}', 'This is not a release file');
      await dialog.getByRole('button', { name: about.close }).last().click();
      await dialog.waitFor({ state: 'hidden' });
      expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
    } finally {
      await launched.close();
    }
  });
});
