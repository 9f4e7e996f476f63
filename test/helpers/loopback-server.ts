import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackServer {
  /** `http://127.0.0.1:port` */
  readonly http: string;
  /** `127.0.0.1:port` of its UDP half. */
  readonly udp: string;
  /** Requested paths, decoded, without the leading slash. */
  readonly paths: () => readonly string[];
  /** TCP connections, whatever was sent on them. */
  readonly connections: () => number;
  /** UDP datagrams, whatever was in them. */
  readonly datagrams: () => number;
  readonly forget: () => void;
  readonly close: () => void;
}

/** A server that counts what reaches it. It serves the given files, and an empty script for any other path. */
export async function startLoopbackServer(
  files: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {},
): Promise<LoopbackServer> {
  let paths: string[] = [];
  let connections = 0;
  let received = 0;
  const web = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname.slice(1));
    paths.push(path);
    const { type, text } = files[path] ?? { type: 'text/javascript', text: '' };
    response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' });
    response.end(text);
  });
  web.on('connection', () => (connections += 1));
  web.on('upgrade', (request, socket) => {
    paths.push(decodeURIComponent((request.url ?? '/').slice(1)));
    socket.destroy();
  });
  const datagrams = createSocket('udp4');
  datagrams.on('message', () => (received += 1));
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  await new Promise<void>((done) => datagrams.bind(0, '127.0.0.1', done));
  const { port } = web.address() as AddressInfo; // a listening TCP server has one
  return {
    http: `http://127.0.0.1:${port}`,
    udp: `127.0.0.1:${datagrams.address().port}`,
    paths: () => paths,
    connections: () => connections,
    datagrams: () => received,
    forget: () => {
      paths = [];
      connections = 0;
      received = 0;
    },
    close: () => {
      web.closeAllConnections();
      web.close();
      datagrams.close();
    },
  };
}
