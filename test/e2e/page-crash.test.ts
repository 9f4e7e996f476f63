import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { custodyJob } from '../helpers/custody-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { until } from '../helpers/until';
import { vaultPids } from '../helpers/vault-pids';
import { wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;

beforeEach(async () => {
  launched = await launchApp();
  return () => launched.close();
});

/** The offline job with a copy saved, so that a vault holds the key material. */
async function holdMaterial(): Promise<void> {
  const wrap = wrapJob(launched);
  await wrap.open();
  await wrap.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
  await wrap.next();
  const custody = custodyJob(launched);
  await custody.typePassphrase();
  await custody.saveSealedCopy();
  expect(vaultPids(launched.app)).toHaveLength(1);
}

const noVault = (): Promise<unknown> =>
  until('the end of the vault', () => (vaultPids(launched.app).length === 0 ? true : undefined));

/** What the window shows; the test driver lets go of a page that crashed. */
const shown = (): Promise<string> =>
  launched.app.evaluate(({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (page === undefined || page.isCrashed() || page.isLoading()) return '';
    return page.executeJavaScript('document.body.innerText') as Promise<string>;
  });

describe('a vault that holds key material', () => {
  it('ends when the page crashes, and home is loaded again with what was unfinished (audit 13)', async () => {
    await holdMaterial();
    await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await noVault();
    const text = await until('home', async () => {
      const now = await shown();
      return now.includes('Unfinished work') ? now : undefined;
    });
    expect(text).toContain('The window stopped, and was loaded again');
    expect(text).toContain('Wrap');
  });

  it('ends when home is shown, although the page does not leave the job (audit 13)', async () => {
    await holdMaterial();
    await launched.page.evaluate(() => window.keyferry.listUnfinished({}));
    expect(vaultPids(launched.app)).toEqual([]);
  });

  it('ends when the page is loaded anew, although the page does not leave the job (audit 13)', async () => {
    await holdMaterial();
    await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.reload(),
    );
    await noVault();
  });
});

describe('a text that was copied', () => {
  it('is off the clipboard when the app has quit, unless something else is there (audit 13)', async () => {
    const { app, page, home } = launched;
    const file = join(home, 'at-the-end.txt');
    await app.evaluate(({ app: electron, clipboard }, path) => {
      electron.on('quit', () => {
        const held: unknown = clipboard.readText();
        process.getBuiltinModule('node:fs').writeFileSync(path, `held: ${JSON.stringify(held)}`);
      });
    }, file);
    await page.evaluate(() => window.keyferry.copyText({ text: 'ten random words' }));
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('ten random words');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const said = await until('the end of the app', () => {
      try {
        return readFileSync(file, 'utf8') || undefined;
      } catch {
        return undefined;
      }
    });
    expect(said).toBe('held: ""');
  });
});
