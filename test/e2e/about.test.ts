import { describe, expect, it } from 'vitest';
import { about } from '../../renderer/words/shell/about';
import { launchApp } from '../helpers/launch-app';
import { screenFaults } from '../helpers/screen-faults';

describe('About', () => {
  it('says which build runs, and whose work is in it, over the work that is on screen', async () => {
    const launched = await launchApp();
    const { page } = launched;
    try {
      await page.getByRole('button', { name: 'Wrap key material offline' }).click();
      await page.getByRole('button', { name: about.open }).click();
      const dialog = page.getByRole('dialog', { name: about.title });
      await dialog.getByText(/^[0-9a-f]{64}$/).waitFor();
      for (const part of ['Electron', 'Chromium', 'Node'])
        await dialog.getByText(part, { exact: true }).waitFor();
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
});
