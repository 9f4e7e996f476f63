import { createVaultClient, type VaultPort } from '../../main/vault/vault-client';
import { startVault } from './vault-in-process';

/** A client whose vaults are counted: those that were started, and those that are still there. `started`: the first one was. */
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
