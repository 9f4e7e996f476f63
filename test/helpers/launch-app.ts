import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type {} from '../../renderer/base/api';
import { moveIn, startAs, type OrdinaryUser } from './ordinary-user';

export const repoRoot = resolve(import.meta.dirname, '../..');

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The app's own home folder: profile, configuration and temporary files are all below it. */
  readonly home: string;
  /** Everything that main wrote to its output so far. */
  readonly output: () => string;
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  /** Opened instead of this repository. */
  readonly appFolder?: string;
  /** Plain words after the folder. */
  readonly words?: readonly string[];
  /** Runs as this user, with Chromium's sandbox on. */
  readonly user?: OrdinaryUser;
  /** The home folder of an earlier app; it stays when the app is closed. */
  readonly home?: string;
}

const launchTimeoutMs = 15_000;

/**
 * Opens the built app in the real Electron window. Now and then, a launch on a virtual display never answers; that
 * process is then ended, and another one started.
 */
export async function launchApp(
  env: Readonly<Record<string, string>> = {},
  options: LaunchOptions = {},
): Promise<LaunchedApp> {
  for (let tries = 0; tries < 3; tries++) {
    const launched = await attempt(env, options);
    if (launched) return launched;
  }
  throw new Error('The app did not start in three attempts.');
}

async function attempt(
  env: Readonly<Record<string, string>>,
  { appFolder = repoRoot, words = [], user, home: kept }: LaunchOptions,
): Promise<LaunchedApp | undefined> {
  const home = kept ?? mkdtempSync(join(tmpdir(), 'keyferry-home-'));
  const launching = _electron.launch({
    executablePath: user ? startAs(user, electronPath(), home) : electronPath(),
    args: [appFolder, ...words],
    // As root, Chromium refuses to start with its sandbox on; without it Playwright adds --no-sandbox.
    chromiumSandbox: user !== undefined || process.getuid?.() !== 0,
    env: { ...inherited(), ...homeEnvironment(home), ...(user ? moveIn(user, home) : {}), ...env },
    timeout: launchTimeoutMs,
  });
  const app = await withDeadline(launching);
  if (app === undefined) return undefined;
  const child = app.process();
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const page = await withDeadline(app.firstWindow());
  if (page === undefined) {
    child.kill('SIGKILL');
    return undefined;
  }
  page.setDefaultTimeout(20_000);
  await withDeadline(answering(page));
  return {
    app,
    page,
    home,
    output: () => output,
    close: async () => {
      await withDeadline(app.close());
      child.kill('SIGKILL');
      // Processes that are ending may still write there.
      if (kept === undefined) await rm(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Waits until the page can be clicked and main answers: the first screen is painted before both. */
async function answering(page: Page): Promise<void> {
  await page.waitForSelector('#root[inert]', { state: 'detached' });
  await page.evaluate(async () => {
    // Other apps than Keyferry are opened here, too.
    if ('keyferry' in window) await window.keyferry.describeApp({});
  });
}

/** The Electron executable under test. */
export function electronPath(): string {
  const path = process.env['KEYFERRY_ELECTRON'];
  if (path === undefined) throw new Error('KEYFERRY_ELECTRON is not set: run the tests with npm test.');
  return path;
}

/** The variables that put profile, configuration and temporary files below a folder. */
export function homeEnvironment(home: string): Record<string, string> {
  return { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), TMPDIR: home };
}

/** The few of our variables that an app under test may see. */
export function inherited(): Record<string, string> {
  return Object.fromEntries(
    ['PATH', 'DISPLAY', 'XAUTHORITY', 'LANG'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

async function withDeadline<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), launchTimeoutMs);
  });
  try {
    return await Promise.race([promise.catch(() => undefined), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
