// npm run demo — runs the offline job, a ceremony with the practice KMS, and the pages that look after its keys, in the
// real window on a virtual display.
// Screenshots and the offline job's files go to out/demo/.
//   npm run demo -- --manual   also renews the README's screenshots in docs/screenshots/
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { repoRoot, say } from './run.mjs';
import { setUpElectron } from './set-up.mjs';
import { openVirtualDisplays } from './virtual-display.mjs';

const folder = join(repoRoot, 'out', 'demo');
const { executable } = await setUpElectron(['window', 'display', 'openssl']);
await bundle();
await rm(folder, { recursive: true, force: true });
const display = await openVirtualDisplays();
Object.assign(process.env, display.environment, { KEYFERRY_ELECTRON: executable });
try {
  // The demo shares its helpers with the tests, which are TypeScript. Vite is installed only after set-up.
  const { runnerImport } = await import('vite');
  const load = (/** @type {string} */ name) => runnerImport(join(repoRoot, 'test', 'demo', name));
  const [offline, ceremony, lookAfter] = await Promise.all([
    load('offline-demo.ts'),
    load('ceremony-demo.ts'),
    load('look-after-demo.ts'),
  ]);
  process.stdout.write(`${await offline.module.runOfflineDemo(folder)}\n\n`);
  process.stdout.write(`${await ceremony.module.runCeremonyDemo(folder)}\n`);
  await lookAfter.module.runLookAfterDemo(folder);
  say(`Screenshots and the saved files are in ${folder}`);
  if (process.argv.includes('--manual')) await renewManual();
} finally {
  display.close();
}

async function renewManual() {
  const manual = join(repoRoot, 'docs', 'screenshots');
  await rm(manual, { recursive: true, force: true });
  await mkdir(manual, { recursive: true });
  const shots = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  await Promise.all(shots.map((name) => cp(join(folder, name), join(manual, name))));
}
