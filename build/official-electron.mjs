// The Electron that releases use. The electron package downloads it from GitHub or a mirror.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repoRoot, run, say } from './run.mjs';

const packageFolder = join(repoRoot, 'node_modules', 'electron');
const probeSeconds = 5;
const downloadSeconds = 10 * 60;
const rememberHours = 24;

/** @returns {string} the version that package.json pins; needs node_modules */
export function officialElectronVersion() {
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  );
  return version;
}

/** @returns {string | undefined} the executable, if the pinned version has been downloaded */
export function findOfficialElectron() {
  try {
    const version = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executable = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8'));
    return version === officialElectronVersion() && existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Downloads the official Electron, if its host can be reached. It never hangs, because it requests a small file first,
 * and remembers a failure for a day, so that later runs do not wait again.
 * @param {string} cache folder of downloads
 * @returns {Promise<{ executable: string } | { blocked: string }>} blocked says why, in a few words
 */
export async function fetchOfficialElectron(cache) {
  const version = officialElectronVersion();
  const base = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'];
  const url = `${base ?? 'https://github.com/electron/electron/releases/download/'}v${version}/SHASUMS256.txt`;
  const note = join(cache, 'official-electron-blocked.json');
  const remembered = await readFailure(note, url);
  if (remembered) return { blocked: remembered };

  // With a mirror or a proxy of the user's own, only the downloader itself can find out.
  const unreachable = base || process.env['ELECTRON_GET_USE_PROXY'] ? undefined : await probe(url);
  const blocked = unreachable ?? (await download(version));
  if (blocked === undefined) {
    await rm(note, { force: true });
    const executable = findOfficialElectron();
    if (executable) return { executable };
  }
  const why = blocked ?? 'the download left no executable';
  await writeFailure(note, url, why);
  return { blocked: why };
}

/**
 * @param {string} url
 * @returns {Promise<string | undefined>} what is wrong
 */
async function probe(url) {
  const { host } = new URL(url);
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(probeSeconds * 1000) });
    await answer.body?.cancel();
    return answer.ok ? undefined : `${host}: HTTP ${answer.status}`;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'TimeoutError') return `${host}: no answer in ${probeSeconds} s`;
    const cause = /** @type {{ code?: string } | undefined} */ (error.cause);
    return `${host}: ${cause?.code ?? error.message}`;
  }
}

/**
 * @param {string} version
 * @returns {Promise<string | undefined>} what went wrong
 */
async function download(version) {
  const started = Date.now();
  say(`Setting up: downloading Electron ${version} (about 120 MB, once) …`);
  const progress = setInterval(
    () => say(`Setting up: still downloading Electron (${Math.round((Date.now() - started) / 1000)} s) …`),
    20_000,
  );
  const { code, output } = await run(process.execPath, [join(packageFolder, 'install.js')], {
    output: 'collect',
    timeoutSeconds: downloadSeconds,
  });
  clearInterval(progress);
  if (code === 0) return undefined;
  if (code === 124) return `download not finished in ${downloadSeconds / 60} minutes`;
  return output.trim().split('\n')[0] ?? `electron/install.js ended with code ${code}`;
}

/**
 * @param {string} note
 * @param {string} url
 */
async function readFailure(note, url) {
  try {
    const failure = /** @type {{ url: string, why: string, until: string }} */ (
      JSON.parse(await readFile(note, 'utf8'))
    );
    return failure.url === url && Date.now() < Date.parse(failure.until) ? failure.why : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} note
 * @param {string} url
 * @param {string} why
 */
async function writeFailure(note, url, why) {
  const until = new Date(Date.now() + rememberHours * 3600_000).toISOString();
  await mkdir(dirname(note), { recursive: true });
  await writeFile(note, `${JSON.stringify({ url, why, until }, undefined, 2)}\n`);
}
