import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { rootCertificates } from 'node:tls';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { HttpRequest, HttpResponse } from '@smithy/protocol-http';
import { connectionFailure, neverSent } from './errors/network';
import { ProxyTunnel } from './proxy-tunnel';
import { routesTo, type ProxySettings, type Route } from './proxy';

/** What the clients of the AWS SDK send their requests with; the practice AWS is one, too. */
export interface RequestHandler {
  readonly handle: (
    request: HttpRequest,
    options?: Parameters<NodeHttpHandler['handle']>[1],
  ) => Promise<{ response: HttpResponse }>;
  readonly destroy?: () => void;
}

export interface TimeLimits {
  /** Until the connection stands, a proxy's consent included. */
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
 * Sends requests the way the settings say: over the proxy that is right for the URL, trusting the chosen certificate
 * authorities, and always ending in time. Where several proxies are named, the next one is tried only when the one
 * before it cannot have passed anything on.
 */
export function createRequestHandler(settings: RequestHandlerSettings): Required<RequestHandler> {
  const timeLimits = settings.timeLimits ?? usualTimeLimits;
  const handlers = new Map<string, NodeHttpHandler>();

  function handlerFor(route: Route): NodeHttpHandler {
    const key = route.kind === 'direct' ? '' : route.url;
    const handler = handlers.get(key) ?? makeHandler(route, settings.ca, timeLimits);
    handlers.set(key, handler);
    return handler;
  }

  return {
    async handle(request, options) {
      const url = new URL(
        `${request.protocol}//${request.hostname}${request.port ? `:${request.port}` : ''}`,
      );
      const routes = await inTime(routesTo(url, settings.proxy), timeLimits.connectMs);
      for (const [at, route] of routes.entries()) {
        try {
          const answered = await handlerFor(route).handle(request, options);
          refuseWebPage(answered.response);
          return answered;
        } catch (error) {
          if (at === routes.length - 1 || !neverSent(error)) throw error;
        }
      }
      throw connectionFailure('EPROXYUNUSABLE');
    },
    destroy() {
      for (const handler of handlers.values()) handler.destroy();
      handlers.clear();
    },
  };
}

function makeHandler(route: Route, ca: string | undefined, timeLimits: TimeLimits): NodeHttpHandler {
  // SECURITY: `ca` replaces Node's roots, so they are named along with it. Certificates are always checked.
  const trust = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  const options = { keepAlive: true, maxSockets: 10, ...trust };
  const limits = {
    connectionTimeout: timeLimits.connectMs,
    requestTimeout: timeLimits.requestMs,
    throwOnRequestTimeout: true,
  };
  if (route.kind === 'direct') {
    return new NodeHttpHandler({
      ...limits,
      httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 10 }),
      httpsAgent: new HttpsAgent(options),
    });
  }
  const tunnel = new ProxyTunnel(route.url, options, timeLimits.connectMs);
  // The tunnel itself ends in time; the handler's own limit only stands behind it.
  return new NodeHttpHandler({
    ...limits,
    connectionTimeout: 2 * timeLimits.connectMs,
    httpAgent: tunnel,
    httpsAgent: tunnel,
  });
}

// AWS never answers with a web page: a hotel's sign-in page or a filter does.
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
