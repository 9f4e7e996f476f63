import type { ElectronApplication } from 'playwright';

/** Stops each vault as soon as it exists, so that a test can look at the screen; `thaw` lets them go on. */
export async function freezeVault(app: ElectronApplication): Promise<{ thaw: () => Promise<void> }> {
  await app.evaluate(({ utilityProcess }) => {
    const fork = utilityProcess.fork.bind(utilityProcess);
    const frozen: number[] = [];
    utilityProcess.fork = (...args) => {
      const vault = fork(...args);
      vault.once('spawn', () => {
        if (vault.pid === undefined) return;
        process.kill(vault.pid, 'SIGSTOP');
        frozen.push(vault.pid);
      });
      return vault;
    };
    Object.assign(globalThis, {
      thawVaults: () => {
        utilityProcess.fork = fork;
        for (const pid of frozen) process.kill(pid, 'SIGCONT');
      },
    });
  });
  return {
    thaw: async () => {
      await app.evaluate(() => (globalThis as unknown as { thawVaults: () => void }).thawVaults());
    },
  };
}
