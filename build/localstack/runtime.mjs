// Finds or makes the Python environment with LocalStack, a KMS that no one here wrote, and the AWS CLI. For tests only.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, systemCache } from '../electron-runtime.mjs';
import { repoRoot, run, say } from '../run.mjs';

/** @typedef {{ python: string } | { why: string }} LocalStackRuntime */

const folder = join(repoRoot, 'build', 'localstack');
const requirements = join(folder, 'requirements.txt');
const marker = 'keyferry-localstack.json';
/** The pinned packages are built for these. */
const pythonVersions = ['3.11', '3.12', '3.13'];
const installMinutes = 10;

/** What python runs to start it. */
export const localStackScript = join(folder, 'serve-on-loopback.py');

/**
 * @returns {Promise<LocalStackRuntime>} the environment's python, or why there is none on this machine
 */
export async function localStackRuntime() {
  if (process.platform === 'win32') return { why: 'it does not run on Windows' };
  const wanted = await markerText();
  const name = `localstack-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`;
  const own = cacheFolder();
  const caches = process.env['KEYFERRY_CACHE'] ? [own] : [own, systemCache];
  for (const cache of caches) {
    const python = join(cache, name, 'bin', 'python');
    const written = await readFile(join(cache, name, marker), 'utf8').catch(() => undefined);
    if (written === wanted && (await isThere(python))) return { python };
  }
  return make(own, name, wanted);
}

async function markerText() {
  return `${JSON.stringify({ requirements: await readFile(requirements, 'utf8') })}\n`;
}

/** @param {string} path */
async function isThere(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * @param {string} cache
 * @param {string} name
 * @param {string} wanted
 * @returns {Promise<LocalStackRuntime>}
 */
async function make(cache, name, wanted) {
  const python = await findPython();
  if (python === undefined) return { why: `there is no Python ${pythonVersions.join(', ')} with venv here` };
  const started = Date.now();
  say('Setting up: fetching LocalStack and the AWS CLI from the Python package registry (60 MB, once) …');
  await mkdir(cache, { recursive: true, mode: 0o755 });
  const work = await mkdtemp(join(cache, '.making-'));
  const clean = () => rmSync(work, { recursive: true, force: true });
  process.once('exit', clean); // an interrupted download leaves nothing behind
  try {
    const made = join(work, 'venv');
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
    // Wheels only: nothing is built, so no package runs code of its own before a test imports it.
    const wheels = ['--only-binary', ':all:', '--no-compile', '--requirement', requirements];
    const venv = await run(python, ['-m', 'venv', made], { output: 'collect', timeoutSeconds: 120 });
    if (venv.code !== 0) return { why: `python -m venv: ${lastLine(venv.output)}` };
    const installed = await run(join(made, 'bin', 'python'), [...pip, ...wheels], {
      output: 'collect',
      timeoutSeconds: installMinutes * 60,
    });
    if (installed.code !== 0) return { why: `its packages could not be had: ${lastLine(installed.output)}` };
    await writeFile(join(made, marker), wanted);
    const place = join(cache, name);
    await rename(place, join(work, 'replaced')).catch(() => undefined);
    await rename(made, place);
    say(`Setting up: LocalStack is ready after ${Math.round((Date.now() - started) / 1000)} s`);
    return { python: join(place, 'bin', 'python') };
  } finally {
    clean();
    process.off('exit', clean);
  }
}

/** @returns {Promise<string | undefined>} */
async function findPython() {
  const script = 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])';
  for (const name of ['python3', ...pythonVersions.map((version) => `python${version}`)]) {
    const asked = await run(name, ['-c', script], { output: 'collect', timeoutSeconds: 30 });
    if (asked.code === 0 && pythonVersions.includes(asked.output.trim())) return name;
  }
  return undefined;
}

/** @param {string} output */
function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? '';
}
