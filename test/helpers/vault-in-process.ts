import { EventEmitter } from 'node:events';
import { vi } from 'vitest';
import type { VaultMessage, VaultRequest } from '../../main/vault/messages';
import type { VaultPort } from '../../main/vault/open-vault';
import { createVaultClient, type VaultClient } from '../../main/vault/vault-client';

/**
 * The vault's own program, run in this process: each vault is a separate module instance, behind a port like
 * Electron's. Whatever ends a real process (`end`, or a kill) only closes the port here.
 */
export const createVaultInProcess = (): VaultClient => createVaultClient(startVault);

interface ProgramPort {
  readonly on: (name: 'message', listener: (event: { readonly data: VaultRequest }) => void) => void;
  readonly postMessage: (message: VaultMessage) => void;
}

export function startVault(): VaultPort {
  const outside = new EventEmitter();
  let receive: (event: { readonly data: VaultRequest }) => void = () => undefined;
  const inside: ProgramPort = {
    on: (_name, listener) => {
      receive = listener;
    },
    postMessage: (message) => outside.emit('message', structuredClone(message)),
  };
  // Programs are loaded one after the other, because all of them find their port in the same place.
  const program = (loading = loading.then(() => load(inside)));
  const exit = (): void => void outside.emit('exit');
  return {
    postMessage: (message) => {
      const data = structuredClone(message);
      if (data.kind === 'end') setImmediate(exit);
      else void program.then(() => receive({ data }));
    },
    on: (event, listener) => outside.on(event, listener),
    once: (event, listener) => outside.once(event, listener),
    kill: () => setImmediate(exit),
  };
}

let loading: Promise<void> = Promise.resolve();

async function load(port: ProgramPort): Promise<void> {
  Object.defineProperty(process, 'parentPort', { value: port, configurable: true });
  vi.resetModules();
  await import('../../main/vault/vault');
}
