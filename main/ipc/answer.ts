import type { z } from 'zod';
import { log } from '../platform/log';
import type { RequestOf, ResultOf, Verb } from '../shared/contract';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import { err } from '../shared/result';
import { requests } from '../schemas/requests';

export type Handlers = { readonly [V in Verb]: (request: RequestOf<V>) => Promise<ResultOf<V>> };

/**
 * SECURITY: what arrives from the page is unknown until it has passed here. A verb without a schema does not compile.
 */
const schemas: { readonly [V in Verb]: z.ZodType<RequestOf<V>> } = requests;

/** Size, schema, job: what a message of the page goes through once its sender is known. */
export async function answer<V extends Verb>(
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

/**
 * SECURITY: dates, maps and buffers cross as well, hold what neither JSON nor a schema sees, and would pass for `{}`.
 */
function isPlain(request: unknown): boolean {
  return (
    typeof request === 'object' && request !== null && Object.getPrototypeOf(request) === Object.prototype
  );
}

/**
 * SECURITY: capped before a schema walks it, so that a huge message costs little. Bytes are counted, and never written
 * out: they may be a share.
 */
function isSmall(request: unknown): boolean {
  let bytes = 0;
  const count = (_name: string, value: unknown): unknown => {
    if (!ArrayBuffer.isView(value)) return value;
    bytes += value.byteLength;
    return null;
  };
  try {
    return JSON.stringify(request, count).length + bytes <= limits.maxIpcRequestBytes;
  } catch {
    return false;
  }
}
