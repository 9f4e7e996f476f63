import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import type { WrapStage } from '../shared/progress';
import { err, type Result } from '../shared/result';
import type { Inspected, VaultMessage, VaultRequest, Wrapped } from './messages';

export type OnStage = (stage: WrapStage, state: 'running' | 'done') => void;

export interface VaultClient {
  readonly inspect: (request: Extract<VaultRequest, { kind: 'inspect' }>) => Promise<Result<Inspected>>;
  readonly wrap: (
    request: Extract<VaultRequest, { kind: 'wrap' }>,
    onStage: OnStage,
  ) => Promise<Result<Wrapped>>;
}

/**
 * SECURITY: an empty environment would make Electron pass on main's own, so it holds one word that means nothing here.
 * Windows finds its own libraries with SystemRoot.
 */
const environment: Record<string, string> = {
  LANG: 'C',
  ...(process.platform === 'win32' && process.env['SystemRoot'] !== undefined
    ? { SystemRoot: process.env['SystemRoot'] }
    : {}),
};

/** A vault a request: started for it, and gone before its answer counts. */
export const vaultClient: VaultClient = {
  inspect: (request) =>
    runVault(
      request,
      (message) => (message.kind === 'inspected' ? message.result : undefined),
      () => undefined,
    ),
  wrap: (request, onStage) =>
    runVault(request, (message) => (message.kind === 'wrapped' ? message.result : undefined), onStage),
};

/** Errors besides the vault's own: wrap.vaultStopped, wrap.vaultTimedOut. */
function runVault<T>(
  request: VaultRequest,
  resultIn: (message: VaultMessage) => Result<T> | undefined,
  onStage: OnStage,
): Promise<Result<T>> {
  return new Promise((resolve) => {
    // SECURITY: no output to inherit, no environment to leak, no argument to see in a process list.
    const vault = utilityProcess.fork(join(__dirname, '../vault/vault.cjs'), [], {
      stdio: 'ignore',
      env: environment,
      serviceName: 'Keyferry vault',
    });
    let result: Result<T> = err(localError('wrap', 'wrap.vaultStopped', undefined, 'same'));
    const timer = setTimeout(() => {
      result = err(localError('wrap', 'wrap.vaultTimedOut', undefined, 'same'));
      vault.kill();
    }, limits.vaultTimeoutSeconds * 1000);
    vault.on('message', (message: VaultMessage) => {
      if (message.kind === 'stage') {
        onStage(message.stage, message.state);
        return;
      }
      result = resultIn(message) ?? result;
      onStage('erase', 'running');
      vault.postMessage('received');
    });
    // SECURITY: success is reported after the process has ended, and with it every copy of the material.
    vault.once('exit', () => {
      clearTimeout(timer);
      if (result.ok) onStage('erase', 'done');
      resolve(result);
    });
    vault.postMessage(request);
  });
}
