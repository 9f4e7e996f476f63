// What a release has beside its packages: a list of its components, the licences, the number
// that identifies the build, and the checksum of every file.
import { createHash } from 'node:crypto';
import { copyFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildDigest, digestFile } from './build-digest.mjs';
import { noticesFile } from './notices.mjs';
import { npm, repoRoot, run } from './run.mjs';

const componentsFile = 'sbom.cdx.json';
const checksumsFile = 'SHA256SUMS';

/**
 * The time that everything in a release gets: SOURCE_DATE_EPOCH, or that of the last commit.
 * @returns {Promise<number>} seconds since 1970
 * @throws Error where neither is known
 */
export async function releaseTime() {
  const named = process.env['SOURCE_DATE_EPOCH'];
  const asked = ['log', '-1', '--format=%ct'];
  const text = named ?? (await run('git', asked, { output: 'collect', timeoutSeconds: 60 })).output.trim();
  if (!/^\d{1,10}$/.test(text))
    throw new Error('Set SOURCE_DATE_EPOCH: there is no commit to take the time from.');
  return Number(text);
}

/**
 * Writes them into a folder of packages. Needs a built app (out/).
 * @param {string} folder
 * @param {{ builtAt: number, electron: string }} release electron: its version
 * @throws Error when npm cannot list the components
 */
export async function addReleaseFiles(folder, { builtAt, electron }) {
  await writeFile(join(folder, componentsFile), await componentList(builtAt, electron));
  await copyFile(join(repoRoot, 'out', noticesFile), join(folder, noticesFile));
  await writeFile(join(folder, digestFile), `${await buildDigest(join(repoRoot, 'out'))}\n`);
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== checksumsFile)
    .map(({ name }) => name)
    .sort();
  const lines = await Promise.all(
    names.map(async (name) => `${await sha256(join(folder, name))}  ${name}\n`),
  );
  await writeFile(join(folder, checksumsFile), lines.join(''));
}

/**
 * CycloneDX 1.5, of the lock file's packages without those for development. npm puts the time, a random number and the
 * folder's name into it, which would make each list another.
 * @param {number} builtAt
 * @param {string} electron
 */
async function componentList(builtAt, electron) {
  const asked = ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx'];
  const { code, output } = await npm(asked, { output: 'collect', timeoutSeconds: 120 });
  if (code !== 0) throw new Error(`npm sbom failed (code ${code}).\n${output.trim()}`);
  const list = JSON.parse(output.slice(output.indexOf('{')));
  delete list.serialNumber;
  list.metadata.timestamp = new Date(builtAt * 1000).toISOString();
  Object.assign(list.metadata.component, { type: 'application', name: 'keyferry' });
  list.components.push({
    'bom-ref': `electron@${electron}`,
    type: 'framework',
    name: 'electron',
    version: electron,
    purl: `pkg:npm/electron@${electron}`,
    licenses: [{ license: { id: 'MIT' } }],
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}

/** @param {string} path */
async function sha256(path) {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
