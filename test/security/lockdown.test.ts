import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOrigin } from '../../main/app-protocol';
import { home as homeWords } from '../../renderer/words/shell/home';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { copyApp, type AppCopy } from '../helpers/app-copy';
import { electronPath, homeEnvironment, inherited, launchApp, type LaunchedApp } from '../helpers/launch-app';
import { wrapJob } from '../helpers/wrap-job';

let copy: AppCopy;
let launched: LaunchedApp;

beforeAll(async () => {
  copy = copyApp();
  launched = await launchApp({ http_proxy: 'http://127.0.0.1:9' }, { appFolder: copy.folder });
  await launched.page.getByRole('heading', { name: homeWords.title }).waitFor();
});

afterAll(async () => {
  await launched.close();
  copy.remove();
});

/** What the app's own scheme answers in the one session. */
const statuses = (
  requests: readonly { url: string; method?: string }[],
): Promise<readonly (number | string)[]> =>
  launched.app.evaluate(
    ({ BrowserWindow }, asked) =>
      Promise.all(
        asked.map(async ({ url, method }) => {
          const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
          const answer = await session?.fetch(url, { method: method ?? 'GET' }).catch(() => undefined);
          return answer?.status ?? 'refused';
        }),
      ),
    requests,
  );

describe('the one window', () => {
  it('has exactly the preferences that keep Node, the preload and the disk out of the page', async () => {
    const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0] ?? {};
      // Electron does not declare this method; it gives what is in force.
      const contents = webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
    expect(preferences['additionalArguments'] ?? []).toEqual([]);
  });

  it('opens nothing for a middle click, and sends no word to a spell checker', async () => {
    const { page, app } = launched;
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'http://127.0.0.1:9/';
      link.textContent = 'elsewhere';
      link.id = 'elsewhere';
      document.body.prepend(link);
    });
    await page.locator('#elsewhere').click({ button: 'middle' });
    await page.locator('#elsewhere').click({ modifiers: ['Control'] });
    await page.locator('#elsewhere').click({ modifiers: ['Shift'] });
    await page.evaluate(() => document.getElementById('elsewhere')?.remove());
    const [windows, spelling] = await app.evaluate(({ BrowserWindow }) => {
      const all = BrowserWindow.getAllWindows();
      return [all.length, all[0]?.webContents.session.isSpellCheckerEnabled()] as const;
    });
    expect(windows).toBe(1);
    expect(spelling).toBe(false);
  });

  it('offers neither reloading nor developer tools, by menu or by key', async () => {
    const roles = await launched.app.evaluate(({ Menu }) => {
      const rolesIn = (menu: Electron.Menu | null): string[] =>
        (menu?.items ?? []).flatMap((item) => [item.role ?? '', ...rolesIn(item.submenu ?? null)]);
      return rolesIn(Menu.getApplicationMenu()).map((role) => role.toLowerCase());
    });
    expect(roles).toContain('zoomin');
    expect(roles.filter((role) => /reload|devtools/.test(role))).toEqual([]);
    const { page } = launched;
    await page.evaluate(() => Object.assign(globalThis, { stillTheSamePage: true }));
    for (const keys of ['F5', 'Control+R', 'Control+Shift+R', 'F12', 'Control+Shift+I', 'Control+Shift+J']) {
      await page.keyboard.press(keys);
    }
    expect(await page.evaluate(() => 'stillTheSamePage' in globalThis)).toBe(true);
    const open = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(({ webContents }) => webContents.isDevToolsOpened()),
    );
    expect(open).toBe(false);
  });
});

describe("the app's own scheme", () => {
  it('serves the page', async () => {
    expect(await statuses([{ url: `${appOrigin}/index.html` }])).toEqual([200]);
  });

  const strangers = [
    '/',
    '/index.htm',
    '/INDEX.HTML',
    '/index.html/',
    '/index.html%00',
    '/index.html%00.js',
    '/index.html.',
    '/./%2e%2e/main/main.cjs',
    '/../main/main.cjs',
    '/..%2fmain%2fmain.cjs',
    '/%2e%2e%2fmain%2fmain.cjs',
    '/%252e%252e%252fmain%252fmain.cjs',
    '/..%5cmain%5cmain.cjs',
    '/..\\main\\main.cjs',
    '/assets/..%2f..%2fmain%2fmain.cjs',
    '/assets/../../main/main.cjs',
    '/assets/',
    '/assets',
    '//etc/hostname',
    '/%2fetc%2fhostname',
    '/etc/hostname',
    '/C:/Windows/win.ini',
    '/file:///etc/hostname',
    '/package.json',
    '/preload/preload.cjs',
    '/__proto__',
    '/constructor',
  ];

  it('answers every path that is not exactly one of its files with 404', async () => {
    const found = await statuses(strangers.map((path) => ({ url: `${appOrigin}${path}` })));
    expect(found).toEqual(strangers.map(() => 404));
  });

  it('answers no other host and no other method', async () => {
    const asked = [
      { url: 'app://other/index.html' },
      { url: 'app://ui.example/index.html' },
      { url: 'app:///index.html' },
      { url: `${appOrigin}/index.html`, method: 'POST' },
      { url: `${appOrigin}/index.html`, method: 'PUT' },
    ];
    const found = await statuses(asked);
    expect(asked.filter((_, index) => found[index] === 200)).toEqual([]);
  });

  it('does not serve what was put beside its files after the start', async () => {
    writeFileSync(join(copy.folder, 'out/renderer/late.js'), 'globalThis.late = true');
    expect(await statuses([{ url: `${appOrigin}/late.js` }])).toEqual([404]);
  });
});

describe('the network of the page', () => {
  it('is refused, and counted, before any address is looked up', async () => {
    const outcome = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return await session?.fetch('http://127.0.0.1:9/').then(String, String);
    });
    expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  it('knows no name, not even that of this computer, and no proxy', async () => {
    const [address, proxy] = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return [
        await session?.resolveHost('localhost').then(JSON.stringify, String),
        await session?.resolveProxy('http://192.0.2.1/'),
      ] as const;
    });
    expect(address).toContain('ERR_NAME_NOT_RESOLVED');
    expect(proxy).toBe('DIRECT');
  });
});

describe('a second start', () => {
  it('ends with code 3, and the first window comes forward', async () => {
    const { app, home } = launched;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
    const focused = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((done) => BrowserWindow.getAllWindows()[0]?.once('focus', () => done(true))),
    );
    const unsandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const second = spawn(electronPath(), [...unsandboxed, copy.folder], {
      env: { ...inherited(), ...homeEnvironment(home) },
      stdio: 'ignore',
    });
    const giveUp = setTimeout(() => second.kill('SIGKILL'), 20_000);
    expect(await new Promise((done) => second.once('exit', done))).toBe(3);
    clearTimeout(giveUp);
    expect(await focused).toBe(true);
    expect(app.windows()).toHaveLength(1);
  });
});

describe('what a job leaves behind', () => {
  beforeAll(async () => {
    const job = wrapJob(launched);
    await job.open();
    await job.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
    await job.next();
    await job.wrapAndSave();
  });

  it('is nothing in the storage of the page, which is in memory', async () => {
    const stored = await launched.page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: await indexedDB.databases(),
      cookies: document.cookie,
      caches: await caches.keys().catch(() => []),
    }));
    expect(stored).toEqual({ local: 0, session: 0, databases: [], cookies: '', caches: [] });
    const session = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return { persistent: own?.isPersistent(), path: own?.storagePath, cookies: await own?.cookies.get({}) };
    });
    expect(session).toEqual({ persistent: false, path: null, cookies: [] });
    expect(
      filesBelow(launched.home).filter((path) => /Partitions|Code Cache\/js\/[^/]+_0$/.test(path)),
    ).toEqual([]);
  });

  it('is no memory dump, even when the page and the app crash', async () => {
    const { app, home } = launched;
    await app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((done) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('render-process-gone', () => done(null));
          contents?.forcefullyCrashRenderer();
        }),
    );
    const ended = new Promise((done) => app.process().once('exit', done));
    // The crash may come before the answer to this call does.
    await app.evaluate(() => setTimeout(() => process.crash(), 0)).catch(() => undefined);
    await ended;
    expect(filesBelow(home).filter((path) => /\.(dmp|dump)$|\/core(\.\d+)?$/.test(path))).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}
