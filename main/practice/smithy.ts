import { HttpResponse, type HttpRequest } from '@smithy/protocol-http';
import type { WireAnswer, WireRequest } from './wire';

const usualTimeoutMs = 30_000;

/** The options that the SDK passes with a request. */
export interface HandlerOptions {
  readonly abortSignal?: { readonly aborted: boolean };
  readonly requestTimeout?: number;
}

/** The SDK's request as plain data. The clients used here have bodies of text or bytes, never streams. */
export function wireRequestOf(request: HttpRequest): WireRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]);
  const query = Object.entries(request.query).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method,
    headers: Object.fromEntries(headers) as Record<string, string>, // fromEntries loses the type
    path: request.path,
    query: Object.fromEntries(query) as Record<string, string>, // likewise
    body: bytesOf(request.body),
    host: request.hostname,
  };
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  throw new TypeError('The practice AWS takes no streams');
}

/**
 * Waits for the answer as a client waits on a socket: until the time is up, or the caller aborts.
 * @throws Error named TimeoutError or AbortError, as the SDK's own handlers do.
 */
export async function respond(
  answer: Promise<WireAnswer>,
  { abortSignal, requestTimeout = usualTimeoutMs }: HandlerOptions = {},
): Promise<{ response: HttpResponse }> {
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(named('TimeoutError', `No answer in ${requestTimeout} ms`)),
      requestTimeout,
    );
    const abort = () => reject(named('AbortError', 'Request aborted'));
    if (abortSignal?.aborted) abort();
    else if (abortSignal instanceof AbortSignal) abortSignal.addEventListener('abort', abort, { once: true });
  });
  try {
    const { status, headers, body } = await Promise.race([answer, givenUp]);
    return { response: new HttpResponse({ statusCode: status, headers: { ...headers }, body }) };
  } finally {
    clearTimeout(timer);
  }
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
