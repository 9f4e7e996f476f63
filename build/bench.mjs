// npm run bench — measures start, memory, jobs and sizes on this computer, each next to a comparison. The table goes to
// the terminal, all figures to out/bench.json, and what each dependency adds to out/bench-modules/*.html.
//   npm run bench -- --only start,size   only these parts
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, bundleWatched } from './bundle.mjs';
import { packageApp } from './package-app.mjs';
import { giveUp, repoRoot, say } from './run.mjs';
import { setUpElectron } from './set-up.mjs';
import { openVirtualDisplays } from './virtual-display.mjs';

/** @typedef {readonly object[]} Lines of the table: test/bench/report.ts */
/** @typedef {{ table: (lines: Lines) => string, asJson: (lines: Lines) => string }} Report */

const parts = ['start', 'memory', 'offline', 'ceremony', 'keys', 'answers', 'growth', 'size'];
const bench = join(repoRoot, 'test', 'bench');

const { executable } = await setUpElectron(['window', 'display', 'openssl', 'tests']);
await bundle();
const display = await openVirtualDisplays();
Object.assign(process.env, display.environment, { KEYFERRY_ELECTRON: executable });
try {
  // The bench shares its helpers with the tests, which are TypeScript. Vite is installed only after set-up.
  const { runnerImport } = await import('vite');
  /** @type {{ module: Report }} */
  const { module: report } = await runnerImport(join(bench, 'report.ts'));
  const lines = [];
  for (const part of partsAsked()) {
    say(`Measuring: ${part}`);
    /** @type {{ module: { measure: (packagedIn: string) => Promise<Lines> } }} */
    const { module } = await runnerImport(join(bench, `${part}.ts`));
    const measured = await module.measure(part === 'size' ? await packagedIn() : '');
    process.stdout.write(`${report.table(measured)}\n\n`);
    lines.push(...measured);
    if (part === 'size') await drawModules();
  }
  await writeFile(join(repoRoot, 'out', 'bench.json'), report.asJson(lines));
} finally {
  display.close();
}

/** Packages the app as it ships. @returns {Promise<string>} its folder */
async function packagedIn() {
  const { folder } = await packageApp({ into: join(repoRoot, 'out', 'bench-package') });
  return folder;
}

/** Draws a treemap for each program, with the size of each package in it. */
async function drawModules() {
  const { visualizer } = await import('rollup-plugin-visualizer');
  const into = join(repoRoot, 'out', 'bench-modules');
  await bundleWatched(join(into, 'built'), (program) =>
    visualizer({ filename: join(into, `${program}.html`), title: `Keyferry: ${program}`, gzipSize: true }),
  );
  say(`What each module adds: ${into}`);
}

function partsAsked() {
  const only = process.argv.indexOf('--only');
  if (only === -1) return parts;
  const names = (process.argv[only + 1] ?? '').split(',');
  const unknown = names.filter((name) => !parts.includes(name));
  if (unknown.length > 0) giveUp(`No such part: ${unknown.join(', ')}. There are ${parts.join(', ')}.`);
  return names;
}
