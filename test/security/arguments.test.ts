import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainWords, refusedArgument, refusedArgumentExitCode } from '../../main/command-line';
import { electronPath, homeEnvironment, inherited, repoRoot } from '../helpers/launch-app';

/** What each opens: the debugger, the network, the sandbox, other programs, the profile, the checks of the web. */
const dangerousSwitches = [
  '--remote-debugging-port=9444',
  '--remote-debugging-pipe',
  '--remote-debugging-address=0.0.0.0',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect=0.0.0.0:9229',
  '--inspect-brk',
  '--inspect-port=9229',
  '--inspect-publish-uid=http',
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--disable-gpu-sandbox',
  '--disable-setuid-sandbox',
  '--disable-namespace-sandbox',
  '--disable-seccomp-filter-sandbox',
  '--no-zygote',
  '--single-process',
  '--in-process-gpu',
  '--renderer-cmd-prefix=/bin/sh -c',
  '--utility-cmd-prefix=/bin/sh -c',
  '--gpu-launcher=/bin/sh',
  '--ppapi-plugin-launcher=/bin/sh',
  '--browser-subprocess-path=/tmp/other',
  '--proxy-server=http://192.0.2.1:8080',
  '--proxy-pac-url=http://192.0.2.1/p.pac',
  '--host-rules=MAP * 192.0.2.1',
  '--host-resolver-rules=MAP * 192.0.2.1',
  '--ignore-certificate-errors',
  '--ignore-certificate-errors-spki-list=x',
  '--allow-insecure-localhost',
  '--ssl-key-log-file=/tmp/keys',
  '--log-net-log=/tmp/net.json',
  '--enable-logging=file',
  '--log-file=/tmp/log',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--allow-file-access-from-files',
  '--allow-running-insecure-content',
  '--unsafely-treat-insecure-origin-as-secure=http://192.0.2.1',
  '--disable-features=IsolateOrigins',
  '--enable-blink-features=Everything',
  '--enable-experimental-web-platform-features',
  '--load-extension=/tmp/extension',
  '--user-data-dir=/tmp/profile',
  '--use-fake-ui-for-media-stream',
  '--auto-accept-camera-and-microphone-capture',
  '--force-renderer-accessibility',
  '--enable-crash-reporter',
  '--crash-dumps-dir=/tmp/dumps',
  '--require=/tmp/evil.js',
  '-r',
  '-e',
  '-i',
  '--',
  '-remote-debugging-port=9444',
];

/** Chromium on Windows takes these for switches too. */
const windowsForms = ['/remote-debugging-port=9444', '/no-sandbox', '/prefetch:1'];

describe('the arguments of a packaged app', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    it(`refuses every dangerous switch on ${platform}`, () => {
      expect(dangerousSwitches.length).toBeGreaterThanOrEqual(40);
      const taken = dangerousSwitches.filter((word) => refusedArgument([word], true, platform) !== word);
      expect(taken).toEqual([]);
    });

    it(`finds a switch behind plain words on ${platform}`, () => {
      expect(refusedArgument(['folder', 'file.zip', '--inspect'], true, platform)).toBe('--inspect');
    });

    it(`starts with no argument at all, and with the name of a file, on ${platform}`, () => {
      expect(refusedArgument([], true, platform)).toBeUndefined();
      expect(refusedArgument(['ImportParameters.zip', ''], true, platform)).toBeUndefined();
    });
  }

  it('refuses a leading slash on Windows, where it begins a switch, and takes it elsewhere, where it begins a path', () => {
    expect(windowsForms.map((word) => refusedArgument([word], true, 'win32'))).toEqual(windowsForms);
    expect(refusedArgument(['/home/ada/ImportParameters.zip'], true, 'linux')).toBeUndefined();
  });

  it('starts from the macOS Finder, which adds a process serial number', () => {
    expect(refusedArgument(['-psn_0_12345'], true, 'darwin')).toBeUndefined();
    expect(refusedArgument(['-psn_0_12345 --inspect'], true, 'darwin')).toBeDefined();
  });
});

describe('the words that may name files', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('are never a switch on %s', (platform) => {
    const words = ['ImportParameters.zip', ...dangerousSwitches, '--original-process-start-time=1', 'b.bin'];
    expect(plainWords(words, platform)).toEqual(['ImportParameters.zip', 'b.bin']);
  });

  it('are no switches of Windows either', () => {
    expect(plainWords(windowsForms, 'win32')).toEqual([]);
    expect(plainWords(['/home/ada/ImportParameters.zip'], 'linux')).toHaveLength(1);
  });
});

describe('the arguments of an unpackaged app', () => {
  it('takes only what a test driver passes besides', () => {
    const driver = ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0'];
    expect(refusedArgument(driver, false, 'linux')).toBeUndefined();
    const taken = dangerousSwitches
      .filter((word) => !driver.includes(word))
      .filter((word) => refusedArgument([...driver, word], false, 'linux') !== word);
    expect(taken).toEqual([]);
  });
});

const onLinux = process.platform === 'linux';

describe.skipIf(!onLinux)(`the real program${onLinux ? '' : ' (skipped: Linux only)'}`, () => {
  const port = 9444;
  const refused = [
    `--remote-debugging-port=${port}`,
    `--inspect-port=${port}`,
    '--js-flags=--expose-gc',
    '--renderer-cmd-prefix=/bin/true',
    '--proxy-server=http://127.0.0.1:9',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors',
    '--disable-web-security',
    '--load-extension=/tmp',
    '--log-net-log=/dev/null',
  ];

  it.each(refused)('ends with code 78 before any port opens: %s', async (word) => {
    const { code, output, portOpened } = await start(word, port);
    expect(output).toContain(`refused to start with the argument ${word.split('=', 1)[0]}`);
    expect(code).toBe(refusedArgumentExitCode);
    expect(portOpened).toBe(false);
  });

  it('repeats the name of a refused switch, never its value', async () => {
    const { output } = await start('--proxy-server=http://ada:planted-password@127.0.0.1:9', port);
    expect(output).not.toContain('planted-password');
  });
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly portOpened: boolean;
}

async function start(word: string, port: number): Promise<Ended> {
  const home = mkdtempSync(join(tmpdir(), 'keyferry-home-'));
  const unsandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electronPath(), [...unsandboxed, repoRoot, word], {
    env: { ...inherited(), ...homeEnvironment(home) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const giveUp = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const ended = new Promise<number | null>((done) => child.once('close', done));
  let portOpened = false;
  const watching = new AbortController();
  const watched = (async () => {
    while (!watching.signal.aborted && !portOpened) portOpened = await connects(port);
  })();
  const code = await ended;
  watching.abort();
  clearTimeout(giveUp);
  await watched;
  rmSync(home, { recursive: true, force: true });
  return { code, output, portOpened };
}

function connects(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const settle = (connected: boolean): void => {
      socket.destroy();
      setTimeout(() => done(connected), 5);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
