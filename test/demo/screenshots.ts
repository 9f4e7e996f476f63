import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Takes `offline-01-saved.png` and so on: whole pages, so that a manual shows what scrolling would. */
export function numberedScreenshots(
  page: Page,
  folder: string,
  job: string,
): (name: string) => Promise<void> {
  mkdirSync(folder, { recursive: true });
  let number = 0;
  return async (name) => {
    number += 1;
    const path = join(folder, `${job}-${String(number).padStart(2, '0')}-${name}.png`);
    // What stays in sight while a page scrolls would lie across the picture: nothing scrolls in a window this tall.
    await page.evaluate(() => window.scrollTo(0, 0));
    // What lies under the pointer looks as if it were chosen.
    await page.mouse.move(0, 0);
    const session = await page.context().newCDPSession(page);
    const { width, height } = await page.evaluate(() => ({
      width: window.innerWidth,
      height: Math.max(document.documentElement.scrollHeight, window.innerHeight),
    }));
    await session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await page.screenshot({ path, animations: 'disabled' });
    await session.send('Emulation.clearDeviceMetricsOverride');
    await session.detach();
  };
}
