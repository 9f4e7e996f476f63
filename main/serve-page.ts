import { app, type BrowserWindow, type Session } from 'electron';
import type { AddressOf } from './app-protocol';
import { askBeforeClosing } from './closing';
import { answer } from './ipc/answer';
import type { Answer } from './ipc/register';
import { setMenu } from './menu';
import { forbidCoreFiles } from './no-core-files';
import { pageSizeOf } from './print/page-size';
import { createPrintPdf } from './print/print-pdf';
import { watchTime } from './watch-time';
import { lockedPreferences } from './window';
import { wireVerbs } from './wiring';

export interface ServePagePorts {
  readonly window: BrowserWindow;
  readonly session: Session;
  readonly addressOf: AddressOf;
}

export interface ServedPage {
  readonly answer: Answer;
  /** Reads files as import parameters, and shows the page what they say. */
  readonly openFiles: (paths: readonly string[]) => Promise<void>;
}

/** All that can wait until the page first asks for something, which it does once its first screen is painted. */
export function servePage({ window, session, addressOf }: ServePagePorts): ServedPage {
  setMenu();
  // Before there can be a vault.
  forbidCoreFiles();
  const printPdf = createPrintPdf({
    webPreferences: lockedPreferences(session),
    addressOf,
    pageSize: () => pageSizeOf(app.getLocaleCountryCode()),
  });
  const { handlers, underWay, endVaults, endOverdue, clearClipboard, openFiles } = wireVerbs(
    window,
    printPdf,
  );
  askBeforeClosing(window, { underWay, endVaults });
  watchTime(endOverdue);
  quitWith(clearClipboard);
  return { answer: (verb, request) => answer(verb, request, handlers), openFiles };
}

/** SECURITY: the timer that clears the clipboard ends with the app, so that is done before. */
function quitWith(clearClipboard: () => Promise<void>): void {
  let isCleared = false;
  app.on('will-quit', (event) => {
    if (isCleared) return;
    event.preventDefault();
    void clearClipboard()
      .catch(() => undefined)
      .finally(() => {
        isCleared = true;
        // Electron hears of a quit only once it has done with the one that was held back.
        setImmediate(() => app.quit());
      });
  });
}
