import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The compiled parts: three programs and the page. */
const programs = ['main', 'preload', 'renderer', 'vault'];

/**
 * Identifies the build that runs, whatever its version says: SHA-256 over the path, length and bytes of every compiled
 * file, in the order of their paths.
 *
 * @param out the folder with the compiled app, which may be inside an Electron archive (app.asar).
 * @returns 64 hex digits
 */
export async function buildSha256(out: string): Promise<string> {
  const paths = (await Promise.all(programs.map((program) => filesBelow(out, program)))).flat().sort();
  const hash = createHash('sha256');
  for (const path of paths) {
    const bytes = await readFile(join(out, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Paths below `out`, with slashes on every system. */
async function filesBelow(out: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(out, folder), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(out, path)));
    else found.push(path);
  }
  return found;
}
