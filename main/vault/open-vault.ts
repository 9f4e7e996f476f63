import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import type { WrapStage } from '../shared/progress';
import { err, type Result } from '../shared/result';
import type { VaultCall, VaultCalls, VaultMessage, VaultRequest } from './messages';

export type OnStage = (stage: WrapStage, state: 'running' | 'done') => void;

/** A process that runs the vault's program; Electron's UtilityProcess is one. */
export interface VaultPort {
  readonly postMessage: (message: VaultRequest) => void;
  readonly on: (event: 'message', listener: (message: VaultMessage) => void) => unknown;
  readonly once: (event: 'exit', listener: () => void) => unknown;
  readonly kill: () => unknown;
}

export type Vault = ReturnType<typeof openVault>;

/** Speaks with the vault behind a port. */
export function openVault(port: VaultPort) {
  let ended = false;
  let onMessage: (message: VaultMessage) => void = () => undefined;
  const endOn = (abort: AbortSignal): void => {
    if (abort.aborted) port.kill();
    else abort.addEventListener('abort', () => port.kill(), { once: true });
  };
  port.on('message', (message) => onMessage(message));
  const exit = new Promise<void>((resolve) => {
    port.once('exit', () => {
      ended = true;
      resolve();
    });
  });

  /**
   * Sends one request; only one may be open. Errors: the vault's own, wrap.vaultStopped, wrap.vaultTimedOut.
   *
   * SECURITY: the request may contain a passphrase, so nothing here keeps it for as long as the vault lives.
   */
  function ask<K extends VaultCall>(
    kind: K,
    request: VaultCalls[K]['request'],
    onStage: OnStage,
  ): Promise<Result<VaultCalls[K]['result']>> {
    const answer = answerTo(kind, onStage);
    if (!ended) port.postMessage(request);
    return answer;
  }

  function answerTo<K extends VaultCall>(
    kind: K,
    onStage: OnStage,
  ): Promise<Result<VaultCalls[K]['result']>> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        settle(err(localError('wrap', 'wrap.vaultTimedOut', undefined, 'same')));
        port.kill();
      }, limits.vaultTimeoutSeconds * 1000);
      const settle = (result: Result<VaultCalls[K]['result']>): void => {
        clearTimeout(timer);
        onMessage = () => undefined;
        resolve(result);
      };
      onMessage = (message) => {
        if (message.kind === 'stage') onStage(message.stage, message.state);
        // The vault answers a request with a message of the same kind.
        else if (message.kind === kind) settle(message.result);
      };
      void exit.then(() => settle(err(localError('wrap', 'wrap.vaultStopped', undefined, 'same'))));
    });
  }

  /** Resolves when the process is gone; kills it if it does not end by itself. */
  async function end(): Promise<void> {
    if (ended) return;
    port.postMessage({ kind: 'end' });
    const timer = setTimeout(() => port.kill(), limits.vaultEndSeconds * 1000);
    await exit;
    clearTimeout(timer);
  }

  return { ask, end, endOn, exit, hasEnded: () => ended };
}
