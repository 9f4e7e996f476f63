// Builds the tools that are Go modules, from the sources that build/go-tools/go.sum pins.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cacheFolder } from './electron-runtime.mjs';
import { repoRoot, run, say } from './run.mjs';

const module = join(repoRoot, 'build', 'go-tools');
const buildMinutes = 10;

/**
 * @param {string} tool the path of a `main` package of a module in go.mod
 * @returns {Promise<{ executable: string } | { missing: string }>} its executable, which is built once for each state of
 *   go.sum; or why there is none, in one line
 */
export async function goTool(tool) {
  const pins = await readFile(join(module, 'go.sum'));
  const state = createHash('sha256').update(pins).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), `go-tools-${state}`);
  const executable = join(folder, basename(tool));
  if (existsSync(executable)) return { executable };
  const go = await run('go', ['version'], { output: 'collect', timeoutSeconds: 60 });
  if (go.code !== 0) return { missing: 'Go is not installed' };
  say(`Setting up: building ${basename(tool)} …`);
  await mkdir(folder, { recursive: true });
  const making = `${executable}.${process.pid}`;
  const built = await run('go', ['build', '-mod=readonly', '-trimpath', '-o', making, tool], {
    cwd: module,
    output: 'collect',
    timeoutSeconds: buildMinutes * 60,
  });
  if (built.code !== 0) {
    const [why = `code ${built.code}`] = built.output.trim().split('\n').slice(-1);
    return { missing: `${basename(tool)} could not be built: ${why}` };
  }
  await rename(making, executable);
  return { executable };
}
