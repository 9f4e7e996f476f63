import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A device on the way that does not understand what it passes on, and can damage it. */
export interface DamagingRelay {
  readonly port: number;
  /**
   * Flips one bit of what the server sends from now on; the first bit is 0. What the client sends stays whole.
   * @param barsThen whether every new connection is then cut, until `letIn`
   */
  readonly flip: (bit: number, barsThen?: boolean) => void;
  /** Whether the bit has passed. */
  readonly hasFlipped: () => boolean;
  /** Bytes that the server has sent since the last call of `flip` or of this. */
  readonly bytesSaid: () => number;
  readonly letIn: () => void;
  readonly close: () => Promise<void>;
}

export async function startDamagingRelay(serverPort: number): Promise<DamagingRelay> {
  const sockets = new Set<Socket>();
  let said = 0;
  let damaged: number | undefined;
  let hasFlipped = false;
  let barsThen = false;
  let isBarred = false;

  function damage(chunk: Buffer): Buffer {
    const at = damaged === undefined ? -1 : Math.floor(damaged / 8) - said;
    said += chunk.length;
    const byte = chunk[at];
    if (damaged !== undefined && byte !== undefined) {
      chunk[at] = byte ^ (1 << (damaged % 8));
      hasFlipped = true;
      isBarred = barsThen;
    }
    return chunk;
  }

  const relay = createServer((client) => {
    if (isBarred) {
      client.destroy();
      return;
    }
    const server = connect(serverPort, '127.0.0.1');
    client.on('data', (chunk) => server.write(chunk));
    server.on('data', (chunk: Buffer) => client.write(damage(chunk)));
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done));
  const { port } = relay.address() as AddressInfo; // a listening TCP server has one
  return {
    port,
    flip: (bit, bars = false) => {
      said = 0;
      damaged = bit;
      barsThen = bars;
      hasFlipped = false;
    },
    hasFlipped: () => hasFlipped,
    bytesSaid: () => {
      const count = said;
      said = 0;
      damaged = undefined;
      return count;
    },
    letIn: () => {
      isBarred = false;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => relay.close(() => done()));
    },
  };
}
