// Makes the packages of Linux out of the app's packed folder: deb, rpm and tar.gz, the same bytes each time.
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { goTool } from './go-tool.mjs';
import { repoRoot, run } from './run.mjs';

const installFolder = '/opt/Keyferry';
const packMinutes = 10;

/** Electron's shared libraries, as Debian and Fedora name the packages that have them. */
const depends = {
  deb: [
    'libasound2 | libasound2t64',
    'libatspi2.0-0 | libatspi2.0-0t64',
    'libdrm2',
    'libgbm1',
    'libgtk-3-0 | libgtk-3-0t64',
    'libnss3',
    'libsecret-1-0',
    'libuuid1',
    'libxtst6',
    'xdg-utils',
  ],
  rpm: [
    'alsa-lib',
    'at-spi2-core',
    'gtk3',
    'libdrm',
    'libsecret',
    'libuuid',
    'libXtst',
    'mesa-libgbm',
    'nss',
    'xdg-utils',
  ],
};
/** As electron-builder names architectures. */
const architectures = { x64: 'amd64', arm64: 'arm64' };

/** What makes deb and rpm, or why there is none here. */
export const packager = () => goTool('github.com/goreleaser/nfpm/v2/cmd/nfpm');

/**
 * Needs Go and GNU tar.
 * @param {{ folder: string, into: string, builtAt: number, arch?: 'x64' | 'arm64' }} options folder: as electron-builder
 *   packed it; builtAt: seconds since 1970, the time that every file in the packages gets
 * @returns {Promise<string[]>} the packages' paths
 * @throws Error when Go is missing, or a packager fails
 */
export async function packForLinux({ folder, into, builtAt, arch = 'x64' }) {
  const nfpm = await packager();
  if ('missing' in nfpm) throw new Error(nfpm.missing);
  const { version } = JSON.parse(await readFile(join(repoRoot, 'package.json'), 'utf8'));
  const work = await mkdtemp(join(tmpdir(), 'keyferry-packages-'));
  await mkdir(into, { recursive: true });
  const environment = { ...process.env, SOURCE_DATE_EPOCH: String(builtAt), TZ: 'UTC', LC_ALL: 'C' };
  const named = (/** @type {string} */ ending) => join(into, `Keyferry-${version}-linux-${arch}.${ending}`);
  try {
    await chmod(join(folder, 'chrome-sandbox'), 0o755);
    const config = join(work, 'nfpm.yaml');
    // JSON is YAML as well.
    await writeFile(config, JSON.stringify(await nfpmConfig(folder, arch, builtAt), null, 2));
    for (const format of ['deb', 'rpm']) {
      const asked = ['package', '--config', config, '--packager', format, '--target', named(format)];
      await succeed(nfpm.executable, asked, environment);
    }
    await succeed('tar', tarArguments(folder, named('tar.gz'), builtAt), environment);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return ['deb', 'rpm', 'tar.gz'].map(named);
}

/**
 * @param {string} folder
 * @param {'x64' | 'arm64'} arch
 * @param {number} builtAt
 */
async function nfpmConfig(folder, arch, builtAt) {
  const { version, description, author, homepage, license } = JSON.parse(
    await readFile(join(repoRoot, 'package.json'), 'utf8'),
  );
  const mtime = new Date(builtAt * 1000).toISOString();
  const inLinux = (/** @type {string} */ name) => join(repoRoot, 'build', 'linux', name);
  const file = (/** @type {string} */ src, /** @type {string} */ dst, mode = 0o644) => ({
    src,
    dst,
    file_info: { mode, mtime, owner: 'root', group: 'root' },
  });
  return {
    name: 'keyferry',
    arch: architectures[arch],
    platform: 'linux',
    version,
    section: 'utils',
    priority: 'optional',
    maintainer: author,
    description,
    vendor: 'The Keyferry maintainers',
    homepage,
    license,
    mtime,
    contents: [
      // The whole folder, with the modes that it has.
      { src: folder, dst: installFolder, type: 'tree', file_info: { mtime, owner: 'root', group: 'root' } },
      { src: `${installFolder}/keyferry`, dst: '/usr/bin/keyferry', type: 'symlink', file_info: { mtime } },
      file(inLinux('apparmor'), `${installFolder}/apparmor-profile`),
      file(inLinux('keyferry.desktop'), '/usr/share/applications/keyferry.desktop'),
      file(inLinux('keyferry.xml'), '/usr/share/mime/packages/keyferry.xml'),
      file(join(repoRoot, 'build', 'icon.svg'), '/usr/share/icons/hicolor/scalable/apps/keyferry.svg'),
      file(join(repoRoot, 'build', 'icon.png'), '/usr/share/icons/hicolor/1024x1024/apps/keyferry.png'),
      file(join(repoRoot, 'LICENSE'), '/usr/share/doc/keyferry/copyright'),
    ],
    scripts: { postinstall: inLinux('after-install.sh'), preremove: inLinux('before-remove.sh') },
    overrides: { deb: { depends: depends.deb }, rpm: { depends: depends.rpm } },
    deb: { compression: 'gzip' },
    rpm: { compression: 'gzip', buildhost: 'keyferry', group: 'Applications/System' },
  };
}

/**
 * @param {string} folder
 * @param {string} target
 * @param {number} builtAt
 */
function tarArguments(folder, target, builtAt) {
  const inside = 'Keyferry';
  return [
    '--create',
    `--file=${target}`,
    '--use-compress-program=gzip -n',
    '--sort=name',
    '--format=gnu',
    '--owner=root:0',
    '--group=root:0',
    `--mtime=@${builtAt}`,
    `--directory=${dirname(folder)}`,
    `--transform=s,^${basename(folder)},${inside},`,
    basename(folder),
  ];
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function succeed(program, args, env) {
  const { code, output } = await run(program, args, {
    env,
    output: 'collect',
    timeoutSeconds: packMinutes * 60,
  });
  if (code !== 0) throw new Error(`${basename(program)} failed (code ${code}).\n${output.trim()}`);
}
