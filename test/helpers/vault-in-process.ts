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

interface Port {
  receive: (event: { readonly data: VaultRequest }) => void;
  readonly on: (name: 'message', listener: Port['receive']) => void;
  postMessage: (message: VaultMessage) => void;
}

async function run<T>(
  request: VaultRequest,
  resultIn: (message: VaultMessage) => Result<T> | undefined,
  onStage: OnStage = () => undefined,
): Promise<Result<T>> {
  const port: Port = {
    receive: () => undefined,
    on: (_name, listener) => {
      port.receive = listener;
    },
    postMessage: () => undefined,
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
