import type { ElectronApplication } from 'playwright';
import { until } from './until';

/** Holds back the next vault's request, so that a test can look at a vault that runs and has nothing to do yet. */
export async function holdVault(
  app: ElectronApplication,
): Promise<{ pid: () => Promise<number>; release: () => Promise<void> }> {
  await app.evaluate(({ utilityProcess }) => {
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (...args) => {
      utilityProcess.fork = fork;
      const vault = fork(...args);
      const post = vault.postMessage.bind(vault);
      const held: unknown[] = [];
      vault.postMessage = (message: unknown) => void held.push(message);
      vault.once('spawn', () => Object.assign(globalThis, { heldVault: vault.pid }));
      Object.assign(globalThis, {
        releaseVault: () => {
          vault.postMessage = post;
          for (const message of held) post(message);
        },
      });
      return vault;
    };
  });
  return {
    pid: () =>
      until('a vault', () => app.evaluate(() => Reflect.get(globalThis, 'heldVault') as number | undefined)),
    release: () => app.evaluate(() => (Reflect.get(globalThis, 'releaseVault') as () => void)()),
  };
}
