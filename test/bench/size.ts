import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronPath, repoRoot } from '../helpers/launch-app';
import type { Line } from './report';

/** Measures what the packaged app adds to Electron on the disk, and what is read before the first screen. */
export function measure(folder: string): readonly Line[] {
  const asar = sizeOf(join(folder, 'resources', 'app.asar'));
  const out = (name: string) => sizesIn(join(repoRoot, 'out', name));
  const page = out('renderer');
  const main = out('main');
  const kB = (name: string, text: string, bytes: number): Line => ({
    name,
    text,
    unit: 'kB',
    value: bytes / 1000,
  });
  return [
    {
      name: 'asarMegabytes',
      text: 'app.asar',
      unit: 'MB',
      value: asar / 1e6,
      goal: { atMost: 4 },
    },
    // Electron's own file there is a demo app, which ours replaces.
    kB('installedBeyondElectron', 'Installed beyond Electron itself', sizeOf(join(folder, 'resources'))),
    kB(
      'leftOutOfElectron',
      '  left out of Electron: languages',
      sizeOf(join(dirname(electronPath()), 'locales')) - sizeOf(join(folder, 'locales')),
    ),
    kB('pageFirstScript', 'Page: script of the first screen', firstScripts(page)),
    kB('pageAllScripts', '  all scripts', sum(page, /\.js$/)),
    kB('pageStyles', '  styles', sum(page, /\.css$/)),
    kB('pageFonts', '  fonts', sum(page, /\.woff2$/)),
    kB('mainAtStart', 'Main: parsed at start', sum(main, /^main\.cjs$/)),
    kB('mainLater', '  loaded when a job needs it', sum(main, /^(?!main\.cjs$).*\.cjs$/)),
    kB('vault', 'Vault process', sum(out('vault'), /\.cjs$/)),
  ];
}

interface Sized {
  readonly name: string;
  readonly bytes: number;
}

const sum = (files: readonly Sized[], which: RegExp): number =>
  files.filter(({ name }) => which.test(name)).reduce((total, { bytes }) => total + bytes, 0);

/** The scripts that the page's document names; no others are read before it is painted. */
function firstScripts(page: readonly Sized[]): number {
  const document = readFileSync(join(repoRoot, 'out', 'renderer', 'index.html'), 'utf8');
  return page
    .filter(({ name }) => name.endsWith('.js') && document.includes(`/${name}"`))
    .reduce((total, { bytes }) => total + bytes, 0);
}

function sizesIn(folder: string): readonly Sized[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, bytes: statSync(join(parentPath, name)).size }));
}

function sizeOf(path: string): number {
  return statSync(path).isFile() ? statSync(path).size : sum(sizesIn(path), /./);
}
