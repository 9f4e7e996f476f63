import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { intakeForms } from '../../fixtures/intake-forms';
import { custodyJob } from '../../helpers/custody-job';
import { answerDialogs } from '../../helpers/dialogs';
import {
  electronPath,
  homeEnvironment,
  inherited,
  repoRoot,
  type LaunchedApp,
} from '../../helpers/launch-app';
import { failureCode, wrapJob } from '../../helpers/wrap-job';
import type { FaultRow } from '../fault-row';
import { cameCount } from '../life-on-the-wire';
import {
  begin,
  compared,
  expectHandOver,
  hasEnded,
  inWindow,
  kill,
  resume,
  signIn,
  type LifeInWindow,
} from './life-in-window';

const step = 'Launch';
const [todaysZip] = intakeForms;
const goOnButton = /^Resume or discard/;

/** Starts the program again while another one runs. */
function startAnother(home: string, ...words: readonly string[]) {
  const unsandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electronPath(), [...unsandboxed, repoRoot, ...words], {
    env: { ...inherited(), ...homeEnvironment(home) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => Number(code));
  return { child, ended, output: () => output };
}

const bytesOf = ({ notes }: LifeInWindow): readonly string[] =>
  readdirSync(notes).map((name) => `${name} ${readFileSync(join(notes, name), 'base64')}`);

const fingerprint = ({ page }: LaunchedApp): Promise<string> =>
  page.locator('.fingerprint-hex').first().innerText();

export const windowRows: readonly FaultRow[] = [
  {
    id: 'F-01',
    step,
    fault: 'the app is started a second time',
    expected: 'the second ends with code 3, the first comes to the front, nothing that was noted is touched',
    how: () =>
      inWindow(async (life) => {
        await life.leaveUnfinished();
        const before = bytesOf(life);
        const { app, page } = await life.launch();
        await page.getByRole('button', { name: goOnButton }).waitFor();
        await app.evaluate(({ app: main, BrowserWindow }) => {
          BrowserWindow.getAllWindows()[0]?.minimize();
          Object.assign(globalThis, {
            calledBack: new Promise((done) => main.once('second-instance', done)),
          });
        });
        expect(await startAnother(life.home).ended).toBe(3);
        await app.evaluate(async () => {
          await Reflect.get(globalThis, 'calledBack');
        });
        const isMinimized = await app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.isMinimized(),
        );
        expect(isMinimized).toBe(false);
        expect(bytesOf(life)).toEqual(before);
      }),
  },
  {
    id: 'F-02',
    step,
    fault: 'the first app is frozen when a second one is started',
    expected: 'the second takes over after 20 s; the work goes on from its notes, without a second key',
    how: () =>
      inWindow(async (life) => {
        await life.leaveUnfinished();
        const first = await life.launch();
        process.kill(first.pid, 'SIGSTOP');
        const second = startAnother(life.home);
        await hasEnded(first.pid, 40);
        expect(second.child.exitCode).toBeNull();
        second.child.kill('SIGKILL');
        await second.ended;
        const third = await life.launch();
        await resume(third);
        await third.page.getByText('code: copy.released').waitFor({ state: 'attached', timeout: 60_000 });
        expect(cameCount(life.wire, 'CreateKey')).toBe(0);
      }),
  },
  {
    id: 'F-03',
    step,
    fault: 'the lock of an app that was killed is still there',
    expected: 'starts as usual',
    how: () =>
      inWindow(async (life) => {
        await life.leaveUnfinished();
        await kill(await life.launch());
        expect(readdirSync(join(life.home, '.config', 'Keyferry'))).toContain('SingletonLock');
        const { page } = await life.launch();
        await page.getByRole('button', { name: goOnButton }).waitFor();
      }),
  },
  {
    id: 'F-04',
    step,
    fault: 'the note of unfinished work is cut short',
    expected: 'the generation before it is used, and the person is told so',
    how: () =>
      inWindow(async (life) => {
        const bench = await life.leaveUnfinished();
        const [name = ''] = readdirSync(life.notes).filter((each) => each.endsWith('.state'));
        const path = join(life.notes, name);
        writeFileSync(path, readFileSync(path, 'utf8').slice(0, -100));
        const launched = await life.launch();
        const { page } = launched;
        await page.getByRole('button', { name: goOnButton }).click();
        await page.getByText('how it stood one step earlier').waitFor();
        await signIn(launched);
        await compared(launched);
        await page.getByRole('button', { name: 'Resume', exact: true }).click();
        await page.getByText('code: copy.released').waitFor({ state: 'attached', timeout: 60_000 });
        expect(cameCount(life.wire, 'CreateKey')).toBe(0);
        expect(await bench.countKeys()).toBe(1);
      }),
  },
  {
    id: 'F-05',
    step,
    fault: 'both generations of a note are damaged',
    expected: 'kept where they are; the person is told to look for the tag in AWS; the app starts',
    how: () =>
      inWindow(async (life) => {
        await life.leaveUnfinished();
        for (const name of readdirSync(life.notes)) writeFileSync(join(life.notes, name), 'damaged');
        const { page } = await life.launch();
        await page.getByText(/could not be read\. .* tag keyferry:ceremony/).waitFor();
        expect(await page.getByRole('button', { name: goOnButton }).count()).toBe(0);
        expect(readdirSync(life.notes).some((name) => name.endsWith('.set-aside'))).toBe(false);
      }),
  },
  {
    id: 'F-08',
    step,
    fault: 'temporary files are left from an app that was killed',
    expected: 'our own are removed, all others stay',
    how: () =>
      inWindow(async (life) => {
        mkdirSync(life.notes, { recursive: true });
        const ours = '.keyferry-0b1c2d3e-0000-4000-8000-000000000000.tmp';
        for (const name of [ours, 'other.tmp', '.keyferry-notes']) writeFileSync(join(life.notes, name), 'x');
        const { page } = await life.launch();
        await page.getByRole('heading', { name: 'What do you want to do?' }).waitFor();
        expect(readdirSync(life.notes).sort()).toEqual(['.keyferry-notes', 'other.tmp']);
      }),
  },
  {
    id: 'F-09',
    step,
    fault: 'started with a switch that opens a debugger',
    expected: 'ends with code 78 before any port opens',
    note: 'The second that the threat model allows is not measured here: other tests share the processor.',
    how: () =>
      inWindow(async (life) => {
        const started = startAnother(life.home, '--remote-debugging-port=9445');
        let opened = false;
        const looking = setInterval(() => {
          const socket = createConnection({ port: 9445, host: '127.0.0.1' });
          socket.once('connect', () => {
            opened = true;
            socket.destroy();
          });
          socket.once('error', () => socket.destroy());
        }, 10);
        const code = await started.ended;
        clearInterval(looking);
        expect(code).toBe(78);
        expect(started.output()).toContain('refused to start with the argument --remote-debugging-port');
        expect(opened).toBe(false);
        expect(existsSync(life.notes)).toBe(false);
      }),
  },
  {
    id: 'F-38',
    step: 'Fingerprint',
    fault: 'somebody swapped the wrapping key',
    expected: 'another fingerprint stands on the screen, and the one before it nowhere',
    note: 'Fingerprints are compared by eye, and not typed: what is shown must be that of the key at hand.',
    how: () =>
      inWindow(async (life) => {
        const launched = await life.launch();
        const wrap = wrapJob(launched);
        await wrap.open();
        await wrap.drop(todaysZip.write(mkdtempSync(join(life.home, 'in-')), bundleContents()));
        const first = await fingerprint(launched);
        await launched.page.getByRole('button', { name: 'Back to home' }).first().click();
        await wrap.open();
        await wrap.drop(todaysZip.write(mkdtempSync(join(life.home, 'in-')), bundleContents()));
        const second = await fingerprint(launched);
        expect(first).toMatch(/[0-9a-f]{4}/i);
        expect(second).not.toBe(first);
        expect(await launched.page.locator('body').innerText()).not.toContain(first);
      }),
  },
  {
    id: 'F-45',
    step: 'Copy',
    fault: 'the stick for the copy is pulled out',
    expected: 'told; the same is saved elsewhere, and the ceremony goes on with it',
    how: () =>
      inWindow(async (life) => {
        const launched = await life.launch();
        await begin(launched, async () => {
          const { app, page } = launched;
          const stick = mkdtempSync(join(life.home, 'stick-'));
          await page.getByRole('radio', { name: 'Split among custodians' }).check();
          for (const [at, name] of ['Ada', 'Grace', 'Mei'].entries()) {
            await page.getByLabel(`Custodian ${at + 1}`, { exact: true }).fill(name);
          }
          await answerDialogs(app, [[stick]]);
          rmSync(stick, { recursive: true });
          await page.getByRole('button', { name: 'Save shares' }).click();
          expect(await failureCode(page)).toBe('save.folderGone');
          await custodyJob(launched).saveShares();
        });
        await expectHandOver(launched, life);
      }),
  },
  {
    id: 'F-64',
    step: 'Air-gapped',
    fault: 'there is a network after all',
    expected: 'the offline job sends nothing over it',
    note: 'Every setting that could lead there does: a server of AWS and a proxy. The packets of a whole network are counted in the security tests.',
    how: () =>
      inWindow(async (life) => {
        const { url } = life.wire;
        const launched = await life.launch({
          HTTPS_PROXY: url,
          HTTP_PROXY: url,
          https_proxy: url,
          http_proxy: url,
        });
        const wrap = wrapJob(launched);
        await wrap.open();
        await wrap.drop(todaysZip.write(mkdtempSync(join(life.home, 'in-')), bundleContents()));
        await wrap.next();
        const folder = await wrap.wrapAndSave();
        expect(readdirSync(folder)).toContain('EncryptedKeyMaterial.bin');
        expect(life.wire.connections()).toBe(0);
      }),
  },
];
