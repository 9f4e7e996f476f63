import type { HeldVault, VaultClient } from '../vault/vault-client';
import type { SavingPlaces } from './saving-places';
import { folderOf } from './watch-target';

/** A vault whose every writing to a disk is noted before it begins, and tidied up after it has ended. */
export function createNotedVault(vault: VaultClient, places: SavingPlaces): VaultClient {
  async function noted<T>(folder: string | undefined, work: () => Promise<T>): Promise<T> {
    if (folder === undefined) return await work();
    const end = await places.begin(folder);
    return await work().finally(end);
  }

  const notedHeld = (held: HeldVault): HeldVault => ({
    ...held,
    wrap: (request, onStage) => noted(request.plaintextFolder, () => held.wrap(request, onStage)),
  });

  const notedOpen =
    (open: VaultClient['openCopy']): VaultClient['openCopy'] =>
    async (request, signal) => {
      const opened = await open(request, signal);
      return opened.ok ? { ...opened, value: notedHeld(opened.value) } : opened;
    };

  return {
    ...vault,
    wrap: (request, onStage) => noted(request.plaintextFolder, () => vault.wrap(request, onStage)),
    makeCopy: async (request, signal) => {
      const made = await noted(folderOf(request.target), () => vault.makeCopy(request, signal));
      return made.ok ? { ...made, value: notedHeld(made.value) } : made;
    },
    openCopy: notedOpen(vault.openCopy),
    findCopy: async (request) => {
      const found = await vault.findCopy(request);
      const collecting = found.ok ? found.value.collecting : undefined;
      if (!found.ok || !collecting) return found;
      const noted = { ...collecting, open: notedOpen(collecting.open) };
      return { ...found, value: { ...found.value, collecting: noted } };
    },
  };
}
