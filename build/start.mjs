// npm start — sets up what is missing, builds, and opens the app with the given arguments.
import { bundle } from './bundle.mjs';
import { giveUp, repoRoot, run, say } from './run.mjs';
import { setUpElectron } from './set-up.mjs';

if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  giveUp(
    'There is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set).\n' +
      'Run this on a desktop, or try: npm run demo (it runs a job in the real window on a virtual display).',
  );
}
const { executable } = await setUpElectron(['window']);
await bundle();
/** @type {string[]} */
const switches = [];
if (process.platform === 'linux' && process.getuid?.() === 0) {
  // SECURITY: otherwise Chromium refuses to run as root. The page then has no sandbox, so the person is told.
  switches.push('--no-sandbox');
  say("Running as root: Chromium's sandbox is off. For real work, start Keyferry as an ordinary user.");
}
const env = { ...process.env };
delete env['ELECTRON_RUN_AS_NODE'];
const { code } = await run(executable, [...switches, repoRoot, ...process.argv.slice(2)], { env });
process.exitCode = code;
