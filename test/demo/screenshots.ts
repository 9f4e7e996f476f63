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
    // A bar that stays in sight would lie across the picture where the page is scrolled to.
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  };
}
