// A display of our own (Xvfb), for tests and the demo: the same size everywhere, and nobody's desktop is disturbed.
import { spawn } from 'node:child_process';
import { endWithUs, giveUp } from './run.mjs';

const screen = '1600x1200x24';
const startSeconds = 20;

/**
 * Starts Xvfb on a free display number. It ends with this script, or by close().
 * @returns {Promise<{ environment: NodeJS.ProcessEnv, close: () => void }>} environment to start windows with;
 *   on Windows and macOS the one we have, as there the desktop itself is used
 */
export async function openVirtualDisplay() {
  const environment = { ...process.env };
  if (process.platform !== 'linux') return { environment, close: () => undefined };
  // Descriptor 3: Xvfb writes there which number it took.
  const server = endWithUs(
    spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    }),
  );
  let complaint = '';
  server.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (complaint += text));
  const number = await new Promise((/** @type {(value: string | undefined) => void} */ resolve) => {
    const timer = setTimeout(() => resolve(undefined), startSeconds * 1000);
    const settle = (/** @type {string | undefined} */ value) => {
      clearTimeout(timer);
      resolve(value);
    };
    server.once('error', () => settle(undefined));
    server.once('exit', () => settle(undefined));
    server.stdio[3]?.on('data', (data) => settle(String(data).trim()));
  });
  if (number === undefined) giveUp(`Xvfb did not start. ${complaint.trim()}`);
  environment['DISPLAY'] = `:${number}`;
  delete environment['WAYLAND_DISPLAY'];
  return { environment, close: () => server.kill() };
}
