// Collects the licences of everything that is bundled into one file, which every package carries.
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoRoot } from './run.mjs';

/** Where Vite lists the licences of what it bundled, in the folder of each program (`build.license`). */
export const licenceList = 'licences.json';
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** SPDX expressions of licences that Apache-2.0 software may be shipped with. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  '(MIT OR Apache-2.0)',
]);

/**
 * Packages that are published without their licence's text, and where the same text is: in another package of the same
 * repository, or, as Apache-2.0 says nothing of the author in it, in ours.
 * @type {Readonly<Record<string, string>>}
 */
const textIsIn = {
  '@aws-sdk/credential-provider-http': 'LICENSE',
  '@aws-sdk/credential-provider-login': 'LICENSE',
  '@aws-sdk/nested-clients': 'LICENSE',
  'proxy-agent-negotiate': 'node_modules/https-proxy-agent/LICENSE',
};

/** Files with notices that have to travel as well (Apache-2.0 §4d), and licences of what a package itself bundles. */
const noticeName = /^(notice|copyrightnotice|third-?party)/i;

/** @typedef {{ name: string, version: string, identifier?: string, text?: string }} Bundled as Vite lists it */

/**
 * Takes the lists of the programs away, and puts one file in their place.
 * @param {string} out with a folder for each program
 * @param {readonly string[]} programs
 * @throws Error that names each package with a licence that is not allowed, or without a text
 */
export async function putNotices(out, programs) {
  const lists = await Promise.all(programs.map((program) => takeList(join(out, program, licenceList))));
  const bundled = new Map(lists.flat().map((entry) => [`${entry.name} ${entry.version}`, entry]));
  const folders = await foldersInLock();
  const notices = await Promise.all(
    [...bundled].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => noticeOf(entry, folders)),
  );
  const faults = notices.flatMap(({ fault }) => fault ?? []);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  /** @type {Map<string, string[]>} */
  const packagesByText = new Map();
  for (const { text, title } of notices)
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), title]);
  const parts = [...packagesByText].map(([text, titles]) => `${titles.join('\n')}\n\n${text}`);
  await writeFile(join(out, noticesFile), `${[opening, ...parts].join(rule)}\n`);
}

const rule = `\n\n${'-'.repeat(80)}\n\n`;
const opening = `Keyferry is licensed under the Apache License 2.0, in the file LICENSE. It contains the following
packages, each under the licence that follows its name. Electron and Chromium are not among them: their licences are in
LICENSE.electron.txt and LICENSES.chromium.html.`;

/**
 * @param {string} path
 * @returns {Promise<Bundled[]>}
 */
async function takeList(path) {
  const list = JSON.parse(await readFile(path, 'utf8'));
  await rm(path);
  return list;
}

/** @returns {Promise<ReadonlyMap<string, string>>} the folder of each package that is installed, by name and version */
async function foldersInLock() {
  /** @type {{ packages: Record<string, { version?: string }> }} */
  const { packages } = JSON.parse(await readFile(join(repoRoot, 'package-lock.json'), 'utf8'));
  return new Map(
    Object.entries(packages).map(([path, { version }]) => [
      `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${version}`,
      join(repoRoot, path),
    ]),
  );
}

/**
 * @param {Bundled} entry
 * @param {ReadonlyMap<string, string>} folders
 * @returns {Promise<{ title: string, text: string, fault?: string }>}
 */
async function noticeOf({ name, version, identifier = '', text: own }, folders) {
  const title = `${name} ${version} (${identifier})`;
  const fault = (/** @type {string} */ what) => ({ title, text: '', fault: `${name} ${version} ${what}` });
  const folder = folders.get(`${name} ${version}`);
  if (folder === undefined) return fault('is bundled, but not in the lock file');
  if (!allowed.has(identifier)) return fault(`has a licence that is not allowed: ${identifier || 'none'}`);
  const elsewhere = textIsIn[name];
  const text = own ?? (elsewhere && (await readFile(join(repoRoot, elsewhere), 'utf8')).trim());
  if (text === undefined) return fault('has no text of its licence');
  const more = (await readdir(folder)).filter((file) => noticeName.test(file)).sort();
  const notices = await Promise.all(more.map((file) => readFile(join(folder, file), 'utf8')));
  return { title, text: [text, ...notices.map((notice) => notice.trim())].join('\n\n') };
}
