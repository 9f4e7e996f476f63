import { app, type BrowserWindow, type Session } from 'electron';
import type { AddressOf } from './app-protocol';
import { askBeforeClosing } from './closing';
import { answer } from './ipc/answer';
import type { Answer } from './ipc/register';
import { setMenu } from './menu';
import { forbidCoreFiles } from './no-core-files';
import { pageSizeOf } from './print/page-size';
import { createPrintPdf } from './print/print-pdf';
import { helpChannel } from './shared/contract';
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
  /** Reads files as import parameters, and shows them on the page. */
  readonly openFiles: (paths: readonly string[]) => Promise<void>;
}

/** Everything that can wait for the page's first request, which comes once its first screen is painted. */
export function servePage({ window, session, addressOf }: ServePagePorts): ServedPage {
  setMenu((wanted) => window.webContents.send(helpChannel, wanted));
  // This comes before any vault can start.
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

/** SECURITY: the timer that clears the clipboard ends with the app, so it is cleared before the app quits. */
function quitWith(clearClipboard: () => Promise<void>): void {
  let isCleared = false;
  app.on('will-quit', (event) => {
    if (isCleared) return;
    event.preventDefault();
    void clearClipboard()
      .catch(() => undefined)
      .finally(() => {
        isCleared = true;
        // Electron ignores a new quit until it has finished with the one that was prevented.
        setImmediate(() => app.quit());
      });
  });
}
