import { randomUUID } from 'node:crypto';
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { log } from '../platform/log';
import { channelOf, verbs, type ResultOf, type Verb } from '../shared/contract';
import { localError } from '../shared/errors';
import { err } from '../shared/result';
import { isTrustedSender } from './sender';

export type Answer = <V extends Verb>(verb: V, request: unknown) => Promise<ResultOf<V>>;

/**
 * The one way in from the page, and the one place where a bug becomes an answer.
 *
 * @param loadAnswer called with each message; the first one may take the time that the answering side is loaded in.
 */
export function registerVerbs(window: BrowserWindow, loadAnswer: () => Promise<Answer>): void {
  for (const verb of verbs) {
    ipcMain.handle(channelOf(verb), async (event: IpcMainInvokeEvent, request: unknown) => {
      if (!isTrustedSender(event, window)) {
        log({ event: 'ipc.untrustedSender', verb });
        return err(localError('app', 'ipc.untrustedSender', undefined, 'no'));
      }
      try {
        const answer = await loadAnswer();
        return await answer(verb, request);
      } catch (bug) {
        const correlationId = randomUUID().slice(0, 8);
        log({ event: 'internal.unexpected', verb, correlationId, bug });
        return err(localError('app', 'internal.unexpected', { correlationId }, 'check-first'));
      }
    });
  }
}
