import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { launchApp, repoRoot, type LaunchedApp } from '../helpers/launch-app';
import { until } from '../helpers/until';

let launched: LaunchedApp;

beforeEach(async () => {
  launched = await launchApp();
  return () => launched.close();
});

/** A window with the app's page in which no script runs and which has no way to main. */
async function openStillWindow(dark: boolean): Promise<void> {
  await launched.app.evaluate(async ({ BrowserWindow, nativeTheme, session }, isDark) => {
    nativeTheme.themeSource = isDark ? 'dark' : 'light';
    const still = new BrowserWindow({
      width: 1180,
      height: 840,
      webPreferences: {
        session: session.fromPartition('keyferry', { cache: false }),
        sandbox: true,
        javascript: false,
      },
    });
    await still.loadURL('app://ui/index.html');
  }, dark);
}

/** All that a window shows but for the version line, which main has to be asked for; as it is once it stays alike. */
async function pictureOf(which: 'own' | 'still'): Promise<string> {
  const pictures: string[] = [];
  return await until('a picture that stays', async () => {
    const picture = await launched.app.evaluate(async ({ BrowserWindow }, wanted) => {
      const windows = BrowserWindow.getAllWindows().toSorted((one, other) => one.id - other.id);
      const tools = windows[wanted === 'own' ? 0 : 1]?.webContents.debugger;
      if (tools?.isAttached() === false) tools.attach();
      const clip = { x: 0, y: 0, width: 1100, height: 700, scale: 1 };
      const answer: unknown = await tools?.sendCommand('Page.captureScreenshot', { clip });
      return (answer as { data: string }).data;
    }, which);
    pictures.push(picture);
    const last = pictures.slice(-4);
    return last.length === 4 && last.every((one) => one === picture) ? picture : undefined;
  });
}

describe('the first paint', () => {
  it.each([
    ['light', false],
    ['dark', true],
  ])('shows the whole first screen, in %s, without a script and without main', async (_name, dark) => {
    await openStillWindow(dark);
    await launched.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    const still = await pictureOf('still');
    // Not compared by the test itself, which would print all of it.
    expect((await pictureOf('own')) === still).toBe(true);
    expect(await launched.page.locator('body.awsui-dark-mode').count()).toBe(dark ? 1 : 0);
  });

  it('waits for one small style sheet and no more script than asks for the rest', () => {
    const page = join(repoRoot, 'out/renderer');
    const html = readFileSync(join(page, 'index.html'), 'utf8');
    const bytesOf = (pattern: RegExp): number =>
      [...html.matchAll(pattern)].reduce(
        (sum, [, name = '']) => sum + readFileSync(join(page, name)).length,
        0,
      );
    const styles = bytesOf(/<link rel="stylesheet"[^>]* href="([^"]+)"/g);
    const scripts = bytesOf(/(?:src|rel="modulepreload"[^>]* href)="([^"]+\.js)"/g);
    expect(styles).toBeGreaterThan(1000);
    expect(styles).toBeLessThan(40_000);
    expect(scripts).toBeGreaterThan(100);
    expect(scripts).toBeLessThan(5000);
    expect(html.length).toBeLessThan(20_000);
    expect(statSync(join(repoRoot, 'out/main/main.cjs')).size).toBeLessThan(25_000);
  });

  it('is of an app that is small as a whole', () => {
    const sizes = ['main', 'vault', 'preload', 'renderer'].flatMap((part) =>
      readdirSync(join(repoRoot, 'out', part), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => statSync(join(entry.parentPath, entry.name)).size),
    );
    // What app.asar holds; its own table of contents is a few kilobytes.
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_900_000);
  });
});
