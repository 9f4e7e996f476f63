import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { utilityProcess } from 'electron';
import { log } from '../platform/log';
import { limits } from '../shared/limits';
import type { VaultPort } from './open-vault';
import { createVaultClient } from './vault-client';

const lookEveryMs = 5;

/**
 * SECURITY: given an empty environment, Electron would pass on main's own, so this one has a variable of no effect.
 * Windows finds its own libraries with SystemRoot.
 */
const environment: Record<string, string> = {
  LANG: 'C',
  ...(process.platform === 'win32' && process.env['SystemRoot'] !== undefined
    ? { SystemRoot: process.env['SystemRoot'] }
    : {}),
};

/** SECURITY: no output to inherit, no environment to leak, no argument to see in a process list. */
function startVault(): VaultPort {
  const vault = utilityProcess.fork(join(__dirname, '../vault/vault.cjs'), [], {
    stdio: 'ignore',
    env: environment,
    serviceName: 'Keyferry vault',
  });
  vault.once('exit', (exitCode) => {
    // A vault that ends by itself exits with 0: this one crashed, took too long or was cancelled.
    if (exitCode !== 0) log({ event: 'vault.ended', exitCode });
  });
  let pid: number | undefined;
  vault.once('spawn', () => {
    pid = vault.pid;
  });
  return {
    postMessage: (message) => vault.postMessage(message),
    on: (event, listener) => vault.on(event, listener),
    once: (event, listener) => vault.once(event, () => void goneFor(pid).then(listener)),
    kill: () => vault.kill(),
  };
}

/**
 * SECURITY: Electron emits `exit` as soon as the pipe to the process has closed. The process itself, with what it held,
 * is gone 10 to 50 ms later.
 */
async function goneFor(pid: number | undefined): Promise<void> {
  // The wait is limited: a process that its parent never collects stays listed, but holds nothing.
  const looks = (limits.vaultEndSeconds * 1000) / lookEveryMs;
  for (let look = 0; look < looks && pid !== undefined && isRunning(pid); look++) {
    await setTimeout(lookEveryMs);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export const vaultClient = createVaultClient(startVault);
