// node build/release-notes.mjs 0.2.0 — prints what CHANGELOG.md says of a version; ends with 1 where it says nothing.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { giveUp, repoRoot } from './run.mjs';

/**
 * @param {string} changelog in the form of Keep a Changelog
 * @param {string} version
 * @returns {string | undefined} without its heading; undefined where there is none, or it is empty
 */
export function notesOf(changelog, version) {
  const lines = changelog.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`## [${version}]`));
  if (from === -1) return undefined;
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith('## ['));
  const notes = lines.slice(from + 1, length === -1 ? undefined : from + 1 + length);
  return notes.join('\n').trim() || undefined;
}

/**
 * Every release that a changelog names, as a release file has it (main/releases/release-shape.ts): what stands below
 * `### Grave` is grave, and what stands below `### Security` and `### Fixed` is mended besides.
 * @param {string} changelog
 * @returns {{ version: string, date: string, grave: string[], mends: string[] }[]} in its order, the newest first
 */
export function releasesOf(changelog) {
  const headings = [...changelog.matchAll(/^## \[(\d+\.\d+\.\d+)\](?: - (\S+))?/gm)];
  return headings.map(([, version = '', date = '']) => {
    const chapters = `\n${notesOf(changelog, version) ?? ''}`.split('\n### ');
    const itemsOf = (/** @type {string} */ title) =>
      chapters.filter((chapter) => chapter.startsWith(`${title}\n`)).flatMap(plainItems);
    return {
      version,
      date,
      grave: itemsOf('Grave'),
      mends: [...itemsOf('Security'), ...itemsOf('Fixed')],
    };
  });
}

/** @param {string} chapter */
function plainItems(chapter) {
  const [, ...items] = chapter.split(/^- /m);
  return items.map((item) =>
    item
      .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
      .replaceAll(/\*\*|`/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const version = process.argv[2] ?? '';
  const notes = notesOf(await readFile(join(repoRoot, 'CHANGELOG.md'), 'utf8'), version);
  if (notes === undefined) giveUp(`CHANGELOG.md has no section [${version}]. Write one before you release.`);
  process.stdout.write(`${notes}\n`);
}
