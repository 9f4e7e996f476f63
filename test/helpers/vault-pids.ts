import type { ElectronApplication } from 'playwright';
import { descendants, wordsOf } from './processes';
import { until } from './until';

/** The vaults that run now, on Linux. Electron calls a utility process a Node service. */
export function vaultPids(app: ElectronApplication): readonly number[] {
  return descendants(Number(app.process().pid)).filter((pid) =>
    wordsOf(pid, 'cmdline').includes('--utility-sub-type=node.mojom.NodeService'),
  );
}

/** Waits until a vault is gone; others may be there, such as the spare one. */
export const vaultGone = (app: ElectronApplication, vault: number): Promise<true> =>
  until('the end of the vault', () => (vaultPids(app).includes(vault) ? undefined : true));

/** Ends the spare vault, so that what comes next starts one of its own. Only where no vault holds anything. */
export async function endSpare(app: ElectronApplication): Promise<void> {
  const spare = await until('the spare vault', () => vaultPids(app)[0]);
  process.kill(spare, 'SIGKILL');
  await vaultGone(app, spare);
}
