import type { LaunchedApp } from '../helpers/launch-app';
import { until } from '../helpers/until';

/** Watches for vaults that tested themselves ahead of their use. */
export async function watchSpare({ app, page }: LaunchedApp) {
  await app.evaluate(({ utilityProcess }) => {
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (...args) => {
      const vault = fork(...args);
      vault.on('message', (message: { readonly kind: string }) => {
        if (message.kind === 'self-test') Object.assign(globalThis, { spareIsReady: true });
      });
      return vault;
    };
  });
  return {
    /** Begins the job anew. @returns the time until its vault is ready, in ms */
    again: async (): Promise<number> => {
      await app.evaluate(() => Object.assign(globalThis, { spareIsReady: false }));
      const started = performance.now();
      await page.evaluate(async () => {
        await window.keyferry.leaveJob({});
        await window.keyferry.prepareVault({});
      });
      await until('a vault that is ready', async () =>
        (await app.evaluate(() => Reflect.get(globalThis, 'spareIsReady') === true)) ? true : undefined,
      );
      return performance.now() - started;
    },
  };
}
