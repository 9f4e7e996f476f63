import { vi } from 'vitest';
import type { Result } from '../../main/shared/result';
import type { OnStage, VaultClient } from '../../main/vault/client';
import type { Inspected, VaultMessage, VaultRequest, Wrapped } from '../../main/vault/messages';

/** The vault's own program, run in this process: a module of its own for each request, behind a port like Electron's. */
export function createVaultInProcess(): VaultClient {
  return {
    inspect: (request) =>
      run<Inspected>(request, (message) => (message.kind === 'inspected' ? message.result : undefined)),
    wrap: (request, onStage) =>
      run<Wrapped>(request, (message) => (message.kind === 'wrapped' ? message.result : undefined), onStage),
  };
}

async function run<T>(
  request: VaultRequest,
  resultIn: (message: VaultMessage) => Result<T> | undefined,
  onStage: OnStage = () => undefined,
): Promise<Result<T>> {
  const port = {
    receive: (_event: { readonly data: VaultRequest }): void => undefined,
    on: (_name: 'message', listener: typeof port.receive): void => {
      port.receive = listener;
    },
    postMessage: (_message: VaultMessage): void => undefined,
  };
  Object.defineProperty(process, 'parentPort', { value: port, configurable: true });
  vi.resetModules();
  await import('../../main/vault/vault');
  return await new Promise((resolve) => {
    port.postMessage = (sent) => {
      const message = structuredClone(sent);
      if (message.kind === 'stage') onStage(message.stage, message.state);
      const result = resultIn(message);
      if (result !== undefined) resolve(result);
    };
    port.receive({ data: structuredClone(request) });
  });
}
