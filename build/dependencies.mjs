// Installs node_modules from package-lock.json.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { giveUp, npm, repoRoot, say } from './run.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} LockedPackages */

/** Runs `npm ci` if node_modules is missing, or has other versions than package-lock.json. */
export async function installDependencies() {
  if (await matchesLock()) return;
  const started = Date.now();
  say('Setting up: npm ci (once, about a minute) …');
  const { code, output } = await npm(['ci', '--no-progress', '--loglevel=error'], {
    output: 'collect',
    timeoutSeconds: 15 * 60,
  });
  if (code !== 0) {
    const complaint = output.trim().split('\n').slice(0, 12).join('\n');
    giveUp(`${complaint}\nnpm ci failed (code ${code}). Can this computer reach the package registry?`);
  }
  say(`Setting up: npm ci done in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * Compares content, not file times, because a checkout that only touched a file should not cause a new `npm ci`. npm
 * writes node_modules/.package-lock.json last, so an interrupted install does not match.
 */
async function matchesLock() {
  const wanted = await lockedPackages(join(repoRoot, 'package-lock.json'));
  if (!wanted) giveUp('package-lock.json is missing or unreadable.');
  const installed = await lockedPackages(join(repoRoot, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const there = installed[path];
    if (path === '') return true;
    if (!there) return optional === true; // npm leaves out packages for other platforms
    return there.version === version && there.integrity === integrity;
  });
}

/**
 * @param {string} file
 * @returns {Promise<LockedPackages | undefined>}
 */
async function lockedPackages(file) {
  try {
    const lock = /** @type {{ packages?: LockedPackages }} */ (JSON.parse(await readFile(file, 'utf8')));
    return lock.packages;
  } catch {
    return undefined;
  }
}
