import type { ElectronApplication } from 'playwright';
import { descendants, wordsOf } from './processes';

/** The vaults that run now, on Linux. Electron calls a utility process a Node service. */
export function vaultPids(app: ElectronApplication): readonly number[] {
  return descendants(Number(app.process().pid)).filter((pid) =>
    wordsOf(pid, 'cmdline').includes('--utility-sub-type=node.mojom.NodeService'),
  );
}
