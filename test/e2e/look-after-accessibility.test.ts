import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { atTheList, besideKeys, lookAfterJob } from '../helpers/look-after-window';
import { screenFaults, standingOut } from '../helpers/screen-faults';
import type { LaunchedApp } from '../helpers/launch-app';

/** Text that is wider than the window would have to be scrolled sideways. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function zoomTo({ app, page }: LaunchedApp, factor: number, width: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, to) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(to.width, 840);
      window?.webContents.setZoomFactor(to.factor);
    },
    { factor, width },
  );
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width / factor);
}

const keys = ['wiki', 'reports', 'going', 'mac', 'orders'];

describe('the job that looks after imported keys', () => {
  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    await besideKeys(async (life) => {
      const launched = await life.launch();
      const { page } = launched;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const job = lookAfterJob(launched);
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        found.push(...(await screenFaults(page)).map((fault) => `${where}: ${fault}`));
      };
      await job.button('Look after imported keys').click();
      await page.getByRole('radio', { name: 'Only some Regions' }).check();
      await job.button('Read the keys').click();
      await page.getByText('Choose a Region.').waitFor();
      await look('Regions');
      await page.getByRole('radio', { name: 'All Regions' }).check();
      await job.signInFirst();
      await job.heading('Keys').waitFor();
      await job.isRead();
      await job.button('Columns').click();
      await look('list');
      await job.button('Progress of each Region').click();
      await look('Regions of the list');
      for (const name of keys) {
        await job.openKey(name);
        await look(name);
        await job.toList();
      }
      await job.openKey('reports');
      expect(await standingOut(page)).toEqual(['Extend']);
      expect(found).toEqual([]);
    });
  });

  it('needs no sideways scrolling of the page at 200 % and 400 % zoom', async () => {
    await besideKeys(async (life) => {
      const { launched, page, job } = await atTheList(life);
      const wide: string[] = [];
      for (const [factor, width] of [
        [2, 1180],
        [4, 1280],
      ] as const) {
        await zoomTo(launched, factor, width);
        for (const name of ['list', ...keys]) {
          if (name !== 'list') await job.openKey(name);
          if ((await overflow(page)) > 0) wide.push(`${name} at ${factor * 100} %`);
          if (factor === 2) wide.push(...(await screenFaults(page)).map((fault) => `${name}: ${fault}`));
          if (name !== 'list') await job.toList();
        }
      }
      expect(wide).toEqual([]);
    });
  });

  it('is done with the keyboard alone', async () => {
    await besideKeys(async (life) => {
      const { page, job } = await atTheList(life);
      const focused = (): Promise<string> =>
        page.evaluate(() => {
          const { activeElement: element } = document;
          return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
        });
      const tabTo = async (name: string): Promise<void> => {
        for (let presses = 0; presses < 60; presses++) {
          await page.keyboard.press('Tab');
          if ((await focused()).startsWith(name)) return;
        }
        throw new Error(`No Tab leads to ${name}`);
      };
      expect(await focused()).toBe('Keys');
      await tabTo('Needs attention');
      await page.keyboard.press('Space');
      await page.getByText('9 of 13 keys').waitFor();
      await tabTo('wiki');
      await page.keyboard.press('Enter');
      await page.getByText('The key has stopped because of an older material').waitFor();
      expect(await focused()).toBe('alias/wiki');
      await tabTo('Back to the keys');
      await page.keyboard.press('Enter');
      await job.heading('Keys').waitFor();
      // Whoever looks at one key after the other goes on where they were.
      expect(await focused()).toBe('wiki');
    });
  });
});
