import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kill } from '../faults/window/life-in-window';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { axeViolations } from '../helpers/axe';
import { custodyJob } from '../helpers/custody-job';
import { launchApp } from '../helpers/launch-app';
import { leaveFinished } from '../helpers/leave-finished';
import { wrapJob } from '../helpers/wrap-job';

it('the offline job that is killed after its copy is listed, and goes on without the zip to saved files', async () => {
  const home = mkdtempSync(join(tmpdir(), 'keyferry-home-'));
  const notes = join(home, '.config', 'Keyferry', 'unfinished', 'offline');
  const contents = bundleContents();
  const launch = async () => {
    const launched = await launchApp({}, { home });
    return { ...launched, pid: Number(launched.app.process().pid) };
  };
  const first = await launch();
  let running = first;
  try {
    const job = wrapJob(first);
    await job.open();
    await job.drop(intakeForms[0].write(mkdtempSync(join(home, 'stick-')), contents));
    await job.next();
    const shares = await custodyJob(first).saveShares();
    await kill(first);
    expect(readdirSync(notes).filter((name) => name.endsWith('.state'))).toHaveLength(1);

    running = await launch();
    const { page, app } = running;
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const found: string[] = [];
    /** In light, in dark, and enlarged. */
    const look = async (name: string): Promise<void> => {
      for (const [colorScheme, zoom] of [
        ['light', 1],
        ['dark', 1],
        ['light', 2],
      ] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await app.evaluate(({ BrowserWindow }, factor) => {
          BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
        }, zoom);
        const at = `${name}, ${colorScheme}, zoom ${zoom}`;
        found.push(...(await axeViolations(page)).map((violation) => `${at}: ${violation}`));
        const { wide, shown } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth,
          shown: document.documentElement.clientWidth,
        }));
        if (wide > shown) found.push(`${at}: sideways scrolling`);
      }
      await app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1);
      });
    };
    const opener = button(`Resume or discard Wrapping offline for key ${contents.keyId}`);
    await opener.waitFor();
    await page.getByText('The copy of the key material is saved; nothing is wrapped yet.').waitFor();
    await look('home');
    await opener.click();
    await page.getByText('Alice, Bob, Carol').waitFor();
    await page.getByText('Compare everything before you go on').waitFor();
    await look('offline');
    await button('Discard').click();
    await page.getByText('The copy of the key material stays where you saved it').waitFor();
    await button('Keep it').click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Discard');
    await button('Resume').click();
    await page.getByText('Fingerprint of the wrapping key').first().waitFor();
    const again = wrapJob(running);
    await again.next();
    expect(await page.getByRole('radio', { name: 'Restore a sealed copy' }).isChecked()).toBe(true);
    // The note knows the check value.
    await custodyJob(running).restoreShares(shares, '');
    const saved = await again.wrapAndSave();
    expect(readdirSync(saved)).toContain('EncryptedKeyMaterial.bin');
    expect(readdirSync(notes)).toEqual([]);
    await leaveFinished(page);
    await page.getByRole('heading', { name: 'What do you want to do?' }).waitFor();
    expect(await page.getByText('Unfinished work').count()).toBe(0);
    expect(found).toEqual([]);
  } finally {
    await kill(running);
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  }
});
