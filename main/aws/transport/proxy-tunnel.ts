import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { connectionFailure } from '../errors/network';
import { markNeverSent } from '../errors/never-sent';
import { untilReady } from './ready-socket';
import type { Trust } from './trust';

type ConnectOptions = Parameters<HttpsProxyAgent<string>['connect']>[1];

/**
 * An agent that asks a proxy for a tunnel (CONNECT) for each connection, and gives a request its socket once the tunnel
 * is open and TLS inside it is ready; each of the two may take `connectMs`. A failure before the tunnel is open is
 * reported as the proxy's. No part of the request is sent before both are done.
 */
export class ProxyTunnel extends HttpsProxyAgent<string> {
  readonly #connectMs: number;

  constructor(proxyUrl: string, trust: Trust, connectMs: number) {
    super(proxyUrl, { keepAlive: true, maxSockets: 10, ...trust });
    this.#connectMs = connectMs;
    // SECURITY: the base class uses its own only for the proxy; the host behind the tunnel takes these.
    Object.assign(this.options, trust);
  }

  override async connect(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    let status: number | undefined;
    request.once('proxyConnect', (answer: { readonly statusCode: number }) => {
      status = answer.statusCode;
    });
    const socket = await this.#openTunnel(request, options);
    // Nothing else listens until the request has the socket, and an unhandled error would end the app.
    socket.on('error', () => undefined);
    if (status !== 200) {
      socket.destroy();
      throw markNeverSent(connectionFailure('EPROXYREFUSED', status));
    }
    return options.secureEndpoint ? await untilReady(socket, 'secureConnect', this.#connectMs) : socket;
  }

  async #openTunnel(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    const giveUp = new AbortController();
    // The base class reads this synchronously, so each connection to the proxy gets its own signal.
    Object.assign(this.connectOpts, { signal: giveUp.signal });
    const timer = setTimeout(() => giveUp.abort(), this.#connectMs);
    try {
      return await super.connect(request, options);
    } catch {
      throw markNeverSent(connectionFailure(giveUp.signal.aborted ? 'EPROXYTIMEDOUT' : 'EPROXYUNREACHABLE'));
    } finally {
      clearTimeout(timer);
    }
  }
}
