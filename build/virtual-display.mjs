// Virtual displays (Xvfb) for tests and the demo: the size is always the same, and no desktop is disturbed.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithUs, giveUp } from './run.mjs';

const screen = '1600x1200x24';
const startSeconds = 20;

/**
 * Starts Xvfb on free display numbers. It ends with this script, or by close().
 * @param {number} count
 * @returns {Promise<{ environment: NodeJS.ProcessEnv, close: () => void }>} environment: for starting windows; DISPLAY
 *   is the first display, KEYFERRY_DISPLAYS lists all. On Windows and macOS it is unchanged, and the desktop is used
 */
export async function openVirtualDisplays(count = 1) {
  const environment = { ...process.env };
  if (process.platform !== 'linux') return { environment, close: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-display-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const authority = join(folder, 'Xauthority');
  writeFileSync(authority, cookieForAnyDisplay(), { mode: 0o600 });
  /** @type {import('node:child_process').ChildProcess[]} */
  const servers = [];
  /** @type {string[]} */
  const names = [];
  while (names.length < count) {
    // Xvfb writes the number that it took to descriptor 3.
    const server = endWithUs(
      spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', authority], {
        stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      }),
    );
    servers.push(server);
    names.push(`:${await displayNumber(server)}`);
  }
  environment['DISPLAY'] = names[0];
  environment['KEYFERRY_DISPLAYS'] = names.join(' ');
  environment['XAUTHORITY'] = authority;
  delete environment['WAYLAND_DISPLAY'];
  const close = () => {
    for (const server of servers) server.kill();
    removeFolder();
  };
  return { environment, close };
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
async function displayNumber(server) {
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
  return number ?? giveUp(`Xvfb did not start. ${complaint.trim()}`);
}

/**
 * An Xauthority file (Xau(3)). Without a cookie, only the user who started the server may connect, but tests run the
 * app as another user.
 */
function cookieForAnyDisplay() {
  const anyHost = Buffer.from([0xff, 0xff]);
  const counted = (/** @type {Buffer} */ data) => Buffer.concat([Buffer.from([0, data.length]), data]);
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), randomBytes(16)];
  return Buffer.concat([anyHost, ...fields.map(counted)]);
}
