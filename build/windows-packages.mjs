// Makes the packages of Windows out of the app's packed folder, on Linux: an installer, an MSI for roll-out, and a zip for
// a stick. Signs them where it is given a certificate.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { repoRoot, run } from './run.mjs';

const packMinutes = 20;
const inWindows = (/** @type {string} */ name) => join(repoRoot, 'build', 'windows', name);

/** @typedef {{ readonly certificate: string, readonly key: string, readonly timestampUrl?: string | undefined }} Signer PEM files */

/** Programs that it takes, by the Debian package that has them. */
const programs = { makensis: 'nsis', wixl: 'wixl', 'wixl-heat': 'wixl', zip: 'zip' };

/**
 * Why packages for Windows cannot be made here; undefined where they can.
 * @returns {Promise<string | undefined>}
 */
export async function missingForWindows() {
  for (const [program, named] of Object.entries(programs)) {
    if (!(await isThere(program))) return `${program} is missing (Debian: ${named})`;
  }
  return undefined;
}

/**
 * @param {{ folder: string, into: string, builtAt: number, arch?: 'x64' | 'arm64', signer?: Signer }} options folder: as
 *   electron-builder packed it (win-unpacked); builtAt: seconds since 1970
 * @returns {Promise<{ installer: string, msi: string, zip: string }>} paths
 * @throws Error when a packager or the signer fails
 */
export async function packForWindows({ folder, into, builtAt, arch = 'x64', signer }) {
  const { version } = JSON.parse(await readFile(join(repoRoot, 'package.json'), 'utf8'));
  const work = await mkdtemp(join(tmpdir(), 'keyferry-windows-'));
  await mkdir(into, { recursive: true });
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(builtAt), TZ: 'UTC', LC_ALL: 'C' };
  const named = (/** @type {string} */ ending) => join(into, `Keyferry-${version}-win-${arch}${ending}`);
  const made = { installer: named('.exe'), msi: named('.msi'), zip: named('-portable.zip') };
  try {
    if (signer) await signAll([join(folder, 'Keyferry.exe')], signer, work);
    await makeInstaller({ folder, to: made.installer, version, env, work });
    await makeMsi({ folder, to: made.msi, version, arch, env, work });
    await makeZip(folder, made.zip, builtAt, work, env);
    if (signer) await signAll([made.installer, made.msi], signer, work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return made;
}

/** @param {{ folder: string, to: string, version: string, env: NodeJS.ProcessEnv, work: string }} options */
async function makeInstaller({ folder, to, version, env, work }) {
  const list = join(work, 'installed.nsh');
  const files = await filesBelow(folder);
  const atTop = files.filter((path) => !path.includes('/'));
  await writeFile(list, atTop.map((name) => `Delete "$INSTDIR\\${name}"\n`).join(''));
  const sizes = await Promise.all(files.map(async (path) => (await stat(join(folder, path))).size));
  const defined = {
    VERSION: version,
    NUMBERS: numbersOf(version),
    FROM: folder,
    TO: to,
    LIST: list,
    KIB: String(Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)),
  };
  const asked = Object.entries(defined).map(([name, value]) => `-D${name}=${value}`);
  await succeed('makensis', ['-V2', '-WX', ...asked, inWindows('keyferry.nsi')], env);
}

/** @param {{ folder: string, to: string, version: string, arch: string, env: NodeJS.ProcessEnv, work: string }} options */
async function makeMsi({ folder, to, version, arch, env, work }) {
  const parts = join(work, 'files.wxs');
  const paths = (await filesBelow(folder)).map((path) => join(folder, path)).sort();
  const heat = [
    '--directory-ref=INSTALLDIR',
    '--component-group=AppFiles',
    '--var=var.From',
    `--prefix=${folder}/`,
    '--win64',
  ];
  await writeFile(parts, await outputOf('wixl-heat', heat, env, `${paths.join('\n')}\n`));
  // wixl takes only relative paths.
  const defined = [
    '-D',
    `From=${basename(folder)}`,
    '-D',
    `Version=${numbersOf(version)}`,
    '-D',
    'Win64=yes',
  ];
  // The MSI format knows x64 as well for programs of arm64, which Windows on ARM installs from it.
  const archOfMsi = arch === 'arm64' ? 'x64' : arch;
  const asked = ['--arch', archOfMsi, ...defined, '-o', to, inWindows('keyferry.wxs'), parts];
  await outputOf('wixl', asked, env, '', dirname(folder));
}

/**
 * With the folder for its data beside the program, so that nothing is kept anywhere else.
 * @param {string} folder
 * @param {string} to
 * @param {number} builtAt
 * @param {string} work
 * @param {NodeJS.ProcessEnv} env
 */
async function makeZip(folder, to, builtAt, work, env) {
  const inside = join(work, 'Keyferry');
  await succeed('cp', ['-a', folder, inside], env);
  await mkdir(join(inside, 'Keyferry-data'));
  const at = new Date(builtAt * 1000).toISOString().slice(0, 19).replace('T', ' ');
  await succeed('find', [inside, '-exec', 'touch', '--no-dereference', '--date', at, '{}', '+'], env);
  await rm(to, { force: true });
  const names = [
    'Keyferry/',
    'Keyferry/Keyferry-data/',
    ...(await filesBelow(inside)).map((path) => `Keyferry/${path}`),
  ];
  await outputOf('zip', ['-X', '-q', to, '-@'], env, `${names.sort().join('\n')}\n`, dirname(inside));
}

/**
 * @param {readonly string[]} files
 * @param {Signer} signer
 * @param {string} work
 */
async function signAll(files, { certificate, key, timestampUrl }, work) {
  for (const file of files) {
    const signed = join(work, `signed-${basename(file)}`);
    const asked = ['sign', '-certs', certificate, '-key', key, '-h', 'sha256', '-n', 'Keyferry'];
    const stamped = timestampUrl === undefined ? [] : ['-ts', timestampUrl];
    await succeed('osslsigncode', [...asked, ...stamped, '-in', file, '-out', signed], process.env);
    await succeed('mv', [signed, file], process.env);
  }
}

/** `0.1.0-rc.1` is 0.1.0.0 for Windows. @param {string} version */
const numbersOf = (version) => `${version.replace(/[-+].*$/, '')}.0`;

/** Paths below, with slashes. @param {string} folder @returns {Promise<string[]>} */
async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** @param {string} program */
async function isThere(program) {
  const { code } = await run('which', [program], { output: 'collect', timeoutSeconds: 30 });
  return code === 0;
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
  if (code !== 0) throw new Error(`${program} failed (code ${code}).\n${output.trim()}`);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} input
 * @param {string} [cwd]
 * @returns {Promise<string>}
 */
function outputOf(program, args, env, input, cwd) {
  return new Promise((resolve, reject) => {
    const options = { env, maxBuffer: 64 * 1024 * 1024, ...(cwd === undefined ? {} : { cwd }) };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program}: ${stderr.trim() || error.message}`));
      else resolve(stdout);
    });
    child.stdin?.end(input);
  });
}
