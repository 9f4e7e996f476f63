import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { VaultMessage, VaultRequest } from '../../../main/vault/messages';
import type { VaultPort } from '../../../main/vault/open-vault';
import { createVaultClient, type VaultClient } from '../../../main/vault/vault-client';

/** The vault's program in the mortal app itself, so that one kill ends both. Its bundle is beside the app's. */
export const createVaultInProcess = (): VaultClient => createVaultClient(startVault);

const load = createRequire(__filename);
const program = join(__dirname, 'vault.cjs');

function startVault(): VaultPort {
  const outside = new EventEmitter();
  let receive: (event: { readonly data: VaultRequest }) => void = () => undefined;
  const inside = {
    on: (_name: 'message', listener: typeof receive) => {
      receive = listener;
    },
    postMessage: (message: VaultMessage) => outside.emit('message', structuredClone(message)),
  };
  Object.defineProperty(process, 'parentPort', { value: inside, configurable: true });
  Reflect.deleteProperty(load.cache, program);
  load(program);
  const exit = (): void => void outside.emit('exit');
  return {
    postMessage: (message) => {
      const data = structuredClone(message);
      if (data.kind === 'end') setImmediate(exit);
      else receive({ data });
    },
    on: (event, listener) => outside.on(event, listener),
    once: (event, listener) => outside.once(event, listener),
    kill: () => setImmediate(exit),
  };
}
