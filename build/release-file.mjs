// node build/release-file.mjs <folder of a release> [changelog] — makes release.json there, out of SHA256SUMS, BUILD-SHA256 and
// CHANGELOG.md, and signs it (docs/releasing.md). KEYFERRY_RELEASE_SIGN_KEY names the private key, PKCS#8 PEM.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadModule } from './load-module.mjs';
import { releasesOf } from './release-notes.mjs';
import { giveUp, repoRoot, say } from './run.mjs';
import { setUpTools } from './set-up.mjs';

/** @typedef {{ makeRelease(facts: object, signingKey: string): Promise<{ text: string, x: string }> }} Maker */
/** @typedef {{ releaseKey(isPackaged: boolean, environment: object): string | undefined }} Pinned */

const [, , folderName = 'dist', changelogFile = join(repoRoot, 'CHANGELOG.md')] = process.argv;
const folder = resolve(folderName);
const keyFile = process.env['KEYFERRY_RELEASE_SIGN_KEY'];
if (!keyFile) giveUp('KEYFERRY_RELEASE_SIGN_KEY names no private key, so no release.json was made.');

await setUpTools();
const [{ makeRelease }, { releaseKey }] = await Promise.all([
  /** @type {Promise<Maker>} */ (loadModule('main/releases/make-release.ts')),
  /** @type {Promise<Pinned>} */ (loadModule('main/releases/release-key.ts')),
]);
try {
  const { text, x } = await makeRelease(await factsOf(), await readFile(keyFile, 'utf8'));
  const pinned = releaseKey(true, {});
  if (pinned !== undefined && pinned !== x)
    throw new Error(`It was signed by ${x}, and builds of this source trust only ${pinned}.`);
  await writeFile(join(folder, 'release.json'), text);
  say(`Saved ${join(folder, 'release.json')}, signed by ${x}`);
  if (pinned === undefined) say('No build can check it yet: main/releases/release-key.ts has no key.');
} catch (error) {
  giveUp(`No release.json was made. ${error instanceof Error ? error.message : String(error)}`);
}

async function factsOf() {
  const [manifest, changelog, sums, digest] = await Promise.all([
    readFile(join(repoRoot, 'package.json'), 'utf8'),
    readFile(changelogFile, 'utf8'),
    readFile(join(folder, 'SHA256SUMS'), 'utf8'),
    readFile(join(folder, 'BUILD-SHA256'), 'utf8'),
  ]);
  const { version } = JSON.parse(manifest);
  const releases = releasesOf(changelog);
  const date = releases.find((release) => release.version === version)?.date;
  if (date === undefined) throw new Error(`The changelog has no section “## [${version}] - date”.`);
  const files = sums
    .trim()
    .split('\n')
    .map((line) => ({ name: line.slice(66), sha256: line.slice(0, 64) }));
  return { version, date, buildSha256: digest.trim(), files, releases };
}
