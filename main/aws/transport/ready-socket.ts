import type { Socket } from 'node:net';
import { connectionFailure } from '../errors/network';
import { markNeverSent } from '../errors/never-sent';

/** `connect` for plain TCP; `secureConnect` for TLS: its handshake is done, and the certificate checked. */
export type ReadyEvent = 'connect' | 'secureConnect';

/**
 * Waits until a new socket is ready for a request. A request gets its socket only afterwards, so errors of this
 * function are marked as never sent, and later errors are not.
 * @param limitMs how long to wait, in milliseconds; then the error is `ECONNECTTIMEDOUT`.
 */
export function untilReady(socket: Socket, ready: ReadyEvent, limitMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const timer = setTimeout(() => fail(connectionFailure('ECONNECTTIMEDOUT')), limitMs);
    function fail(error: Error): void {
      // SECURITY: once a request has the socket, an error may come in the middle of a call.
      if (isOver) return;
      end();
      socket.destroy();
      reject(markNeverSent(error));
    }
    function end(): void {
      isOver = true;
      clearTimeout(timer);
    }
    socket.once(ready, () => {
      end();
      resolve(socket);
    });
    // This listener stays: until the request has the socket nothing else listens, and an unhandled error would end the
    // app.
    socket.on('error', fail);
    socket.once('close', () => fail(connectionFailure('ECONNECTCLOSED')));
  });
}
