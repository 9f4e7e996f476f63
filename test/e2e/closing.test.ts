import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { makeAwsHome, type AwsHome } from '../helpers/aws-files';
import { ceremonyJob } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { custodyJob } from '../helpers/custody-job';
import { answerDialogs } from '../helpers/dialogs';
import { holdVault } from '../helpers/hold-vault';
import { endSpare } from '../helpers/vault-pids';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { startPracticeServer } from '../helpers/practice-server';
import type { RunningServer } from '../helpers/running-server';
import { startStallingProxy, type StallingProxy } from '../helpers/stalling-proxy';
import { until } from '../helpers/until';
import { wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;

/** Answers what the app asks before it closes: 0 is the first button. @returns how often, and what, it asked so far. */
async function answerQuestions(answer: 0 | 1): Promise<() => Promise<readonly string[]>> {
  await launched.app.evaluate(({ dialog }, response) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (...words: readonly unknown[]) => {
      const { message, buttons, defaultId } = words.at(-1) as Electron.MessageBoxOptions;
      asked.push(`${message} [${buttons?.[defaultId ?? -1] ?? ''}]`);
      return Promise.resolve({ response, checkboxChecked: false });
    };
  }, answer);
  return () => launched.app.evaluate(() => Reflect.get(globalThis, 'asked') as string[]);
}

/** An app that ends at once would not answer this any more. */
const close = (): Promise<void> =>
  launched.app.evaluate(
    ({ BrowserWindow }) => void setImmediate(() => BrowserWindow.getAllWindows()[0]?.close()),
  );

const ended = (): Promise<unknown> => {
  const child = launched.app.process();
  return until('the end of the app', () => child.exitCode ?? child.signalCode ?? undefined);
};

describe('closing the window while AWS is being called', () => {
  const region = 'eu-central-1';
  let server: RunningServer;
  let proxy: StallingProxy;
  let aws: AwsHome;

  beforeAll(async () => {
    server = await startPracticeServer();
    proxy = await startStallingProxy(server.url);
  });
  afterAll(async () => {
    proxy.stop();
    await server.stop();
  });
  beforeEach(async () => {
    aws = makeAwsHome();
    aws.write({
      config: `[profile work]\nregion = ${region}\n`,
      credentials: '[work]\naws_access_key_id = 123456789012\naws_secret_access_key = secret\n',
    });
    launched = await launchApp({
      AWS_CONFIG_FILE: join(aws.folder, '.aws/config'),
      AWS_SHARED_CREDENTIALS_FILE: join(aws.folder, '.aws/credentials'),
      AWS_ENDPOINT_URL: proxy.url,
    });
    await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(async () => {
    proxy.letGo();
    await launched.close();
    aws.remove();
  });

  /** The create-and-import job up to a call that is sent and not answered. */
  async function runUntil(operation: string): Promise<void> {
    const { page } = launched;
    const job = ceremonyJob(launched);
    await page.getByRole('button', { name: 'Create and import a key' }).click();
    await job.receiver();
    await job.next('Sign in');
    const agreed = page.getByRole('checkbox', { name: 'I know these addresses and agree to use them' });
    await agreed.click();
    await agreed.and(page.locator(':checked')).waitFor();
    await chooseOption(page.getByRole('button', { name: 'Profile' }), 'work');
    await job.toReview();
    proxy.stall(operation);
    await job.createAndImport();
    await proxy.stalled();
  }

  it('asks, and goes on with the run when it is kept open', async () => {
    await runUntil('GetParametersForImport');
    const asked = await answerQuestions(0);
    await close();
    await until('the question', async () => ((await asked()).length > 0 ? true : undefined));
    expect(await asked()).toEqual(['Keyferry is talking to AWS. [Keep open]']);
    proxy.letGo();
    await launched.page.getByRole('button', { name: 'Copy ARN' }).waitFor({ timeout: 90_000 });
    // Now nothing would be lost.
    await close();
    await ended();
  });

  it('asks, and leaves the run to be looked up when it is closed anyway', async () => {
    await runUntil('CreateKey');
    await answerQuestions(1);
    await close();
    await ended();
    const folder = join(launched.home, '.config/Keyferry/unfinished');
    const [name = ''] = readdirSync(folder).filter((each) => each.endsWith('.state'));
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(/"step":"create-key","state":"running"/);
  });

  it('pauses a run after the step that it is at, when a person stops it', async () => {
    const { page } = launched;
    await runUntil('GetParametersForImport');
    await page.getByRole('button', { name: 'Stop after this step' }).click();
    await page.getByText('Stopping after this step').first().waitFor();
    proxy.letGo();
    await page.getByText('Stopped, as you asked').first().waitFor();
    const rows = page.getByRole('list', { name: 'Progress' });
    await rows.getByText('Wrapping key and import token fetched').waitFor();
    expect(await rows.getByText('Key material wrapped').count()).toBe(0);
    await page.getByText('what was begun at AWS is listed under Unfinished work').waitFor();
    await page.getByRole('button', { name: 'Continue', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Back to home' }).click();
    await page.getByRole('heading', { name: 'Unfinished work' }).waitFor();
    await page.getByText('Resume or discard').first().waitFor();
  });
});

describe('closing the window in the offline job', () => {
  beforeEach(async () => {
    launched = await launchApp();
    const wrap = wrapJob(launched);
    await wrap.open();
    await wrap.drop(intakeForms[0].write(mkdtempSync(join(launched.home, 'in-')), bundleContents()));
    await wrap.next();
    return () => launched.close();
  });

  it('asks nothing while nothing is going on', async () => {
    // Asked, it would stay open.
    await answerQuestions(0);
    await close();
    await ended();
  });

  it('asks while a copy is being made, and leaves nothing of it', async () => {
    const { app, home, page } = launched;
    const custody = custodyJob(launched);
    await custody.typePassphrase();
    const folder = mkdtempSync(join(home, 'copy-'));
    await answerDialogs(app, [[join(folder, 'copy.age')]]);
    await endSpare(app);
    const vault = await holdVault(app);
    await page.getByRole('button', { name: 'Save sealed copy' }).click();
    const pid = await vault.pid();
    const asked = await answerQuestions(0);
    await close();
    await until('the question', async () => ((await asked()).length > 0 ? true : undefined));
    expect(await asked()).toEqual(['Keyferry is making or opening a copy of key material. [Keep open]']);
    await answerQuestions(1);
    await close();
    await ended();
    expect(() => process.kill(pid, 0)).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});
