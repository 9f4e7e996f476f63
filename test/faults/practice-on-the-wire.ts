import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { PracticeAws } from '../../main/practice/practice-aws';
import type { Authority } from '../helpers/tls-server';

/**
 * What happens to a call on the wire. `silent`, `reset`, `cut short` and `garbage` come after the call was carried out;
 * with the others, it is never carried out.
 */
export type WireFault =
  'unheard, silent' | 'unheard, reset' | 'unheard, web page' | 'silent' | 'reset' | 'cut short' | 'garbage';

export interface PracticeOnTheWire {
  /** `http://127.0.0.1:port`; `https://` if it has a certificate. */
  readonly url: string;
  readonly port: number;
  /** Each KMS operation that came in, in order; `other` for other services. */
  readonly came: readonly string[];
  /** Makes the next call of an operation fail. @returns when it has failed. */
  readonly fail: (operation: string, fault: WireFault) => Promise<void>;
  /** TCP connections that were opened. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export interface WireOptions {
  /** Speaks TLS with this certificate. */
  readonly authority?: Authority | undefined;
  /** Called with each operation and its whole body, before it is carried out. */
  readonly whenHeard?: (operation: string, body: Buffer) => void;
}

/** The practice AWS behind a socket of this computer, which breaks when a test says so. */
export async function practiceOnTheWire(
  practice: PracticeAws,
  { authority, whenHeard }: WireOptions = {},
): Promise<PracticeOnTheWire> {
  const came: string[] = [];
  const planned = new Map<string, { readonly fault: WireFault; readonly struck: () => void }>();
  let connections = 0;
  /** The TCP sockets by the port of their other end. Only these can be reset, also under TLS. */
  const sockets = new Map<number | undefined, Socket>();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = String(request.headers['x-amz-target'] ?? 'other')
      .split('.')
      .slice(-1)
      .join('');
    came.push(operation);
    const plan = planned.get(operation);
    planned.delete(operation);
    const body = await buffer(request);
    whenHeard?.(operation, body);
    const isHeard = !plan?.fault.startsWith('unheard');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const answer = isHeard
      ? await practice.answer({
          method: request.method ?? 'GET',
          headers: request.headers as Readonly<Record<string, string>>,
          path: pathname,
          query: Object.fromEntries(searchParams),
          body,
        })
      : { status: 200, headers: {}, body: new Uint8Array() };
    const headers = { ...answer.headers, 'content-length': String(answer.body.length) };
    switch (plan?.fault) {
      case undefined:
        response.writeHead(answer.status, headers).end(answer.body);
        break;
      case 'unheard, silent':
      case 'silent':
        break;
      case 'unheard, reset':
      case 'reset':
        sockets.get(request.socket.remotePort)?.resetAndDestroy();
        break;
      case 'unheard, web page':
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Welcome to our Wi-Fi');
        break;
      case 'cut short':
        response
          .writeHead(answer.status, headers)
          .write(answer.body.subarray(0, answer.body.length / 2), () => request.socket.destroy());
        break;
      case 'garbage':
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('\u0000{]');
        break;
    }
    plan?.struck();
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch(() => request.socket.destroy());
  };
  const server = authority
    ? createTlsServer({ cert: authority.certificate, key: authority.privateKey }, listener)
    : createServer(listener);
  server.on('connection', (socket: Socket) => {
    connections += 1;
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // a listening TCP server has one
  return {
    url: `${authority ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    came,
    fail: (operation, fault) =>
      new Promise((struck) => planned.set(operation, { fault, struck: () => struck() })),
    connections: () => connections,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
