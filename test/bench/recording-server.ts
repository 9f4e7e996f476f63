import { Agent, createServer, request as ask, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Recorded {
  readonly operation: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface RecordingServer {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** Forgets what was recorded. */
  readonly restart: () => void;
  /** When the first answer to an operation left, in milliseconds since 1970. */
  readonly firstAnswerAt: (operation: string) => number;
  /** Sends what was recorded of these operations again, from here, so many at a time. @returns how long it took, in ms */
  readonly replay: (operations: readonly string[], atOnce: number) => Promise<number>;
  readonly stop: () => void;
}

/**
 * A proxy that keeps what was sent through it, to find out how long the server alone takes for it.
 *
 * @param distanceMs delay of each answer, as from a server on another computer.
 */
export async function recordServer(server: string, distanceMs: number): Promise<RecordingServer> {
  const recorded: Recorded[] = [];
  const answered = new Map<string, number>();
  const near = new Agent({ keepAlive: true });
  const way = createServer((incoming, answer) => {
    const { method, headers, url = '/' } = incoming;
    const operation =
      String(headers['x-amz-target'] ?? '')
        .split('.')
        .at(-1) ?? '';
    const chunks: Buffer[] = [];
    const outgoing = ask(new URL(url, server), { method, headers, agent: near }, (from) => {
      setTimeout(() => {
        if (!answered.has(operation)) answered.set(operation, Date.now());
        answer.writeHead(from.statusCode ?? 502, from.headers);
        from.pipe(answer);
      }, distanceMs);
    });
    outgoing.on('error', () => answer.destroy());
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => recorded.push({ operation, headers, body: Buffer.concat(chunks) }));
    incoming.pipe(outgoing);
  });
  await new Promise<void>((done) => way.listen(0, '127.0.0.1', done));
  const { port } = way.address() as AddressInfo; // a listening TCP server has one
  const url = `http://127.0.0.1:${port}`;

  return {
    url,
    restart: () => {
      recorded.length = 0;
      answered.clear();
    },
    firstAnswerAt: (operation) => answered.get(operation) ?? Number.NaN,
    replay: async (operations, atOnce) => {
      const left = recorded.filter(({ operation }) => operations.includes(operation)).values();
      const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
      const started = performance.now();
      const sendAll = async (): Promise<void> => {
        for (const one of left) await sendAgain(url, one, agent);
      };
      await Promise.all(Array.from({ length: atOnce }, sendAll));
      agent.destroy();
      return performance.now() - started;
    },
    stop: () => {
      near.destroy();
      way.closeAllConnections();
      way.close();
    },
  };
}

async function sendAgain(url: string, { headers, body }: Recorded, agent: Agent): Promise<void> {
  await new Promise<void>((done, fail) => {
    const again = ask(url, { method: 'POST', headers, agent }, (answer) => {
      answer.resume();
      answer.once('end', done);
    });
    again.once('error', fail);
    again.end(body);
  });
}
