import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import type { Report } from './attack-page/attack';
import { attackedApp, attackFiles } from './attack-page/attack-files';
import { copyApp, type AppCopy } from '../helpers/app-copy';
import { electronPath, homeEnvironment, inherited, repoRoot } from '../helpers/launch-app';
import { findOrdinaryUser, moveIn, startAs } from '../helpers/ordinary-user';

const isRoot = process.getuid?.() === 0;
const unshare = [
  'unshare',
  ...(isRoot ? [] : ['--user', '--map-current-user', '--keep-caps']),
  '--net',
] as const;
const user = findOrdinaryUser(electronPath());
const works =
  process.platform === 'linux' &&
  spawnSync('which', ['tcpdump']).status === 0 &&
  spawnSync(unshare[0], [...unshare.slice(1), 'ip', 'link']).status === 0;
const why = works ? '' : ' (skipped: needs Linux with ip, tcpdump and network namespaces)';

/** What the driver is told. */
interface Job {
  readonly bare: boolean;
  readonly attack: boolean;
  readonly openSeconds: number;
}

/** What the driver writes at its end. */
interface Verdict {
  readonly failed?: string;
  readonly text: string;
  readonly modules: readonly string[];
  readonly openSeconds: number;
  readonly report?: Report;
}

interface Run {
  readonly verdict: Verdict;
  /** Of all vaults together. */
  readonly vaultModules: readonly string[];
  readonly saved: readonly string[];
  readonly code: number | null;
  readonly output: string;
  /** One line a packet, the control packets at the end. */
  readonly packets: readonly string[];
}

const leastOpenSeconds = 20;
const networkModules =
  /^(NativeModule|Internal Binding) (internal\/)?(net|tls|_tls\w*|http|_http\w*|https|http2|dns|dgram|inspector|undici|tcp_wrap|udp_wrap|tls_wrap|cares_wrap|http_parser)\b/;

let copy: AppCopy;
let hostile: AppCopy;
let work: string;

beforeAll(async () => {
  copy = copyApp();
  hostile = attackedApp(await attackFiles());
  work = mkdtempSync(join(tmpdir(), 'keyferry-offline-'));
  chmodSync(work, 0o755);
  driven(copy);
  driven(hostile);
});

function driven({ folder, write }: AppCopy): void {
  for (const name of ['driver.cjs', 'vault-watch.cjs']) {
    write(name, readFileSync(resolve(import.meta.dirname, 'offline', name), 'utf8'));
  }
  write('empty.cjs', 'process.exit(0);');
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object; // npm's own file
  write('package.json', JSON.stringify({ ...manifest, main: 'driver.cjs' }));
}

afterAll(() => {
  copy.remove();
  hostile.remove();
  rmSync(work, { recursive: true, force: true });
});

/** Runs the driven app in a network namespace of its own. */
async function run(mode: 'up' | 'none', task: Partial<Job> = {}): Promise<Run> {
  const job = { bare: false, attack: false, openSeconds: 0, ...task };
  const app = job.attack ? hostile : copy;
  const home = open(mkdtempSync(join(work, 'home-')));
  const folder = open(mkdtempSync(join(work, 'out-')));
  const inbox = open(mkdtempSync(join(work, 'in-')));
  const [parameters] = intakeForms[0].write(inbox, bundleContents());
  const verdict = writable(join(work, `verdict-${mode}-${job.bare}.json`));
  const vaultModules = writable(join(work, `vault-modules-${mode}-${job.bare}.txt`));
  app.write('job.json', JSON.stringify({ ...job, parameters, folder, verdict, vaultModules }));
  const sandboxed = typeof user !== 'string';
  const electron = sandboxed ? [startAs(user, electronPath(), home)] : [electronPath(), '--no-sandbox'];
  const environment = { ...inherited(), ...homeEnvironment(home), ...(sandboxed ? moveIn(user, home) : {}) };
  const capture = join(work, `${mode}.pcap`);
  const script = resolve(import.meta.dirname, 'offline/namespace.sh');
  const [program, ...args] = [...unshare, 'sh', script, mode, capture, ...electron, app.folder];
  const child = spawn(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const giveUp = setTimeout(() => child.kill('SIGKILL'), 110_000);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearTimeout(giveUp);
  return {
    verdict: JSON.parse(readFileSync(verdict, 'utf8') || '{ "failed": "no verdict" }') as Verdict, // the driver's
    vaultModules: readFileSync(vaultModules, 'utf8').split('\n').filter(Boolean),
    saved: readdirSync(folder).sort(),
    code,
    output,
    packets: mode === 'up' ? packetsIn(capture) : [],
  };
}

function open(folder: string): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  return folder;
}

function writable(path: string): string {
  writeFileSync(path, '');
  chmodSync(path, 0o666);
  return path;
}

function packetsIn(capture: string): readonly string[] {
  const { stdout } = spawnSync('tcpdump', ['-nr', capture], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean);
}

const filesAndCopy = [
  'EncryptedKeyMaterial.bin',
  'ImportToken.bin',
  'KeyferryReturnPackage.json',
  'copy.age',
];

describe.skipIf(!works)(`the whole offline job, in a network of its own${why}`, () => {
  let connected: Run;

  beforeAll(async () => {
    connected = await run('up', { openSeconds: leastOpenSeconds });
  });

  it('is done with the link up', () => {
    expect(connected.verdict.failed ?? connected.output.slice(0, connected.code === 0 ? 0 : undefined)).toBe(
      '',
    );
    expect(connected.saved).toEqual(filesAndCopy);
    expect(connected.verdict.openSeconds).toBeGreaterThanOrEqual(leastOpenSeconds);
    expect(connected.verdict.text).toContain('No network request was attempted since Keyferry started.');
  });

  it('sends not one packet, where the capture sees those of the test', () => {
    expect(strangers(connected.packets)).toEqual([]);
  });

  it('sends not one packet even when the page tries everything to reach another computer', async () => {
    const { verdict, packets } = await run('up', { attack: true });
    expect(verdict.failed).toBeUndefined();
    expect(verdict.report?.tried.length).toBeGreaterThan(30);
    expect(verdict.report?.breached).toEqual([]);
    expect(strangers(packets)).toEqual([]);
  });

  /** The packets besides the test's own three, which must be among them. */
  function strangers(packets: readonly string[]): readonly string[] {
    const control = packets.filter((packet) => packet.includes('.4242: UDP, length 7'));
    expect(control.length).toBeGreaterThanOrEqual(3);
    return packets.filter((packet) => !packet.includes('4242'));
  }

  it('loads no network module that a bare Electron with a page of its own does not load', async () => {
    const bare = await run('none', { bare: true });
    expect(bare.verdict.failed).toBeUndefined();
    for (const [ours, electrons] of [
      [connected.verdict.modules, bare.verdict.modules],
      [connected.vaultModules, bare.vaultModules],
    ] as const) {
      expect(electrons.length).toBeGreaterThan(50);
      const added = ours.filter((module) => !electrons.includes(module));
      expect(added.length).toBeGreaterThan(0);
      expect(added.filter((module) => networkModules.test(module))).toEqual([]);
    }
  });

  it('is done with no network interface at all', async () => {
    const alone = await run('none');
    expect(alone.verdict.failed).toBeUndefined();
    expect(alone.saved).toEqual(filesAndCopy);
  });
});

const builtFiles = ['main', 'vault', 'preload'].flatMap((part) =>
  readdirSync(join(repoRoot, 'out', part)).map((name) => join(part, name)),
);
const codeOf = (file: string): string => readFileSync(join(repoRoot, 'out', file), 'utf8');

/** A file and what it loads by itself; a part that is only loaded when it is asked for stands behind an arrow. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of codeOf(file).matchAll(/(?<!=>\s*)require\(["'`]\.\/([^"'`]+)["'`]\)/g)) {
    loadedWith(join(dirname(file), name), seen);
  }
  return seen;
}

describe('the code that the offline job loads', () => {
  const network =
    /require\(["'`](?:node:)?(net|tls|http|https|http2|dns|dns\/promises|dgram|inspector|inspector\/promises)["'`]\)/;
  const loaded = [
    ...loadedWith('main/main.cjs'),
    // What main.cjs loads behind an arrow: when the page first asks for something, and when an archive has come.
    ...builtFiles
      .filter((file) => /^main.(serve-page|read-zip)-/.test(file))
      .flatMap((file) => [...loadedWith(file)]),
    ...loadedWith('preload/preload.cjs'),
    // All that a vault could ever ask for.
    ...builtFiles.filter((file) => file.startsWith('vault')),
  ];

  it.each(loaded)('asks for no network module and holds no AWS client: %s', (file) => {
    const code = codeOf(file);
    expect(network.exec(code)?.[0]).toBeUndefined();
    expect(/@aws-sdk|@smithy/.exec(code)?.[0]).toBeUndefined();
    expect(/(?:globalThis\.|[^.\w])(fetch|WebSocket|EventSource)\s*\(/.exec(code)?.[0]).toBeUndefined();
  });

  it('is not all: the AWS side is there, and stands behind its one door', () => {
    const withAws = builtFiles.filter((file) => network.test(codeOf(file)));
    expect(withAws.length).toBeGreaterThan(0);
    expect(withAws.filter((file) => loaded.includes(file))).toEqual([]);
    expect(loaded.some((file) => codeOf(file).includes('wrapAndSave'))).toBe(true);
    expect(loaded.filter((file) => /(serve-page|read-zip)-/.test(file))).toHaveLength(2);
  });

  it('imports its dependencies at build time, so that nothing else can be asked for', () => {
    const asked = builtFiles.flatMap((file) =>
      [...codeOf(file).matchAll(/require\(["'`]([^"']+)["']\)/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(0);
    const ours = /^\.\/[\w.-]+\.cjs$/;
    // Only named in the words of errors of the SDK's.
    const quoted = ['@aws-sdk/signature-v4a', '@aws-sdk/signature-v4-crt'];
    const strange = asked.filter((name) => name !== 'electron' && !isBuiltin(name) && !ours.test(name));
    expect(strange.filter((name) => !quoted.includes(name))).toEqual([]);
  });
});
