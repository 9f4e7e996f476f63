import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from './until';

export interface StallingProxy {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** From now on, calls of this operation wait. */
  readonly stall: (operation: string) => void;
  /** Resolves once a call waits. */
  readonly stalled: () => Promise<unknown>;
  readonly letGo: () => void;
  readonly stop: () => void;
}

/** A proxy to a server on which the calls of one operation wait until `letGo`. */
export async function startStallingProxy(server: string): Promise<StallingProxy> {
  let slow: string | undefined;
  const waiting: (() => void)[] = [];
  const proxy = createServer((incoming, answer) => {
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1);
    if (operation === slow) waiting.push(() => forward(server, incoming, answer));
    else forward(server, incoming, answer);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const { port } = proxy.address() as AddressInfo; // a listening TCP server has one
  return {
    url: `http://127.0.0.1:${port}`,
    stall: (operation) => {
      slow = operation;
    },
    stalled: () => until(`a call of ${String(slow)}`, () => (waiting.length > 0 ? true : undefined), 60),
    letGo: () => {
      slow = undefined;
      for (const goOn of waiting.splice(0)) goOn();
    },
    stop: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

function forward(server: string, incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  const outgoing = ask(new URL(url, server), { method, headers }, (answered) => {
    answer.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(answer);
  });
  // The client may be gone by now.
  outgoing.on('error', () => answer.destroy());
  incoming.pipe(outgoing);
}
