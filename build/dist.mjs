// npm run dist             — makes the installers for this system; on Windows and macOS other arguments go to
//                            electron-builder
// npm run dist -- --dir    — makes only the app's folder, with the Electron in use and without downloads
// npm run dist -- --windows <folder> <x64|arm64>  — on Linux: makes the packages of Windows out of a folder that
//                            `npm run dist` made on Windows, beside what is in dist/
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from './bundle.mjs';
import { electronRuntime, versionOf } from './electron-runtime.mjs';
import { packager, packForLinux } from './linux-packages.mjs';
import { packageApp, refuseWrongFuses, runElectronBuilder } from './package-app.mjs';
import { addReleaseFiles, releaseTime } from './release-files.mjs';
import { giveUp, repoRoot, say } from './run.mjs';
import { missingForWindows, packForWindows } from './windows-packages.mjs';
import { setUpTools } from './set-up.mjs';

const into = join(repoRoot, 'dist');

await setUpTools();
try {
  if (process.argv.includes('--dir')) {
    const { folder } = await packageApp({ into });
    say(`Packaged into ${folder} (all fuses checked). Use it only to try the app out, not for a release.`);
  } else if (process.argv.includes('--windows')) {
    const [folder = '', arch = 'x64'] = process.argv.slice(process.argv.indexOf('--windows') + 1);
    await makeWindowsPackages(folder, arch === 'arm64' ? 'arm64' : 'x64');
  } else if (process.platform === 'linux') {
    await makeLinuxPackages();
  } else {
    await makeInstallers(process.argv.slice(2));
  }
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}

/**
 * Windows and macOS.
 * @param {readonly string[]} args
 */
async function makeInstallers(args) {
  const runtime = await electronRuntime();
  if (runtime.kind !== 'official') {
    giveUp(
      `Installers can be made only from the official Electron, but the one in use is ${nameOf(runtime.kind)}. ` +
        'To try a packaged app here: npm run dist -- --dir',
    );
  }
  await bundle();
  await rm(into, { recursive: true, force: true });
  await runElectronBuilder(args);
  await refuseWrongFuses(into);
  await addReleaseFiles(into, { builtAt: await releaseTime(), electron: await versionOf(runtime) });
  say(`Installers are in ${into} (all fuses checked).`);
}

async function makeLinuxPackages() {
  const nfpm = await packager();
  if ('missing' in nfpm) giveUp(`${nfpm.missing}: nfpm makes the deb and the rpm.`);
  const runtime = await electronRuntime();
  const builtAt = await releaseTime();
  await rm(into, { recursive: true, force: true });
  const work = await mkdtemp(join(tmpdir(), 'keyferry-dist-'));
  try {
    const { folder } = await packageApp({ into: join(work, 'packed') });
    await packForLinux({ folder, into, builtAt });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  await addReleaseFiles(into, { builtAt, electron: await versionOf(runtime) });
  const advice =
    runtime.kind === 'official' ? '' : ` Do not release them: their Electron is ${nameOf(runtime.kind)}.`;
  say(`Packages are in ${into} (all fuses checked).${advice}`);
}

/**
 * @param {string} folder
 * @param {'x64' | 'arm64'} arch
 */
async function makeWindowsPackages(folder, arch) {
  const missing = await missingForWindows();
  if (missing !== undefined) giveUp(missing);
  const certificate = process.env['KEYFERRY_SIGN_CERTIFICATE'];
  const key = process.env['KEYFERRY_SIGN_KEY'];
  const signer =
    certificate && key
      ? { certificate, key, timestampUrl: process.env['KEYFERRY_SIGN_TIMESTAMP'] }
      : undefined;
  const builtAt = await releaseTime();
  await packForWindows({ folder: resolve(folder), into, builtAt, arch, ...(signer ? { signer } : {}) });
  await addReleaseFiles(into, { builtAt, electron: await versionOf(await electronRuntime()) });
  say(
    `Packages of Windows for ${arch} are in ${into}, ${signer ? 'signed' : 'NOT signed: no certificate was given'}.`,
  );
}

/** @param {'named' | 'registry' | 'official'} kind */
function nameOf(kind) {
  return kind === 'registry' ? "the registry's old build" : 'the one that KEYFERRY_ELECTRON names';
}
