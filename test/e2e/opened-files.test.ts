import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { ceremonyJob } from '../helpers/ceremony-job';
import {
  electronPath,
  homeEnvironment,
  inherited,
  launchApp,
  repoRoot,
  type LaunchedApp,
} from '../helpers/launch-app';
import { failureCode, wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
let folder: string;
let archive: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyferry-opened-'));
  [archive = ''] = intakeForms[0].write(folder, bundleContents());
});
afterEach(async () => {
  await launched.close();
  rmSync(folder, { recursive: true });
});

/** Starts the app once more in the same profile, as a file browser or a shell does. @returns its exit code. */
async function startAgain(words: readonly string[], workingDirectory: string): Promise<unknown> {
  const unsandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(electronPath(), [...unsandboxed, repoRoot, ...words], {
    cwd: workingDirectory,
    env: { ...inherited(), ...homeEnvironment(launched.home) },
    stdio: 'ignore',
  });
  const giveUp = setTimeout(() => second.kill('SIGKILL'), 20_000);
  const code = await new Promise((done) => second.once('exit', done));
  clearTimeout(giveUp);
  return code;
}

const fingerprint = (): Promise<void> =>
  launched.page.getByText('Fingerprint of the wrapping key').first().waitFor();

describe('files that the app is started with', () => {
  it('open the offline job, as if they had been dropped there', async () => {
    launched = await launchApp({}, { words: [archive] });
    await fingerprint();
    await wrapJob(launched).next();
    await wrapJob(launched).wrapAndSave();
  });

  it('are refused aloud when they are something else', async () => {
    const other = join(folder, 'other.bin');
    writeFileSync(other, 'not import parameters');
    launched = await launchApp({}, { words: [other] });
    expect(await failureCode(launched.page)).toBe('bundle.nothingRecognised');
    expect(launched.output()).toMatch(
      /"verb\.failed","verb":"readParameters","code":"bundle\.nothingRecognised"/,
    );
  });

  it('of a second start open in the first, from where they were typed', async () => {
    launched = await launchApp();
    await launched.page.getByRole('button', { name: 'Wrap key material offline' }).waitFor();
    expect(await startAgain([basename(archive)], dirname(archive))).toBe(3);
    await fingerprint();
  });

  it('of a second start that is refused are not passed on', async () => {
    launched = await launchApp();
    const home = launched.page.getByRole('button', { name: 'Wrap key material offline' });
    await home.waitFor();
    expect(await startAgain(['--inspect', archive], folder)).toBe(78);
    expect(await home.isVisible()).toBe(true);
  });

  it('are never seen by the page as a path', async () => {
    launched = await launchApp({}, { words: [archive] });
    await fingerprint();
    const html = await launched.page.evaluate(() => document.documentElement.outerHTML);
    expect(html).toContain(basename(archive));
    expect(html).not.toContain(folder);
  });

  it('interrupt no other work: it stays, and says that they were not opened', async () => {
    launched = await launchApp();
    const { page } = launched;
    const job = ceremonyJob(launched);
    await job.practise();
    await job.receiver();
    expect(await startAgain([archive], folder)).toBe(3);
    await page.getByText('The files were not opened').waitFor();
    expect(await page.getByRole('textbox', { name: "Receiver's AWS account ID" }).inputValue()).not.toBe('');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByText('The files were not opened').count()).toBe(0);
  });
});
