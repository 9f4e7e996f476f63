// Compiles the three programs and the page into out/, including their dependencies.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { dataFontFiles } from './data-font-files.mjs';
import { putFirstScreen } from './first-screen.mjs';
import { licenceList, noticesFile, putNotices } from './notices.mjs';
import { giveUp, repoRoot, say } from './run.mjs';

/** @typedef {{ name: string, entry: string, oneFile: boolean }} NodeProgram */

/** @type {readonly NodeProgram[]} */
const nodePrograms = [
  // Several chunks, so that lazy imports are loaded lazily.
  { name: 'main', entry: 'main/main.ts', oneFile: false },
  { name: 'vault', entry: 'main/vault/vault.ts', oneFile: false },
  // A sandboxed preload cannot require files.
  { name: 'preload', entry: 'main/preload.ts', oneFile: true },
];
const programs = [...nodePrograms.map(({ name }) => name), 'renderer'];
const out = join(repoRoot, 'out');
const stamp = join(out, 'built-from.json');
/** Function names are kept, because the log names the functions in a bug's stack. */
const names = { function: true, class: true };
const smallWithNames = {
  compress: { keepNames: names },
  mangle: { toplevel: true, keepNames: names },
  codegen: { removeWhitespace: true },
};
const targets = { node: 'node20', page: 'chrome130' };

/** Compiles the app, unless it has already been compiled from exactly these sources. Needs node_modules. */
export async function bundle() {
  const sources = await hashSources();
  if (await isBuiltFrom(sources)) return;
  const started = Date.now();
  await rm(stamp, { force: true });
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production'; // Vite lets this variable choose which React it bundles
  try {
    await Promise.all([
      ...nodePrograms.map((program) => bundleNodeProgram(program, { into: out })),
      bundlePage({ into: out }),
    ]);
    await putFirstScreen(out, targets);
    await putNotices(out, programs);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    giveUp(`The build failed.\n${process.stderr.isTTY ? message : stripVTControlCharacters(message)}`);
  }
  if (environment === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = environment;
  await mkdir(out, { recursive: true });
  await writeFile(stamp, JSON.stringify({ sources }));
  say(`Built into out/ in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Compiles everything again, into another folder, with plugins that inspect the modules.
 * @param {string} into
 * @param {(program: string) => import('vite').PluginOption} watch returns a plugin for main, vault, preload or renderer
 */
export async function bundleWatched(into, watch) {
  process.env['NODE_ENV'] = 'production';
  const watched = (/** @type {string} */ name) => ({ into, watch: watch(name) });
  await Promise.all([
    ...nodePrograms.map((program) => bundleNodeProgram(program, watched(program.name))),
    bundlePage(watched('renderer')),
  ]);
}

/**
 * @param {NodeProgram} program
 * @param {{ into: string, watch?: import('vite').PluginOption }} options
 */
async function bundleNodeProgram({ name, entry, oneFile }, { into, watch }) {
  const { build } = await import('vite');
  await build({
    root: repoRoot,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [watch],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      target: targets.node,
      outDir: join(into, name),
      emptyOutDir: true,
      sourcemap: false,
      license: watch === undefined && { fileName: licenceList },
      rolldownOptions: {
        external: ['electron', /^electron\//, /^node:/, ...builtinModules],
        output: {
          format: 'cjs',
          entryFileNames: `${name}.cjs`,
          chunkFileNames: '[name]-[hash].cjs',
          minify: smallWithNames,
          ...(oneFile ? { codeSplitting: false } : {}),
        },
      },
    },
  });
}

/** @param {{ into: string, watch?: import('vite').PluginOption }} options */
async function bundlePage({ into, watch }) {
  const [{ build }, { default: react }, { guideModule }] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-react'),
    import('./guide.mjs'), // needs a package, which set-up installs
  ]);
  await build({
    root: join(repoRoot, 'renderer'),
    base: '/',
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), dataFontFiles(), guideModule(), watch],
    build: {
      target: targets.page,
      outDir: join(into, 'renderer'),
      emptyOutDir: true,
      manifest: true, // read and removed by first-screen.mjs
      assetsInlineLimit: 0, // the page's policy allows only the kit's icons as data: URIs
      modulePreload: { polyfill: false },
      sourcemap: false,
      license: watch === undefined && { fileName: licenceList },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: ['index.html', 'print.html'].map((name) => join(repoRoot, 'renderer', name)),
      },
    },
  });
}

/** @param {string} sources */
async function isBuiltFrom(sources) {
  const entries = [
    ...nodePrograms.map(({ name }) => join(name, `${name}.cjs`)),
    join('renderer', 'index.html'),
    join('renderer', 'print.html'),
    noticesFile,
  ];
  if (!entries.every((entry) => existsSync(join(out, entry)))) return false;
  return (await readFile(stamp, 'utf8').catch(() => '')) === JSON.stringify({ sources });
}

/** @returns {Promise<string>} a hash over everything that the output depends on */
async function hashSources() {
  const folders = ['main', 'renderer', join('docs', 'guide')];
  const files = ['package-lock.json', ...(await Promise.all(folders.map(filesIn))).flat()];
  const scripts = [
    'bundle.mjs',
    'data-font-files.mjs',
    'first-screen.mjs',
    'guide.mjs',
    'notices.mjs',
    'tsconfig.base.json',
  ].map((name) => join('build', name));
  const hash = createHash('sha256').update(repoRoot);
  for (const file of [...files, ...scripts].sort()) {
    hash.update(`${file}\0`).update(await readFile(join(repoRoot, file)));
  }
  return hash.digest('hex');
}

/** @param {string} folder */
async function filesIn(folder) {
  const entries = await readdir(join(repoRoot, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(repoRoot, join(entry.parentPath, entry.name)));
}
