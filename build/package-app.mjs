// Packages the app into a folder, with the Electron in use and without downloads.
import { readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { bundle } from './bundle.mjs';
import { findFuseFaults } from './check-fuses.mjs';
import { electronRuntime, versionOf } from './electron-runtime.mjs';
import { repoRoot, run } from './run.mjs';

const packMinutes = 10;

/**
 * Needs node_modules.
 * @param {{ into: string, inspectable?: boolean }} options into: an absolute path; inspectable: leaves --inspect on, so
 *   that a test can drive the packaged app, which is otherwise as shipped
 * @returns {Promise<{ folder: string, executable: string }>}
 * @throws Error when packaging fails, or a fuse is set wrong
 */
export async function packageApp({ into, inspectable = false }) {
  const runtime = await electronRuntime();
  await bundle();
  await rm(into, { recursive: true, force: true });
  await runElectronBuilder([
    '--dir',
    `-c.directories.output=${into}`,
    `-c.electronDist=${distributionOf(runtime.executable)}`,
    `-c.electronVersion=${await versionOf(runtime)}`,
    ...(inspectable ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
  ]);
  if (!inspectable) await refuseWrongFuses(into);
  const [packed] = await findPacked(into);
  if (!packed) throw new Error(`Nothing was packaged into ${into}.`);
  return packed;
}

/**
 * @param {readonly string[]} args
 * @throws Error with electron-builder's output when it fails
 */
export async function runElectronBuilder(args) {
  const { code, output } = await run(
    process.execPath,
    [join(repoRoot, 'node_modules', 'electron-builder', 'cli.js'), '--publish', 'never', ...args],
    { output: 'collect', timeoutSeconds: packMinutes * 60 },
  );
  if (code !== 0) throw new Error(`electron-builder failed (code ${code}).\n${output.trim()}`);
}

/**
 * @param {string} into where electron-builder wrote
 * @returns {Promise<{ folder: string, executable: string }[]>}
 */
async function findPacked(into) {
  return (await readdir(into)).flatMap((name) => {
    const folder = join(into, name);
    if (/^linux-.*unpacked$/.test(name)) return [{ folder, executable: join(folder, 'keyferry') }];
    if (/^win-.*unpacked$/.test(name)) return [{ folder, executable: join(folder, 'Keyferry.exe') }];
    if (!/^mac(-|$)/.test(name)) return [];
    return [{ folder, executable: join(folder, 'Keyferry.app', 'Contents', 'MacOS', 'Keyferry') }];
  });
}

/**
 * @param {string} into where electron-builder wrote
 * @throws Error that names each fuse that is set wrong
 */
export async function refuseWrongFuses(into) {
  for (const { executable } of await findPacked(into)) {
    const faults = await findFuseFaults(executable);
    if (faults.length > 0) throw new Error(`${executable}:\n  ${faults.join('\n  ')}`);
  }
}

/** @param {string} executable */
function distributionOf(executable) {
  if (process.platform !== 'darwin') return dirname(executable);
  return resolve(dirname(executable), '..', '..', '..');
}
