import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFuseFaults } from '../../build/check-fuses.mjs';
import { packageApp } from '../../build/package-app.mjs';
import { refusedArgumentExitCode } from '../../main/command-line';
import { electronPath, inherited } from '../helpers/launch-app';
import { wrapOfflineJob } from '../../renderer/words/shell/home';
import { writeSettings } from '../helpers/organisation-file';
import { findOrdinaryUser, moveIn } from '../helpers/ordinary-user';
import {
  startPackaged,
  stopPackaged,
  windowOf,
  withoutDisplayTools,
  type PackagedApp,
} from '../helpers/packaged-app';
import { descendants, statusOf, wordsOf } from '../helpers/processes';
import { until } from '../helpers/until';

const user = findOrdinaryUser(electronPath());
const why = typeof user === 'string' ? user : withoutDisplayTools();

const argumentsOf = (pid: number): string => wordsOf(pid, 'cmdline').join(' ');

let work: string;
let executable: string;
let evil: string;
let marker: string;

const start = (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): PackagedApp => {
  if (typeof user === 'string') throw new Error(user);
  return startPackaged(user, executable, work, args, env);
};

beforeAll(async () => {
  if (why !== '') return;
  work = mkdtempSync(join(tmpdir(), 'keyferry-packaged-'));
  chmodSync(work, 0o755);
  ({ executable } = await packageApp({ into: join(work, 'dist') }));
  evil = join(work, 'evil.cjs');
  marker = join(work, 'marker');
  writeFileSync(marker, '');
  chmodSync(marker, 0o666);
  writeFileSync(evil, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'ran');`);
});

afterAll(() => {
  if (why === '') rmSync(work, { recursive: true, force: true });
});

describe.skipIf(why !== '')(`the packaged app${why === '' ? '' : ` (skipped: ${why})`}`, () => {
  it('has every fuse as it must be', async () => {
    expect(await findFuseFaults(executable)).toEqual([]);
  });

  it('keeps its data in a folder beside it, and nothing in the home of the user', async () => {
    if (typeof user === 'string') throw new Error(user);
    const folder = join(dirname(executable), 'Keyferry-data');
    mkdirSync(folder);
    moveIn(user, folder);
    const app = start();
    const filesIn = (home: string): string =>
      spawnSync('find', [home, '-type', 'f'], { encoding: 'utf8' }).stdout;
    try {
      await windowOf(app);
    } finally {
      await stopPackaged(app);
    }
    try {
      // How the test lets another user draw.
      expect(
        filesIn(app.home)
          .split('\n')
          .filter((path) => !path.endsWith('/Xauthority')),
      ).toEqual(['']);
      expect(filesIn(folder)).toContain('/logs/');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('starts nothing where that folder cannot be written to, and says so', async () => {
    const folder = join(dirname(executable), 'Keyferry-data');
    mkdirSync(folder, { mode: 0o555 });
    const app = start();
    try {
      const asked = ['search', '--onlyvisible', '--pid', String(app.child.pid)];
      await until('the message', () => {
        const found = spawnSync('xdotool', asked, { encoding: 'utf8' })
          .stdout.split('\n')
          .find((line) => /^\d+$/.test(line));
        if (found !== undefined) spawnSync('xdotool', ['windowfocus', '--sync', found, 'key', 'Return']);
        return app.child.exitCode ?? undefined;
      });
      expect(await app.ended).toBe(73);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      await stopPackaged(app);
      rmSync(folder, { recursive: true });
    }
  });

  it('holds the compiled app and nothing else', () => {
    const resources = join(dirname(executable), 'resources');
    expect(existsSync(join(resources, 'app'))).toBe(false);
    expect(existsSync(join(dirname(executable), 'LICENSE'))).toBe(true);
    const names = filesIn(readFileSync(join(resources, 'app.asar')));
    expect(names).toContain('out/main/main.cjs');
    expect(
      names.filter((name) => !/^(package\.json|out\/(main|vault|preload|renderer)\/)/.test(name)),
    ).toEqual([]);
    expect(names.filter((name) => /\.(map|tsx?)$/.test(name))).toEqual([]);
  });

  it('opens its window with the sandbox on, and shows the home screen', async () => {
    const app = start();
    try {
      const window = await windowOf(app);
      const page = await until('the page', () =>
        descendants(Number(app.child.pid)).find((pid) => argumentsOf(pid).includes('--type=renderer')),
      );
      expect(statusOf(page, 'Seccomp')).toBe('2');
      expect(argumentsOf(page)).not.toContain('--no-sandbox');
      const colours = await until('something on the screen', () => {
        const shot = spawnSync('import', ['-window', window, 'png:-']);
        const counted = spawnSync('convert', ['png:-', '-format', '%k', 'info:'], { input: shot.stdout });
        const count = Number(counted.stdout.toString());
        return count > 50 ? count : undefined;
      });
      expect(colours).toBeGreaterThan(50);
    } finally {
      await stopPackaged(app);
    }
  });

  it('runs no code that an environment variable or a file name brings', async () => {
    const environment = {
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--require ${evil}`,
      NODE_EXTRA_CA_CERTS: evil,
    };
    const open = spawnSync(electronPath(), [evil], { env: { ...inherited(), ELECTRON_RUN_AS_NODE: '1' } });
    expect(open.status).toBe(0);
    expect(readFileSync(marker, 'utf8')).toBe('ran');
    writeFileSync(marker, '');

    const app = start([evil], environment);
    try {
      await windowOf(app);
      expect(readFileSync(marker, 'utf8')).toBe('');
    } finally {
      await stopPackaged(app);
    }
  });

  it('looks for the settings of the organisation where no variable leads it', async () => {
    const { env } = writeSettings('not even JSON');
    const app = start([evil], env);
    try {
      // Under settings that cannot be read no job would open.
      await windowOf(app, wrapOfflineJob.label);
      expect(app.output()).not.toContain('organisation.refused');
    } finally {
      await stopPackaged(app);
    }
  });

  it.each([
    '--inspect',
    '--inspect=0',
    '--inspect-brk=0',
    '--remote-debugging-port=0',
    '--remote-debugging-port=9444',
    '--remote-debugging-pipe',
    '--no-sandbox',
    '--js-flags=--expose-gc',
    '--renderer-cmd-prefix=/bin/true',
    '--user-data-dir=/tmp',
    '--load-extension=/tmp',
    '-e',
  ])('refuses to start with %s', async (word) => {
    const app = start([word]);
    const giveUp = setTimeout(() => app.child.kill('SIGKILL'), 20_000);
    const code = await app.ended;
    clearTimeout(giveUp);
    expect(app.output()).toContain(`refused to start with the argument ${word.split('=', 1)[0]}`);
    expect(app.output()).not.toContain('listening on');
    expect(code).toBe(refusedArgumentExitCode);
  });
});

/** What an ASAR archive says that it holds: its header is JSON, and its length is in the fourth 32-bit word. */
function filesIn(archive: Buffer): readonly string[] {
  interface Folder {
    readonly files?: Readonly<Record<string, Folder>>;
  }
  const walk = (folder: Folder, at: string): string[] =>
    Object.entries(folder.files ?? {}).flatMap(([name, entry]) =>
      entry.files ? walk(entry, `${at}${name}/`) : [`${at}${name}`],
    );
  const header = archive.subarray(16, 16 + archive.readUInt32LE(12)).toString();
  return walk(JSON.parse(header) as Folder, ''); // the format's own shape
}
