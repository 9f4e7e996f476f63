// Puts the first screen into the built page, as HTML with its own small style sheet. The window paints it before any
// script of the page has run, and before the UI kit's whole style sheet has been read.
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fontFace } from './data-font-files.mjs';
import { repoRoot } from './run.mjs';

/**
 * @param {string} out the folder with the page that was just built
 * @param {{ node: string }} targets
 */
export async function putFirstScreen(out, targets) {
  const screen = await renderScreen(join(out, 'ahead'), targets);
  const page = join(out, 'renderer');
  const style = await stylesOf(screen, await styleSheets(page, 'shell/take-over.tsx'));
  const name = `assets/first-${createHash('sha256').update(style).digest('hex').slice(0, 8)}.css`;
  await writeFile(join(page, name), style);
  const links = [
    `<link rel="stylesheet" href="/${name}">`,
    ...fontsOf(style).map(
      (font) => `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`,
    ),
  ];
  const html = await readFile(join(page, 'index.html'), 'utf8');
  await writeFile(
    join(page, 'index.html'),
    html
      .replace('</head>', `${links.join('')}</head>`)
      .replace('<div id="root" inert></div>', () => `<div id="root" inert>${screen}</div>`),
  );
}

/**
 * The style sheets of a module of the page and its imports, in the order in which they are loaded.
 * @param {string} page
 * @param {string} module
 */
async function styleSheets(page, module) {
  const file = join(page, '.vite', 'manifest.json');
  /** @type {Record<string, { css?: string[], imports?: string[] }>} */
  const chunks = JSON.parse(await readFile(file, 'utf8'));
  await rm(join(page, '.vite'), { recursive: true });
  /** @type {(name: string) => string[]} */
  const namesIn = (name) => [...(chunks[name]?.imports ?? []).flatMap(namesIn), ...(chunks[name]?.css ?? [])];
  const sheets = await Promise.all(
    [...new Set(namesIn(module))].map((name) => readFile(join(page, name), 'utf8')),
  );
  return sheets.join('\n');
}

/**
 * @param {string} folder for intermediate files
 * @param {{ node: string }} targets
 * @returns {Promise<string>}
 */
async function renderScreen(folder, targets) {
  const [{ build }, { guideModule }] = await Promise.all([import('vite'), import('./guide.mjs')]);
  await build({
    root: join(repoRoot, 'renderer'),
    plugins: [guideModule()],
    configFile: false,
    publicDir: false,
    logLevel: 'error', // the kit's "use client" marks would cause warnings
    ssr: { noExternal: true, target: 'node' },
    build: { ssr: 'shell/render-ahead.tsx', target: targets.node, outDir: folder, emptyOutDir: true },
  });
  /** @type {{ renderAhead: () => string }} */
  const { renderAhead } = await import(pathToFileURL(join(folder, 'render-ahead.js')).href);
  await rm(folder, { recursive: true });
  return renderAhead();
}

/**
 * The rules that apply to the screen, in light or dark mode.
 * @param {string} screen
 * @param {string} css
 */
async function stylesOf(screen, css) {
  const { PurgeCSS } = await import('purgecss');
  const [kept] = await new PurgeCSS().purge({
    content: [
      {
        raw: `<html><body class="awsui-dark-mode"><div id="root">${screen}</div></body></html>`,
        extension: 'html',
      },
    ],
    css: [{ raw: css }],
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  if (kept === undefined) throw new Error('The first screen has no styles.');
  return kept.css;
}

/**
 * The fonts of the first screen. They are preloaded together with the style sheet, because the first paint would show
 * no text without them.
 * @param {string} css
 */
function fontsOf(css) {
  const upright = (css.match(fontFace) ?? []).filter((face) => /font-style:\s*normal/.test(face));
  return upright.flatMap((face) => /url\(([^)]+)\)/.exec(face)?.[1] ?? []);
}
