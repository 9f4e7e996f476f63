// npm run dist             — makes the installers for this system; other arguments go to electron-builder
// npm run dist -- --dir    — makes only the app's folder, with the Electron in use and without downloads
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { packageApp, refuseWrongFuses, runElectronBuilder } from './package-app.mjs';
import { giveUp, repoRoot, say } from './run.mjs';
import { setUpTools } from './set-up.mjs';

const into = join(repoRoot, 'dist');

await setUpTools();
try {
  if (process.argv.includes('--dir')) {
    const { folder } = await packageApp({ into });
    say(`Packaged into ${folder} (all fuses checked). Use it only to try the app out, not for a release.`);
  } else {
    await makeInstallers(process.argv.slice(2));
  }
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}

/** @param {readonly string[]} args */
async function makeInstallers(args) {
  const { kind } = await electronRuntime();
  if (kind !== 'official') {
    const inUse = kind === 'registry' ? "the registry's old build" : 'the one that KEYFERRY_ELECTRON names';
    giveUp(
      `Installers can be made only from the official Electron, but the one in use is ${inUse}. ` +
        'To try a packaged app here: npm run dist -- --dir',
    );
  }
  await bundle();
  await rm(into, { recursive: true, force: true });
  await runElectronBuilder(args);
  await refuseWrongFuses(into);
  say(`Installers are in ${into} (all fuses checked).`);
}
