import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packager, packForLinux } from '../../build/linux-packages.mjs';
import { packageApp } from '../../build/package-app.mjs';
import { createAndImportJob } from '../../renderer/words/shell/home';
import { sha256Of } from '../helpers/sha256-of';
import { electronPath } from '../helpers/launch-app';
import { findOrdinaryUser } from '../helpers/ordinary-user';
import { startPackaged, stopPackaged, windowOf, withoutDisplayTools } from '../helpers/packaged-app';
import { descendants, statusOf, wordsOf } from '../helpers/processes';
import { until } from '../helpers/until';

const user = findOrdinaryUser(electronPath());
const isDebian = existsSync('/usr/bin/dpkg');
const nfpm = await packager();
const why =
  ('missing' in nfpm ? nfpm.missing : undefined) ??
  (process.getuid?.() !== 0 ? 'only root may install a package' : undefined) ??
  (isDebian ? undefined : 'this is not Debian') ??
  (typeof user === 'string' ? user : withoutDisplayTools());
const builtAt = 1_795_000_000;

let work: string;
let packages: readonly string[];

const packageOf = (ending: string): string => packages.find((path) => path.endsWith(ending)) ?? '';

function succeed(program: string, ...args: readonly string[]): string {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stdout + stderr}`);
  return stdout;
}

/** Every installed path that belongs to the package. */
const installed = (): readonly string[] =>
  ['/opt/Keyferry/keyferry', '/usr/bin/keyferry', '/usr/share/applications/keyferry.desktop'].filter(
    existsSync,
  );

beforeAll(async () => {
  if (why !== '') return;
  work = mkdtempSync(join(tmpdir(), 'keyferry-installers-'));
  chmodSync(work, 0o755);
  const { folder } = await packageApp({ into: join(work, 'packed') });
  packages = await packForLinux({ folder, into: join(work, 'packages'), builtAt });
});

afterAll(() => {
  if (why !== '') return;
  if (installed().length > 0) succeed('dpkg', '--purge', 'keyferry');
  rmSync(work, { recursive: true, force: true });
});

describe.skipIf(why !== '')(`the packages of Linux${why === '' ? '' : ` (skipped: ${why})`}`, () => {
  it('carry the licences of all that is in them', () => {
    const files = succeed('tar', '--list', '--gzip', '--file', packageOf('tar.gz')).split('\n');
    for (const name of [
      'LICENSE',
      'THIRD-PARTY-NOTICES.txt',
      'LICENSE.electron.txt',
      'LICENSES.chromium.html',
    ]) {
      expect(files).toContain(`Keyferry/${name}`);
    }
  });

  it('are the same, byte for byte, when they are made twice', async () => {
    const [one, two] = await Promise.all(
      ['one', 'two'].map(async (name) => {
        // A small folder is packed as a large one is, and sooner.
        const folder = join(work, name, 'packed');
        mkdirSync(join(folder, 'resources'), { recursive: true });
        copyFileSync(
          join(work, 'packed', 'linux-unpacked', 'chrome-sandbox'),
          join(folder, 'chrome-sandbox'),
        );
        copyFileSync('package.json', join(folder, 'resources', 'package.json'));
        return packForLinux({ folder, into: join(work, name), builtAt });
      }),
    );
    expect(two?.map(sha256Of)).toEqual(one?.map(sha256Of));
  });

  it('name a desktop entry and file types that the desktop’s own checks accept', () => {
    const root = join(work, 'root');
    succeed('dpkg-deb', '--extract', packageOf('.deb'), root);
    const entry = join(root, 'usr/share/applications/keyferry.desktop');
    succeed('desktop-file-validate', entry);
    succeed('update-mime-database', join(root, 'usr/share/mime'));
    const globs = readFileSync(join(root, 'usr/share/mime/globs2'), 'utf8');
    const types = /^MimeType=(.+)$/m.exec(readFileSync(entry, 'utf8'))?.[1]?.split(';').filter(Boolean) ?? [];
    expect(types).toHaveLength(3);
    for (const type of types) expect(globs).toContain(`:${type}:`);
  });

  it('can be read by rpm', () => {
    const listed = succeed('rpm', '-qpl', packageOf('.rpm'));
    expect(listed).toContain('/opt/Keyferry/keyferry\n');
    expect(succeed('rpm', '-qp', '--qf', '%{NAME} %{ARCH}', packageOf('.rpm'))).toBe('keyferry x86_64');
  });

  it('install, open with the sandbox on for an ordinary user, and leave nothing but that user’s own files', async () => {
    if (typeof user === 'string') throw new Error(user);
    succeed('apt-get', 'install', '-y', '--no-install-recommends', packageOf('.deb'));
    const app = startPackaged(user, '/usr/bin/keyferry', work);
    try {
      const window = await windowOf(app);
      const page = await until('the page', () =>
        descendants(Number(app.child.pid)).find((pid) =>
          wordsOf(pid, 'cmdline').join(' ').includes('--type=renderer'),
        ),
      );
      expect(statusOf(page, 'Seccomp')).toBe('2');
      succeed('xdotool', 'windowfocus', '--sync', window);
      // Again until it is heard: what comes before the page has taken over is lost.
      await until('the first job', () => {
        // Not sent to the window: Chromium takes no key that another program made.
        succeed('xdotool', 'key', 'Tab', 'Return');
        return windowOf(app, createAndImportJob.label, 2).catch(() => undefined);
      });
    } finally {
      await stopPackaged(app);
    }
    succeed('dpkg', '--purge', 'keyferry');
    expect(installed()).toEqual([]);
    expect(existsSync('/opt/Keyferry')).toBe(false);
    expect(existsSync(join(app.home, '.config'))).toBe(true);
  });
});
