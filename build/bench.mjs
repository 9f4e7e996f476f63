// npm run bench — start, memory, the jobs and their sizes, each beside what it is compared with, on the machine at hand.
// The table goes to the terminal, all figures to out/bench.json, what each dependency adds to out/bench-modules/*.html.
//   npm run bench -- --only start,size   only these parts
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, bundleWatched } from './bundle.mjs';
import { giveUp, repoRoot, say } from './run.mjs';
import { setUpElectron } from './set-up.mjs';
import { openVirtualDisplays } from './virtual-display.mjs';

/** @typedef {{ parts: readonly string[], runPart: (name: string) => Promise<readonly object[]>, table: (lines: readonly object[]) => string, asJson: (lines: readonly object[]) => string }} Bench */

const { executable } = await setUpElectron(['window', 'display', 'openssl', 'tests']);
await bundle();
const display = await openVirtualDisplays();
Object.assign(process.env, display.environment, { KEYFERRY_ELECTRON: executable });
try {
  const { runnerImport } = await import('vite');
  /** @type {{ module: Bench }} */
  const { module } = await runnerImport(join(repoRoot, 'test', 'bench', 'bench.ts'));
  const lines = [];
  for (const part of partsAsked(module.parts)) {
    say(`Measuring: ${part}`);
    const measured = await module.runPart(part);
    process.stdout.write(`${module.table(measured)}\n\n`);
    lines.push(...measured);
    if (part === 'size') await drawModules();
  }
  await writeFile(join(repoRoot, 'out', 'bench.json'), module.asJson(lines));
} finally {
  display.close();
}

/** A treemap for each program: which package how much of it is. */
async function drawModules() {
  const { visualizer } = await import('rollup-plugin-visualizer');
  const into = join(repoRoot, 'out', 'bench-modules');
  await bundleWatched(join(into, 'built'), (program) =>
    visualizer({ filename: join(into, `${program}.html`), title: `Keyferry: ${program}`, gzipSize: true }),
  );
  say(`What each module adds: ${into}`);
}

/** @param {readonly string[]} parts */
function partsAsked(parts) {
  const only = process.argv.indexOf('--only');
  if (only === -1) return parts;
  const names = (process.argv[only + 1] ?? '').split(',');
  const unknown = names.filter((name) => !parts.includes(name));
  if (unknown.length > 0) giveUp(`No such part: ${unknown.join(', ')}. There are ${parts.join(', ')}.`);
  return names;
}
