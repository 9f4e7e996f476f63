import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { copyApp, type AppCopy } from '../../helpers/app-copy';

/** The attack's scripts, compiled, by their path in the page. */
export async function attackFiles(): Promise<Readonly<Record<string, string>>> {
  const [watch, attack] = await Promise.all([compile('watch'), compile('attack')]);
  return {
    'attack/watch.js': watch,
    'attack/attack.js': attack,
    'attack/worker.js': 'globalThis.postMessage?.(1);',
    'attack/other.html': '<!doctype html><title>attacked</title>',
  };
}

/** The real app with the attack's scripts among its own, so that they run with the rights of the page's own scripts. */
export function attackedApp(files: Readonly<Record<string, string>>): AppCopy {
  const app = copyApp();
  for (const [path, text] of Object.entries(files)) app.write(join('out/renderer', path), text);
  const page = readFileSync(join(app.folder, 'out/renderer/index.html'), 'utf8');
  app.write('out/renderer/index.html', page.replace('<head>', `<head>${scriptElements}`));
  // Without a camera and a microphone nothing would be there to refuse.
  app.write('out/main/with-devices.cjs', withDevices);
  const manifest = JSON.parse(readFileSync(join(app.folder, 'package.json'), 'utf8')) as object; // npm's own file
  app.write('package.json', JSON.stringify({ ...manifest, main: 'out/main/with-devices.cjs' }));
  return app;
}

const withDevices = `
require('electron').app.commandLine.appendSwitch('use-fake-device-for-media-stream');
require('./main.cjs');
`;

/** Watching begins before anything else; attacking waits for the test. */
export const scriptElements =
  '<script src="/attack/watch.js"></script><script type="module" src="/attack/attack.js"></script>';

async function compile(name: string): Promise<string> {
  const outDir = resolve(import.meta.dirname, '../../../out/attack-page', name);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      target: 'chrome130',
      minify: false,
      outDir,
      lib: {
        entry: resolve(import.meta.dirname, `${name}.ts`),
        formats: ['es'],
        fileName: () => 'script.js',
      },
    },
  });
  const [only] = readdirSync(outDir);
  return readFileSync(join(outDir, only ?? 'script.js'), 'utf8');
}
