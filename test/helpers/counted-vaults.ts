import { createVaultClient, type VaultPort } from '../../main/vault/vault-client';
import { startVault } from './vault-in-process';

/** A client that counts its vaults: those started, and those still there. `started`: resolves when the first starts. */
export function countedVaults() {
  const ports: VaultPort[] = [];
  let ended = 0;
  let sayStarted: () => void = () => undefined;
  const started = new Promise<void>((resolve) => (sayStarted = resolve));
  const client = createVaultClient(() => {
    const port = startVault();
    port.once('exit', () => (ended += 1));
    ports.push(port);
    sayStarted();
    return port;
  });
  return { client, ports, started, running: () => ports.length - ended };
}
