import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  connect,
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Authority {
  /** PEM. */
  readonly ca: string;
  readonly certificate: string;
  readonly privateKey: string;
}

/** A company's own certificate authority, and a host's certificate that it signed; both made by OpenSSL. */
export function makeAuthority(host: string): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-ca-'));
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  try {
    openssl(
      'req',
      '-x509',
      ...newKey,
      '-keyout',
      at('ca.key'),
      '-out',
      at('ca.pem'),
      '-days',
      '2',
      '-subj',
      '/CN=Company CA',
    );
    openssl('req', ...newKey, '-keyout', at('host.key'), '-out', at('host.csr'), '-subj', `/CN=${host}`);
    writeFileSync(at('names'), `subjectAltName=DNS:${host},DNS:localhost,IP:127.0.0.1\n`);
    openssl(
      'x509',
      '-req',
      '-in',
      at('host.csr'),
      '-CA',
      at('ca.pem'),
      '-CAkey',
      at('ca.key'),
      '-CAcreateserial',
      '-days',
      '2',
      '-extfile',
      at('names'),
      '-out',
      at('host.pem'),
    );
    const read = (name: string) => readFileSync(at(name), 'utf8');
    return { ca: read('ca.pem'), certificate: read('host.pem'), privateKey: read('host.key') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface RunningServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export const startTlsServer = (
  { certificate, privateKey }: Authority,
  listener: Listener,
): Promise<RunningServer> => listen(createHttpsServer({ cert: certificate, key: privateKey }, listener));

export const startHttpServer = (listener: Listener): Promise<RunningServer> =>
  listen(createHttpServer(listener));

/** Accepts connections, and never sends anything. */
export const startSilentServer = (): Promise<RunningServer> => listen(createTcpServer(() => undefined));

export interface ProxyServer extends RunningServer {
  /** Hosts, with their ports, for which a tunnel was requested. */
  readonly asked: readonly string[];
  readonly authorizations: readonly (string | undefined)[];
}

/** A proxy that opens every tunnel to the same port, whatever host was requested. */
export async function startProxy(targetPort: number, status = 200): Promise<ProxyServer> {
  const asked: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createHttpServer((_, response) => response.writeHead(400).end());
  server.on('connect', (request, client: Socket) => {
    asked.push(request.url ?? '');
    authorizations.push(request.headers['proxy-authorization']);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\nContent-Type: text/html\r\n\r\n<html>no</html>`);
      return;
    }
    const target = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client);
      client.pipe(target);
    });
    for (const socket of [target, client]) socket.on('error', () => socket.destroy());
  });
  return { ...(await listen(server)), asked, authorizations };
}

async function listen(server: Server): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A port of this computer that nothing listens on. */
export async function closedPort(): Promise<number> {
  const { port, close } = await startSilentServer();
  await close();
  return port;
}
