import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WatchedServer {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** For how many milliseconds, since the last call of this, the server had at least one open request. */
  readonly busy: () => number;
  readonly stop: () => void;
}

/**
 * A proxy that measures how long the server takes.
 *
 * @param distanceMs delay of each answer, as from a server on another computer.
 */
export async function watchServer(server: string, distanceMs = 0): Promise<WatchedServer> {
  let busyMs = 0;
  let waiting = 0;
  let since = 0;
  const begin = (): void => {
    if (waiting++ === 0) since = performance.now();
  };
  const end = (): void => {
    if (--waiting === 0) busyMs += performance.now() - since;
  };
  const way = createServer((incoming, answer) => {
    const { method, headers, url = '/' } = incoming;
    begin();
    answer.once('close', end);
    const outgoing = ask(new URL(url, server), { method, headers }, (answered) => {
      setTimeout(() => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      }, distanceMs);
    });
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((done) => way.listen(0, '127.0.0.1', done));
  const { port } = way.address() as AddressInfo; // a listening TCP server has one
  return {
    url: `http://127.0.0.1:${port}`,
    busy: () => {
      const milliseconds = busyMs;
      busyMs = 0;
      return milliseconds;
    },
    stop: () => {
      way.closeAllConnections();
      way.close();
    },
  };
}
