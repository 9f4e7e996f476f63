import type { Socket } from 'node:net';
import { connectionFailure } from '../errors/network';
import { markNeverSent } from '../errors/never-sent';

/** `connect` for plain TCP; `secureConnect` where TLS has to finish its handshake and check the certificate. */
export type ReadyEvent = 'connect' | 'secureConnect';

/**
 * Waits until a new socket is ready for a request. A request gets its socket only afterwards, so every error of this
 * function is marked as never sent, and no error after it is.
 * @param limitMs how long to wait, in milliseconds; then the error is `ECONNECTTIMEDOUT`.
 */
export function untilReady(socket: Socket, ready: ReadyEvent, limitMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const timer = setTimeout(() => fail(connectionFailure('ECONNECTTIMEDOUT')), limitMs);
    function fail(error: Error): void {
      // SECURITY: from the moment that a request has the socket, what goes wrong on it may be in the middle of a call.
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
    // Stays, because nobody else listens until the request has the socket, and an unheard error would end the app.
    socket.on('error', fail);
    socket.once('close', () => fail(connectionFailure('ECONNECTCLOSED')));
  });
}
