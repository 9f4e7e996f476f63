import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noCopyConfirmation } from '../../main/shared/views/custody';
import { noCopyWords } from '../../renderer/words/custody/custody';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { copyApp, type AppCopy } from '../helpers/app-copy';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs, answeredDialogs } from '../helpers/dialogs';
import { electronPath, launchApp, type LaunchedApp } from '../helpers/launch-app';
import { findOrdinaryUser } from '../helpers/ordinary-user';
import { isRunning, statusOf } from '../helpers/processes';
import { until } from '../helpers/until';
import { vaultPids } from '../helpers/vault-pids';
import { wrapJob } from '../helpers/wrap-job';

const user = findOrdinaryUser(electronPath());
const corePattern = process.platform === 'linux' ? readFileSync('/proc/sys/kernel/core_pattern', 'utf8') : '';
const withoutCores =
  typeof user === 'string'
    ? user
    : corePattern.trim() === 'core'
      ? undefined
      : 'this system hands what is left of a crash to a program';

let launched: LaunchedApp;

/** The offline job up to its key material, with a file of one's own; everybody may read what it brings. */
async function openWithOwnFile(): Promise<ReturnType<typeof custodyJob>> {
  const { home } = launched;
  const wrap = wrapJob(launched);
  const custody = custodyJob(launched);
  const folder = mkdtempSync(join(home, 'in-'));
  chmodSync(folder, 0o755);
  await wrap.open();
  await wrap.drop(intakeForms[0].write(folder, bundleContents()));
  await wrap.next();
  const file = join(folder, 'material.bin');
  writeFileSync(file, randomBytes(32), { mode: 0o644 });
  await custody.useOwnFile(file);
  await custody.typePassphrase();
  return custody;
}

/** A folder in which anybody may write. */
function newFolder(inside: string): string {
  const folder = mkdtempSync(join(inside, 'x-'));
  chmodSync(folder, 0o777);
  return folder;
}

const saveCopy = async (): Promise<void> => {
  const custody = await openWithOwnFile();
  await custody.saveSealedCopy(join(newFolder(launched.home), 'copy.age'));
};

async function onlyVault(): Promise<number> {
  return await until('a vault', () => vaultPids(launched.app)[0]);
}

async function expectGone(pid: number): Promise<void> {
  await until(`the end of process ${pid}`, () => (isRunning(pid) ? undefined : true));
}

describe.skipIf(process.platform !== 'linux')('a vault (skipped but on Linux, which lists processes)', () => {
  beforeEach(async () => {
    launched = await launchApp();
    return () => launched.close();
  });

  const ends: readonly (readonly [string, () => Promise<unknown> | boolean])[] = [
    ['the app is killed', () => launched.app.process().kill('SIGKILL')],
    [
      'the window is closed',
      () => launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    ],
    ['the person goes back to home', () => launched.page.getByRole('button', { name: 'Home' }).click()],
    ['the person starts again', () => custodyJob(launched).startAgain()],
  ];

  it.each(ends)('that holds key material is gone once %s', async (_, end) => {
    await saveCopy();
    const vault = await onlyVault();
    await end();
    await expectGone(vault);
  });

  it('that was prepared for a wrap is gone once no folder is chosen', async () => {
    await openWithOwnFile();
    const { app, page } = launched;
    await page.getByRole('textbox', { name: noCopyWords.label }).fill(noCopyConfirmation);
    await answerDialogs(app, [undefined]);
    // The spare one is what is prepared; another takes its place once it has ended.
    const vault = await onlyVault();
    await page.getByRole('button', { name: 'Wrap and save' }).click();
    await until('the dialog', async () => ((await answeredDialogs(app)) === 1 ? true : undefined));
    await expectGone(vault);
  });

  it('that is busy sealing is gone once the app is killed', async () => {
    await openWithOwnFile();
    const { app, page, home } = launched;
    await answerDialogs(app, [[join(home, 'copy.age')]]);
    await page.getByRole('button', { name: 'Save sealed copy' }).click();
    const vault = await onlyVault();
    // Once it has the 256 MB that scrypt asks for, it works without a pause.
    await until('the work of sealing', () => Number(statusOf(vault, 'VmRSS')) > 250_000 || undefined);
    app.process().kill('SIGKILL');
    await expectGone(vault);
  });
});

const coresTitle = `a crash where core files are allowed${withoutCores === undefined ? '' : ` (skipped: ${withoutCores})`}`;
const skipCores = withoutCores !== undefined && process.env['CI'] === undefined;

describe.skipIf(skipCores)(coresTitle, () => {
  let copy: AppCopy;
  let work: string;

  beforeAll(() => {
    copy = copyApp();
    work = mkdtempSync(join(tmpdir(), 'keyferry-crash-'));
    chmodSync(work, 0o755);
  });
  afterAll(() => {
    copy.remove();
    rmSync(work, { recursive: true, force: true });
  });

  /** A command that leaves a core file in the folder if it crashes and nothing forbids it. */
  const crashable = (prefix: readonly string[], folder: string): readonly string[] => [
    ...prefix,
    'sh',
    '-c',
    `ulimit -c unlimited && cd ${folder} && exec "$0" "$@"`,
  ];

  it('leaves one of another program', () => {
    if (typeof user === 'string') throw new Error(user);
    const folder = newFolder(work);
    const command: readonly string[] = [...crashable(user.prefix, folder), 'sh', '-c', 'kill -ABRT $$'];
    const [program = '', ...words] = command;
    expect(spawnSync(program, words).signal).toBe('SIGABRT');
    expect(readdirSync(folder)).toEqual(['core']);
  });

  it.each(['the vault', 'main'])('leaves none of %s while a vault holds key material', async (victim) => {
    if (typeof user === 'string') throw new Error(user);
    const folder = newFolder(work);
    const prefix = crashable(user.prefix, folder);
    launched = await launchApp({}, { appFolder: copy.folder, user: { ...user, prefix } });
    try {
      await saveCopy();
      const vault = await onlyVault();
      process.kill(victim === 'main' ? Number(launched.app.process().pid) : vault, 'SIGABRT');
      await expectGone(vault);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      await launched.close();
    }
  });
});
