// The number that identifies a build, in each ceremony record and beside each release.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export const digestFile = 'BUILD-SHA256';

/** The compiled parts: three programs and the page. */
const programs = ['main', 'preload', 'renderer', 'vault'];

/**
 * SHA-256 over the path, length and bytes of every compiled file, in the order of their paths; as the app itself computes
 * it (main/platform/build-sha256.ts).
 * @param {string} out the folder with the compiled app, or the one that an app.asar was unpacked into
 * @returns {Promise<string>} 64 hex digits
 */
export async function buildDigest(out) {
  const hash = createHash('sha256');
  for (const path of (await Promise.all(programs.map((name) => filesBelow(out, name)))).flat().sort()) {
    const bytes = await readFile(join(out, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * @param {string} out
 * @param {string} program
 */
async function filesBelow(out, program) {
  const entries = await readdir(join(out, program), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}
