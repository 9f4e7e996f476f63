// Runs other programs for the build scripts, and ends them when the script ends.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

export const repoRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/**
 * Prints one line for the person who waits. It goes to stderr, so that stdout has only the script's result.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Ends the script with one line of explanation.
 * @param {string} line
 * @returns {never}
 */
export function giveUp(line) {
  say(line);
  process.exit(1);
}

/**
 * Remembers a child process, so that it does not outlive this script.
 * @template {import('node:child_process').ChildProcess} T
 * @param {T} child
 * @returns {T}
 */
export function endWithUs(child) {
  if (children.size === 0 && process.listenerCount('exit', endChildren) === 0) {
    process.on('exit', endChildren);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => process.exit(128 + constants.signals[signal]));
    }
  }
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

function endChildren() {
  for (const child of children) child.kill();
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'show' | 'show-on-stderr' | 'collect'} [output]
 * @property {number} [timeoutSeconds]
 * @property {boolean} [shell]
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} code 124 when the time was up, 127 when the program could not be
 *   started; output has stdout and stderr if they are collected
 */
export function run(command, args, options = {}) {
  const { cwd = repoRoot, env = process.env, output = 'show', timeoutSeconds, shell = false } = options;
  return new Promise((resolve) => {
    const stdio = /** @type {const} */ ({
      show: ['inherit', 'inherit', 'inherit'],
      'show-on-stderr': ['ignore', 2, 2],
      collect: ['ignore', 'pipe', 'pipe'],
    });
    const child = endWithUs(spawn(command, args, { cwd, env, shell, stdio: [...stdio[output]] }));
    let collected = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (collected += text));
    child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (collected += text));
    const timer = setTimeout(
      () => {
        timedOut = true;
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 5000).unref();
      },
      (timeoutSeconds ?? 0) * 1000,
    );
    if (timeoutSeconds === undefined) clearTimeout(timer);
    child.once('error', (error) => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ code: 127, output: error.message });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const ended = code ?? (signal === null ? 1 : 128 + constants.signals[signal]);
      resolve({ code: timedOut ? 124 : ended, output: collected });
    });
  });
}

/**
 * Runs the npm that started this script, or the one on the PATH.
 * @param {readonly string[]} args
 * @param {NonNullable<Parameters<typeof run>[2]>} options
 */
export function npm(args, options) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
