import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { connectionFailure } from './errors/network';

type ConnectOptions = Parameters<HttpsProxyAgent<string>['connect']>[1];

/**
 * An agent that has a proxy open a tunnel (CONNECT) for each connection. Whatever fails before the tunnel stands is
 * the proxy's failure, by name, and nothing of the request has left by then; a proxy that never answers is given up.
 */
export class ProxyTunnel extends HttpsProxyAgent<string> {
  readonly #connectMs: number;

  constructor(proxyUrl: string, options: ConnectionOptions & { keepAlive: boolean }, connectMs: number) {
    super(proxyUrl, options);
    this.#connectMs = connectMs;
    // The base class trusts `ca` for the proxy alone; the host behind the tunnel takes it from these.
    if (options.ca !== undefined) Object.assign(this.options, { ca: options.ca });
    this.on('proxyConnect', (answer: { readonly statusCode: number }, request: ClientRequest) => {
      if (answer.statusCode !== 200) request.destroy(connectionFailure('EPROXYREFUSED', answer.statusCode));
    });
  }

  override async connect(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    const giveUp = new AbortController();
    // The base class reads this at once: each connection to the proxy gets a signal of its own.
    Object.assign(this.connectOpts, { signal: giveUp.signal });
    const timer = setTimeout(() => giveUp.abort(), this.#connectMs);
    try {
      return await super.connect(request, options);
    } catch {
      throw connectionFailure(giveUp.signal.aborted ? 'EPROXYTIMEDOUT' : 'EPROXYUNREACHABLE');
    } finally {
      clearTimeout(timer);
    }
  }
}
