import { randomUUID } from 'node:crypto';
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { log } from '../platform/log';
import { channelOf, verbs, type RequestOf, type ResultOf, type Verb } from '../shared/contract';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import { err } from '../shared/result';
import { schemas } from './schemas';
import { isTrustedSender } from './sender';

export type Handlers = { readonly [V in Verb]: (request: RequestOf<V>) => Promise<ResultOf<V>> };

/** The one way in from the page: sender, size, schema, job; and the one place where a bug becomes an answer. */
export function registerVerbs(window: BrowserWindow, handlers: Handlers): void {
  for (const verb of verbs) registerVerb(window, verb, handlers);
}

function registerVerb(window: BrowserWindow, verb: Verb, handlers: Handlers): void {
  ipcMain.handle(channelOf(verb), async (event: IpcMainInvokeEvent, request: unknown) => {
    if (!isTrustedSender(event, window)) {
      log({ event: 'ipc.untrustedSender', verb });
      return err(localError('app', 'ipc.untrustedSender', undefined, 'no'));
    }
    try {
      return await answer(verb, request, handlers);
    } catch (bug) {
      const correlationId = randomUUID().slice(0, 8);
      log({ event: 'internal.unexpected', verb, correlationId, bug });
      return err(localError('app', 'internal.unexpected', { correlationId }, 'check-first'));
    }
  });
}

async function answer<V extends Verb>(
  verb: V,
  request: unknown,
  handlers: { readonly [K in V]: (request: RequestOf<K>) => Promise<ResultOf<K>> },
): Promise<ResultOf<V>> {
  const parsed = isPlain(request) && isSmall(request) ? schemas[verb].safeParse(request) : undefined;
  if (!parsed?.success) {
    log({ event: 'ipc.badRequest', verb });
    return err(localError('app', 'ipc.badRequest', undefined, 'no'));
  }
  const result = await handlers[verb](parsed.data);
  if (!result.ok) {
    const { code, stage, requestId } = result.error;
    log({ event: 'verb.failed', verb, code, stage, requestId });
  }
  return result;
}

/** SECURITY: dates, maps and buffers cross as well, hold what neither JSON nor a schema sees, and would pass for `{}`. */
function isPlain(request: unknown): boolean {
  return (
    typeof request === 'object' && request !== null && Object.getPrototypeOf(request) === Object.prototype
  );
}

/** SECURITY: capped before a schema walks it, so that a huge message costs little. */
function isSmall(request: unknown): boolean {
  try {
    return JSON.stringify(request).length <= limits.maxIpcRequestBytes;
  } catch {
    return false;
  }
}
