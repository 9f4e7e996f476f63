import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { custodyJob } from '../helpers/custody-job';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { encodingsOf, findSecret } from '../helpers/secret-encodings';
import { until } from '../helpers/until';
import { vaultPids } from '../helpers/vault-pids';
import { failureCode, wrapJob } from '../helpers/wrap-job';

type Line = Readonly<Record<string, unknown>>;

let launched: LaunchedApp;
const material = randomBytes(32);

const logFile = (): string => join(launched.home, '.config/Keyferry/logs/keyferry.log');
const readLog = (): string => readFileSync(logFile(), 'utf8');
const lines = (): readonly Line[] =>
  readLog()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
const waitFor = (what: Line): Promise<Line> =>
  until(`a line of ${JSON.stringify(what)}`, () =>
    lines().find((line) => Object.entries(what).every(([name, value]) => line[name] === value)),
  );

/** The offline job with a file that is refused and one's own key, a vault that is killed, and a run in practice. */
async function work(): Promise<void> {
  const { page, home, app } = launched;
  const folder = mkdtempSync(join(home, 'planted-folder-'));
  const wrap = wrapJob(launched);
  await wrap.open();
  const bad = join(folder, 'planted-name.zip');
  writeFileSync(bad, 'no archive');
  await dropFiles(page, [bad]);
  await failureCode(page);
  await wrap.drop(intakeForms[0].write(folder, bundleContents()));
  await wrap.next();
  const key = join(folder, 'planted-key.bin');
  writeFileSync(key, material);
  const custody = custodyJob(launched);
  await custody.useOwnFile(key);
  await custody.typePassphrase('planted-quartz-walnut-harbor-sextant-meadow-8471');
  await custody.saveSealedCopy(join(folder, 'planted-copy.age'));
  const vault = await until('a vault', () => vaultPids(app)[0]);
  process.kill(vault, 'SIGKILL');
  await waitFor({ event: 'vault.ended' });
  await page.getByRole('button', { name: 'Back to home' }).click();
  const job = ceremonyJob(launched);
  await job.practise();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  await job.toReview();
  await job.createAndImport();
  await job.button('Copy ARN').waitFor({ timeout: 60_000 });
}

beforeAll(async () => {
  launched = await launchApp();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  await work();
});
afterAll(() => launched.close());

describe('the log', () => {
  it('tells what support needs: the start, what failed, each row of a run, and vaults that stopped', async () => {
    expect(await waitFor({ event: 'app.started' })).toMatchObject({
      electron: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      platform: process.platform,
      packaged: false,
    });
    expect(await waitFor({ event: 'verb.failed', verb: 'readParameters' })).toMatchObject({
      code: expect.stringMatching(/^zip\./) as string,
      stage: 'parameters',
    });
    const policy = await waitFor({ event: 'row.ended', step: 'policy', state: 'done' });
    expect(policy['tookMs']).toBeTypeOf('number');
    expect(policy['requestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines().filter(({ event }) => event === 'row.ended')).toHaveLength(9);
  });

  it('is for its owner alone', () => {
    expect(statSync(logFile()).mode & 0o777).toBe(0o600);
  });

  it('names no file, no folder, no account, no ARN, and holds neither key material nor passphrase', () => {
    const text = readLog();
    const { home } = launched;
    for (const planted of [
      'planted',
      home,
      basename(home),
      'arn:aws',
      receiverAccount,
      'eu-central-1',
      '.zip',
    ]) {
      expect(text).not.toContain(planted);
    }
    expect(text.replaceAll(/"requestId":"[^"]+"/g, '')).not.toMatch(/\d{12}/);
    expect(findSecret(Buffer.from(text), encodingsOf(material))).toEqual([]);
  });

  it('has no field but those of its list, and no value that is free text', () => {
    const allowed = new Set([
      'time',
      'event',
      'version',
      'electron',
      'platform',
      'packaged',
      'verb',
      'code',
      'stage',
      'step',
      'state',
      'tookMs',
      'requestId',
      'exitCode',
    ]);
    for (const line of lines()) {
      expect(Object.keys(line).filter((name) => !allowed.has(name))).toEqual([]);
      for (const value of Object.values(line)) expect(String(value)).toMatch(/^[\w.:-]{1,40}$/);
    }
  });

  it('is found by the Help menu, which opens no other folder', async () => {
    const opened = await launched.app.evaluate(({ Menu, shell }) => {
      const paths: string[] = [];
      shell.openPath = (path) => {
        paths.push(path);
        return Promise.resolve('');
      };
      const help = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Help')?.submenu;
      // Electron declares it as any function.
      const items = help?.items.filter(({ type }) => type !== 'separator') ?? [];
      for (const item of items) (item.click as () => void)();
      return { labels: items.map(({ label }) => label), paths };
    });
    expect(opened).toEqual({
      labels: ['Keyferry guide', 'Save a report for support', 'Open the log folder', 'About Keyferry'],
      paths: [join(launched.home, '.config/Keyferry/logs')],
    });
  });
});
