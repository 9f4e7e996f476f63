import type { Page } from 'playwright';

/** Drops real files or folders on the middle of the window, as the system's file browser does. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const at = { x: Math.round(width / 2), y: Math.round(height / 2), data };
  // A system sends dragover repeatedly. An element that appears at the first one must get one, too.
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at });
    // The browser accepts a drop only where the page has accepted the drag, which takes effect with the next frame.
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => painted(null))));
  }
  await session.detach();
}
