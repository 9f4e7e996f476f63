import { chmodSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { copyApp, type AppCopy } from '../helpers/app-copy';
import { answerDialogs } from '../helpers/dialogs';
import { holdVault } from '../helpers/hold-vault';
import { electronPath, launchApp, type LaunchedApp } from '../helpers/launch-app';
import { findOrdinaryUser } from '../helpers/ordinary-user';
import { descendants, statusOf, wordsOf } from '../helpers/processes';
import { until } from '../helpers/until';
import { endSpare } from '../helpers/vault-pids';
import { wrapJob } from '../helpers/wrap-job';

const user = findOrdinaryUser(electronPath());
const skipped = typeof user === 'string' ? ` (skipped: ${user})` : '';

describe.skipIf(typeof user === 'string')(`as an ordinary user, with every sandbox on${skipped}`, () => {
  let copy: AppCopy;
  let launched: LaunchedApp;
  let page: number;

  beforeAll(async () => {
    if (typeof user === 'string') return;
    copy = copyApp();
    launched = await launchApp({ KEYFERRY_CANARY: 'planted' }, { appFolder: copy.folder, user });
    page = await launched.app.evaluate(({ BrowserWindow }) =>
      Number(BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()),
    );
  });

  afterAll(async () => {
    await launched.close();
    copy.remove();
  });

  it('runs the page in a process that the kernel filters', () => {
    expect(statusOf(page, 'Seccomp')).toBe('2');
    expect(statusOf(page, 'NoNewPrivs')).toBe('1');
  });

  it('runs no process with its sandbox switched off', () => {
    const pid = Number(launched.app.process().pid);
    const everybody = [pid, ...descendants(pid)];
    expect(everybody.length).toBeGreaterThan(3);
    expect(statusOf(pid, 'Uid')).not.toBe('0');
    const unsandboxed = everybody.filter((each) =>
      wordsOf(each, 'cmdline').join(' ').includes('--no-sandbox'),
    );
    expect(unsandboxed).toEqual([]);
  });

  it('gives the vault no environment and no argument of ours, and ends it before it reports success', async () => {
    const job = wrapJob(launched);
    const { app, home } = launched;
    const pid = Number(app.process().pid);
    await job.open();
    const folder = mkdtempSync(join(home, 'in-'));
    chmodSync(folder, 0o755);
    await job.drop(intakeForms[0].write(folder, bundleContents()));
    await job.next();
    await job.withoutCopy();
    await endSpare(app);
    const held = await holdVault(app);
    const out = join(home, 'planted-folder');
    mkdirSync(out);
    chmodSync(out, 0o777);
    await answerDialogs(app, [[out]]);
    await launched.page.getByRole('button', { name: 'Wrap and save' }).click();
    const vault = await held.pid();
    // It has a command line of its own once it has become another program than the one it was forked from.
    await until('the program of the vault', () =>
      wordsOf(vault, 'cmdline').includes('--utility-sub-type=node.mojom.NodeService') ? true : undefined,
    );
    expect(wordsOf(pid, 'environ')).toContain('KEYFERRY_CANARY=planted');
    expect(wordsOf(vault, 'environ').join('\n')).not.toContain('planted');
    expect(wordsOf(vault, 'cmdline').join('\n')).not.toContain('planted');
    await held.release();
    await job.heading('Saved').waitFor();
    expect(existsSync(`/proc/${vault}`)).toBe(false);
  });
});
