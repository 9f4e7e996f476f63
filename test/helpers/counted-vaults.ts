import type { VaultRequest } from '../../main/vault/messages';
import type { VaultPort } from '../../main/vault/open-vault';
import { createVaultClient } from '../../main/vault/vault-client';
import { startVault } from './vault-in-process';

/**
 * A client that counts its vaults: those started, and those still there. `asked`: what each was asked for. `started`:
 * resolves when the first starts.
 */
export function countedVaults() {
  const ports: VaultPort[] = [];
  const asked: VaultRequest['kind'][][] = [];
  let ended = 0;
  let sayStarted: () => void = () => undefined;
  const started = new Promise<void>((resolve) => (sayStarted = resolve));
  const client = createVaultClient(() => {
    const port = startVault();
    const kinds: VaultRequest['kind'][] = [];
    port.once('exit', () => (ended += 1));
    ports.push(port);
    asked.push(kinds);
    sayStarted();
    return {
      ...port,
      postMessage: (message) => {
        kinds.push(message.kind);
        port.postMessage(message);
      },
    };
  });
  return { client, ports, asked, started, running: () => ports.length - ended };
}
