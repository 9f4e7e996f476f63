import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/base/api';
import { verbs } from '../../main/shared/contract';
import { home } from '../../renderer/words/shell/home';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { launchApp, repoRoot, type LaunchedApp } from '../helpers/launch-app';
import { startLoopbackServer, type LoopbackServer } from '../helpers/loopback-server';
import type { AppCopy } from '../helpers/app-copy';
import { wrapJob } from '../helpers/wrap-job';
import type { Area, Report } from './attack-page/attack';
import type { Targets } from './attack-page/probe';
import { attackedApp, attackFiles, scriptElements } from './attack-page/attack-files';

/** What the attack's scripts leave in the page. */
interface AttackGlobals {
  readonly attack: (area: Area, targets: Targets) => Promise<Report>;
  readonly violations: readonly string[];
}

const bareApp = resolve(import.meta.dirname, '../helpers/bare-app');

let server: LoopbackServer;
let copy: AppCopy;
let launched: LaunchedApp;
const tried: string[] = [];

/** Made here: not every computer has the files of the system that a page would try. */
const fileFolder = mkdtempSync(join(tmpdir(), 'keyferry-readable-'));
const readableFiles = {
  textFile: pathToFileURL(join(fileFolder, 'text')).href,
  imageFile: pathToFileURL(join(fileFolder, 'picture.png')).href,
};

const violations = (): Promise<readonly string[]> =>
  launched.page.evaluate(() => [...(globalThis as unknown as AttackGlobals).violations]); // put there by watch.ts

function attack({ page }: LaunchedApp, area: Area): Promise<Report> {
  const targets = { http: server.http, udp: server.udp, ...readableFiles };
  return page.evaluate(
    ([which, where]) => (globalThis as unknown as AttackGlobals).attack(which, where), // put there by attack.ts
    [area, targets] as const,
  );
}

beforeAll(async () => {
  chmodSync(fileFolder, 0o755);
  writeFileSync(join(fileFolder, 'text'), 'readable');
  copyFileSync(join(repoRoot, 'build/icon.png'), join(fileFolder, 'picture.png'));
  const files = await attackFiles();
  const scripts = Object.entries(files).map(
    ([path, text]) => [path, { type: 'text/javascript', text }] as const,
  );
  server = await startLoopbackServer({
    ...Object.fromEntries(scripts),
    'index.html': { type: 'text/html', text: '<!doctype html><p>own page' },
    'open.html': { type: 'text/html', text: `<!doctype html>${scriptElements}<body>` },
  });
  copy = attackedApp(files);
  launched = await launchApp({}, { appFolder: copy.folder });
});

afterAll(async () => {
  await launched.close();
  copy.remove();
  rmSync(fileFolder, { recursive: true });
  server.close();
});

/** The parts of the policy that are asked here; before the others, trusted types or nothing to load comes first. */
const objecting = [
  'base-uri',
  'connect-src',
  'font-src',
  'form-action',
  'frame-src',
  'img-src',
  'media-src',
  'require-trusted-types-for',
  'script-src',
  'script-src-elem',
  'style-src-attr',
  'style-src-elem',
  'trusted-types',
];

describe('a hostile script in the page', () => {
  it('leaves the page its own scripts, styles and screens, which the policy never objects to', async () => {
    const { page } = launched;
    await page.getByRole('heading', { name: home.title }).waitFor();
    const fonts = await page.evaluate(async () => (await document.fonts.ready).size);
    expect(fonts).toBeGreaterThan(0);
    const width = await page.evaluate(() => {
      document.body.style.setProperty('min-width', '1px');
      return getComputedStyle(document.body).minWidth;
    });
    expect(width).toBe('1px');
    const job = wrapJob(launched);
    await job.open();
    await job.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
    await job.next();
    await job.wrapAndSave();
    expect(await violations()).toEqual([]);
  });

  it.each(['code', 'network', 'files', 'windows', 'devices', 'node'] as const)(
    'gets nowhere: %s',
    async (area) => {
      const report = await attack(launched, area);
      tried.push(...report.tried);
      expect(report.breached.filter((name) => report.tried.includes(name))).toEqual([]);
      expect(launched.app.windows()).toHaveLength(1);
    },
  );

  it('cannot put another document in the place of the page, nor a file on the disk', async () => {
    const { app, page } = launched;
    await app.evaluate(({ BrowserWindow }) => {
      const downloads: boolean[] = [];
      Object.assign(globalThis, { downloads });
      BrowserWindow.getAllWindows()[0]?.webContents.session.on('will-download', (event) => {
        downloads.push(event.defaultPrevented);
      });
    });
    const before = page.url();
    const report = await attack(launched, 'navigation');
    tried.push(...report.tried);
    expect(report.breached.filter((name) => report.tried.includes(name))).toEqual([]);
    expect(page.url()).toBe(before);
    expect(await page.title()).not.toBe('attacked');
    const prevented = await app.evaluate(() => Reflect.get(globalThis, 'downloads') as readonly boolean[]);
    expect(prevented).not.toEqual([]);
    expect(prevented).not.toContain(false);
  });

  it('was tried in at least sixty ways, and at least 27 times the policy objected, by every part of it', async () => {
    expect(new Set(tried).size).toBe(tried.length);
    expect(tried.length).toBeGreaterThanOrEqual(60);
    const objections = await violations();
    expect(objections.length).toBeGreaterThanOrEqual(27);
    const directives = [...new Set(objections.map((objection) => objection.split(' ', 1)[0]))];
    expect(directives).toEqual(expect.arrayContaining([...objecting]));
  });

  it('never reached a server on this computer', () => {
    expect(server.paths()).toEqual([]);
    expect(server.connections()).toBe(0);
    expect(server.datagrams()).toBe(0);
  });

  it('finds the verbs of the contract and nothing else, frozen', async () => {
    const bridge = await launched.page.evaluate(() => ({
      keys: Object.keys(window.keyferry).sort(),
      kinds: [...new Set(Object.values(window.keyferry).map((value) => typeof value))],
      frozen: Object.isFrozen(window.keyferry),
      own: Object.getOwnPropertyDescriptor(window, 'keyferry'),
    }));
    expect(bridge.keys).toEqual(
      [...verbs, 'onHelp', 'onKeyList', 'onProgress', 'onRunProgress', 'onOpened'].sort(),
    );
    expect(bridge.kinds).toEqual(['function']);
    expect(bridge.frozen).toBe(true);
    expect(bridge.own).toMatchObject({ writable: false, configurable: false });
  });
});

describe('the same script in an app without locks', () => {
  /** What fails there too, as it needs the bridge, a device, another kind of page, or a server that speaks TLS. */
  const unproven: readonly string[] = [
    'fetch-over-TLS',
    'WebTransport',
    'preconnect',
    'DNS-prefetch',
    'icon',
    'manifest',
    'frame of a file',
    'import of a file',
    'path of a made-up File',
    'drop of a made-up File',
    'drop of a path',
    'drop of something like a File',
    'paths beside the files',
    'middle click on a link',
    'bridge in an empty frame',
    'screen capture',
    'USB',
    'HID',
    'serial port',
    'Bluetooth',
    'pointer lock',
    'other screens',
    'local fonts',
    'idle times',
    'payment',
    'exports',
    'electron',
    'constructor of a verb',
    'prototype of a verb',
    'world of an answer',
    'polluted prototypes',
  ];

  /** One probe can be too slow on a busy machine. What succeeds once is possible. */
  const rounds = 5;

  it('succeeds with every probe but the named ones, so that being blocked means something', async () => {
    server.forget();
    const areas = ['code', 'network', 'files', 'windows', 'devices', 'node'] as const;
    const succeeded = new Set(unproven);
    let failed: readonly string[] = ['not tried'];
    for (let round = 0; round < rounds && failed.length > 0; round++) {
      const open = await launchApp({}, { appFolder: bareApp, words: [`${server.http}/open.html`] });
      const reports = await Promise.all(areas.map((area) => attack(open, area)));
      await open.close();
      for (const name of [...reports.flatMap((report) => report.breached), ...server.paths()])
        succeeded.add(name);
      failed = reports.flatMap((report) => report.tried).filter((name) => !succeeded.has(name));
    }
    expect(failed).toEqual([]);
  });
});
