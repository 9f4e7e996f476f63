import { Agent as HttpAgent, type ClientRequestArgs } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions } from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { untilReady, type ReadyEvent } from './ready-socket';
import type { Trust } from './trust';

type Created = (error: Error | null, stream: Duplex) => void;

const usualAgent = { keepAlive: true, maxSockets: 10 } as const;

/** An agent for `http:` that gives a request its socket once it is connected, within `connectMs`. */
export class PlainAgent extends HttpAgent {
  readonly #connectMs: number;

  constructor(connectMs: number) {
    super(usualAgent);
    this.#connectMs = connectMs;
  }

  override createConnection(options: ClientRequestArgs, created?: Created): undefined {
    handOver(super.createConnection(options), 'connect', this.#connectMs, created);
  }
}

/** An agent for `https:` that gives a request its socket once the certificate is checked, within `connectMs`. */
export class TlsAgent extends HttpsAgent {
  readonly #connectMs: number;

  constructor(trust: Trust, connectMs: number) {
    super({ ...usualAgent, ...trust });
    this.#connectMs = connectMs;
  }

  override createConnection(options: RequestOptions, created?: Created): undefined {
    handOver(super.createConnection(options), 'secureConnect', this.#connectMs, created);
  }
}

function handOver(
  socket: Duplex | null | undefined,
  ready: ReadyEvent,
  connectMs: number,
  created: Created | undefined,
): void {
  if (!(socket instanceof Socket) || created === undefined) throw new Error('Node made no socket.');
  untilReady(socket, ready, connectMs).then(
    () => created(null, socket),
    (error: unknown) => created(error instanceof Error ? error : new Error('No connection.'), socket),
  );
}
