import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';

const home = mkdtempSync(join(tmpdir(), 'keyferry-home-'));
const file = join(home, '.config', 'Keyferry', 'window.json');
afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 10 }));

const boundsOf = ({ app }: LaunchedApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

it('the window opens in the size that it had', async () => {
  const first = await launchApp({}, { home });
  const usual = await boundsOf(first);
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 700));
  await first.close();
  const second = await launchApp({}, { home });
  expect(await boundsOf(second)).toMatchObject({ width: 900, height: 700 });
  await second.close();
  expect(readFileSync(file, 'utf8')).not.toContain(home);

  const nonsense = ['{', '[]', '{"bounds":{"x":1e9,"y":0,"width":900,"height":700},"isMaximized":false}'];
  for (const text of nonsense) {
    writeFileSync(file, text);
    const later = await launchApp({}, { home });
    expect(await boundsOf(later)).toMatchObject({ width: usual?.width, height: usual?.height });
    await later.close();
  }
});
