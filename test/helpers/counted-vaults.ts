import { createVaultClient, type VaultPort } from '../../main/vault/vault-client';
import { startVault } from './vault-in-process';

/** A client whose vaults are counted: those that were started, and those that are still there. */
export function countedVaults() {
  const ports: VaultPort[] = [];
  let ended = 0;
  const client = createVaultClient(() => {
    const port = startVault();
    port.once('exit', () => (ended += 1));
    ports.push(port);
    return port;
  });
  return { client, ports, running: () => ports.length - ended };
}
