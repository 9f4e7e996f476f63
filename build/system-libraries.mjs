// Installs the Debian packages that a window needs where there is no desktop, and the programs that tests compare with.
import { existsSync } from 'node:fs';
import { giveUp, run, say } from './run.mjs';

const packages = {
  /** Electron's own shared libraries, and a font to draw with */
  window: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'dbus', 'fonts-liberation'],
  /** a display for machines without one */
  display: ['xvfb'],
  /** makes import parameters as AWS does, and opens what we wrap */
  openssl: ['openssl'],
  /** opens copies that we seal, and seals copies for us to open */
  age: ['age'],
  /** for other checks of the tests: another zip writer, another KMS, network traffic, contents of windows and PDFs, and
   * a keychain */
  tests: [
    'poppler-utils',
    'zbar-tools',
    'python3',
    'python3-venv',
    'iproute2',
    'tcpdump',
    'xdotool',
    'imagemagick',
    'gnome-keyring',
    'libsecret-1-0',
  ],
  /** readers of packages and desktop entries */
  installers: ['rpm', 'desktop-file-utils', 'shared-mime-info'],
  /** makers of installers for Windows, and a signer */
  windows: ['nsis', 'wixl', 'msitools', 'osslsigncode'],
};
const installSeconds = 15 * 60;

/**
 * Checks for the packages. As root, it installs what is missing; otherwise it prints the command and ends the script.
 * On systems that are not Debian or based on it, it does nothing; there, Electron itself names a missing library.
 * @param {readonly (keyof typeof packages)[]} groups
 * @param {{ optional?: boolean }} [options] optional: for an ordinary user, the command is only a hint
 */
export async function installSystemLibraries(groups, { optional = false } = {}) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = await missingFrom(groups.flatMap((group) => packages[group]));
  if (missing.length === 0) return;
  if (process.getuid?.() === 0) {
    await install(missing);
    return;
  }
  const command = `apt-get update && apt-get install -y --no-install-recommends ${(await namesHere(missing)).join(' ')}`;
  const line = `System packages are missing. Run as root: ${command}`;
  if (!optional) giveUp(line);
  say(line);
}

/**
 * Since the time_t transition some names end in t64; both names count.
 * @param {string[]} wanted
 */
async function missingFrom(wanted) {
  const { output } = await run(
    'dpkg-query',
    [
      '--show',
      '--showformat=${Package} ${db:Status-Status}\\n',
      ...wanted.flatMap((name) => [name, `${name}t64`]),
    ],
    { output: 'collect', timeoutSeconds: 60 },
  );
  const there = new Set(
    output.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
  );
  return wanted.filter((name) => !there.has(name) && !there.has(`${name}t64`));
}

/** @param {string[]} missing */
async function install(missing) {
  const started = Date.now();
  say(`Setting up: installing Debian packages (${missing.join(', ')}) …`);
  const updated = await apt(['update']);
  if (updated.code !== 0) giveUp(`${updated.output.trim()}\napt-get update failed.`);
  const names = await namesHere(missing);
  const installed = await apt(['install', '-y', '--no-install-recommends', ...names]);
  if (installed.code !== 0) {
    giveUp(`${installed.output.trim()}\napt-get install ${names.join(' ')} failed.`);
  }
  say(`Setting up: Debian packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** @param {string[]} args */
function apt(args) {
  return run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    output: 'collect',
    timeoutSeconds: installSeconds,
  });
}

/**
 * The names of the packages on this release: where there is a t64 name, the old one is only a virtual package, which
 * apt-get does not install.
 * @param {string[]} wanted
 */
async function namesHere(wanted) {
  const { output } = await run('apt-cache', ['policy', ...wanted.map((name) => `${name}t64`)], {
    env: { ...process.env, LC_ALL: 'C' },
    output: 'collect',
    timeoutSeconds: 60,
  });
  const candidates = new Set(
    [...output.matchAll(/^(\S+):\n\s+Installed: .*\n\s+Candidate: (?!\(none\))/gm)].map(([, name]) => name),
  );
  return wanted.map((name) => (candidates.has(`${name}t64`) ? `${name}t64` : name));
}
