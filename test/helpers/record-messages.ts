import type { ElectronApplication } from 'playwright';

/** Keeps every message between main and the page, and between main and a vault, as the serialized bytes. */
export async function recordMessages(app: ElectronApplication): Promise<() => Promise<Buffer>> {
  await app.evaluate(({ BrowserWindow, ipcMain, utilityProcess }) => {
    const { serialize } = process.getBuiltinModule('node:v8');
    const kept: Buffer[] = [];
    const keep = (message: unknown): void => void kept.push(serialize(message));
    Object.assign(globalThis, { keptMessages: kept });

    // Electron keeps the handlers of invoke here.
    const { _invokeHandlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>;
    };
    for (const [channel, handler] of _invokeHandlers) {
      _invokeHandlers.set(channel, async (event, ...args) => {
        keep([channel, args]);
        const answer = await handler(event, ...args);
        keep([channel, answer]);
        return answer;
      });
    }

    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const send = contents?.send.bind(contents);
    if (contents && send) {
      contents.send = (channel: string, ...args: unknown[]) => {
        keep([channel, args]);
        send(channel, ...args);
      };
    }

    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (...args) => {
      const vault = fork(...args);
      const post = vault.postMessage.bind(vault);
      vault.postMessage = (message: unknown) => {
        keep(message);
        post(message);
      };
      vault.on('message', keep);
      return vault;
    };
  });
  return async () => {
    const base64 = await app.evaluate(() => {
      const kept = Reflect.get(globalThis, 'keptMessages') as readonly Buffer[];
      return kept.map((message) => message.toString('base64'));
    });
    return Buffer.concat(base64.map((message) => Buffer.from(message, 'base64')));
  };
}
