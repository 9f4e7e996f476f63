import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { HttpRequest, HttpResponse } from '@smithy/protocol-http';
import { PlainAgent, TlsAgent } from './direct-agents';
import { connectionFailure } from '../errors/network';
import { markNeverSent, wasNeverSent } from '../errors/never-sent';
import { ProxyTunnel } from './proxy-tunnel';
import { routesTo, type ProxySettings, type Route } from './proxy';
import { trustIn } from './trust';

/** Sends the requests of the AWS SDK's clients. The practice AWS is one as well. */
export interface RequestHandler {
  readonly handle: (
    request: HttpRequest,
    options?: Parameters<NodeHttpHandler['handle']>[1],
  ) => Promise<{ response: HttpResponse }>;
  readonly destroy?: () => void;
}

export interface TimeLimits {
  /** Until the connection is ready, including TLS; through a proxy, once for its tunnel and once more for TLS. */
  readonly connectMs: number;
  /** Until the answer begins. */
  readonly requestMs: number;
}

const usualTimeLimits: TimeLimits = { connectMs: 5_000, requestMs: 30_000 };

export interface RequestHandlerSettings {
  readonly proxy: ProxySettings;
  /** PEM certificates that are trusted in addition to the usual roots. */
  readonly ca?: string;
  readonly timeLimits?: TimeLimits;
}

/**
 * Sends requests according to the settings: over the proxy for the URL, trusting the chosen certificate authorities,
 * and within time limits. If several proxies are named, the next one is tried only if nothing was sent over the one
 * before, and never for a call that may change AWS. A proxy that failed comes last from then on, so that the next call
 * tries another one.
 */
export function createRequestHandler(settings: RequestHandlerSettings): Required<RequestHandler> {
  const timeLimits = settings.timeLimits ?? usualTimeLimits;
  const handlers = new Map<string, NodeHttpHandler>();
  const barred = new Set<string>();

  function handlerFor(route: Route): NodeHttpHandler {
    const key = keyOf(route);
    const handler = handlers.get(key) ?? makeHandler(route, settings.ca, timeLimits);
    handlers.set(key, handler);
    return handler;
  }

  async function findRoutes(request: HttpRequest): Promise<readonly Route[]> {
    const url = new URL(`${request.protocol}//${request.hostname}${request.port ? `:${request.port}` : ''}`);
    const routes = await inTime(routesTo(url, settings.proxy), timeLimits.connectMs).catch(
      (error: unknown) => {
        throw error instanceof Error ? markNeverSent(error) : error;
      },
    );
    const isBarred = (route: Route) => Number(barred.has(keyOf(route)));
    const ordered = [...routes].sort((a, b) => isBarred(a) - isBarred(b));
    return onlyReads(request) ? ordered : ordered.slice(0, 1);
  }

  return {
    async handle(request, options) {
      const routes = await findRoutes(request);
      for (const [at, route] of routes.entries()) {
        try {
          const answered = await handlerFor(route).handle(request, options);
          barred.delete(keyOf(route));
          refuseWebPage(answered.response);
          return answered;
        } catch (error) {
          if (!wasNeverSent(error)) throw error;
          barred.add(keyOf(route));
          if (at === routes.length - 1) throw error;
        }
      }
      throw markNeverSent(connectionFailure('EPROXYUNUSABLE'));
    },
    destroy() {
      for (const handler of handlers.values()) handler.destroy();
      handlers.clear();
    },
  };
}

const keyOf = (route: Route): string => (route.kind === 'direct' ? '' : route.url);

/**
 * SECURITY: a KMS call is assumed to change AWS unless its name says that it only reads. A call that changes AWS is
 * never sent over a second route. Calls to services without this header (STS, IAM, Identity Center) only read.
 */
function onlyReads({ headers }: HttpRequest): boolean {
  const target = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-amz-target')?.[1];
  return target === undefined || /\.(Describe|Get|List)[A-Za-z]+$|\.(Encrypt|Decrypt)$/.test(target);
}

function makeHandler(route: Route, ca: string | undefined, timeLimits: TimeLimits): NodeHttpHandler {
  const { connectMs, requestMs } = timeLimits;
  const trust = trustIn(ca);
  // The agents limit the wait for a connection, not this handler, because they know what has been sent.
  const limits = { requestTimeout: requestMs, throwOnRequestTimeout: true };
  if (route.kind === 'direct') {
    const httpAgent = new PlainAgent(connectMs);
    return new NodeHttpHandler({ ...limits, httpAgent, httpsAgent: new TlsAgent(trust, connectMs) });
  }
  const tunnel = new ProxyTunnel(route.url, trust, connectMs);
  return new NodeHttpHandler({ ...limits, httpAgent: tunnel, httpsAgent: tunnel });
}

// AWS never answers with a web page; a hotel's sign-in page or a filter does.
function refuseWebPage(response: HttpResponse): void {
  const type = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const redirected = response.statusCode >= 300 && response.statusCode < 400;
  if (!redirected && !/^\s*text\/html\b/i.test(type ?? '')) return;
  const body: unknown = response.body;
  if (hasDestroy(body)) body.destroy();
  throw connectionFailure('ENOTAWS', response.statusCode);
}

async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(connectionFailure('EPROXYUNUSABLE')), ms);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

const hasDestroy = (value: unknown): value is { destroy(): void } =>
  typeof value === 'object' && value !== null && 'destroy' in value && typeof value.destroy === 'function';
