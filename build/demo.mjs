// npm run demo — one job in the real window on a virtual display; screenshots and the result land in out/demo/.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { repoRoot, run, say } from './run.mjs';
import { setUpElectron } from './set-up.mjs';
import { openVirtualDisplay } from './virtual-display.mjs';

const folder = join(repoRoot, 'out', 'demo');
const { executable } = await setUpElectron(['window', 'display', 'openssl']);
await bundle();
await rm(folder, { recursive: true, force: true });
const display = await openVirtualDisplay();
const { code } = await run(
  process.execPath,
  [join(repoRoot, 'test', 'e2e', 'demo-driver.mjs'), '--out', folder],
  { env: { ...display.environment, KEYFERRY_ELECTRON: executable }, timeoutSeconds: 5 * 60 },
);
display.close();
if (code !== 0) say(`The demo failed (code ${code}).`);
process.exitCode = code;
