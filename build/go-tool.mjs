// Builds the tools that are Go modules, from the sources that build/go-tools/go.sum pins.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cacheFolder } from './electron-runtime.mjs';
import { repoRoot, run, say } from './run.mjs';

const module = join(repoRoot, 'build', 'go-tools');
const buildMinutes = 10;

/** @returns {Promise<string | undefined>} why there is no Go to use, or nothing where there is */
export async function whyNoGo() {
  const { code } = await run('go', ['version'], { output: 'collect', timeoutSeconds: 60 });
  return code === 0 ? undefined : 'Go is not installed';
}

/**
 * @param {string} tool the path of a `main` package of a module in go.mod
 * @returns {Promise<string>} its executable, which is built once for each state of go.sum
 * @throws Error when there is no Go, or the tool cannot be built
 */
export async function goTool(tool) {
  const missing = await whyNoGo();
  if (missing) throw new Error(missing);
  const pins = await readFile(join(module, 'go.sum'));
  const state = createHash('sha256').update(pins).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), `go-tools-${state}`);
  const executable = join(folder, basename(tool));
  if (existsSync(executable)) return executable;
  say(`Setting up: building ${basename(tool)} …`);
  await mkdir(folder, { recursive: true });
  const making = `${executable}.${process.pid}`;
  const { code, output } = await run('go', ['build', '-mod=readonly', '-trimpath', '-o', making, tool], {
    cwd: module,
    output: 'collect',
    timeoutSeconds: buildMinutes * 60,
  });
  if (code !== 0) throw new Error(`${tool} could not be built.\n${output.trim()}`);
  await rename(making, executable);
  return executable;
}
