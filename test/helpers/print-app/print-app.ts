import { app, BrowserWindow } from 'electron';
import { serveApp } from '../../../main/app-protocol';
import { lockDownApp, lockDownSession, prepareLockdown, refusedRequests } from '../../../main/lockdown';
import type { PageSize } from '../../../main/print/page-size';
import { createPrintPdf } from '../../../main/print/print-pdf';
import type { PrintedDocument } from '../../../main/shared/printed-document';
import { lockedPreferences } from '../../../main/window';

/** The app's own printing without the rest of the app, for documents that no short job would produce. */
export interface PrintApp {
  /** @returns the PDF in base64, or the code of the error. */
  readonly print: (document: PrintedDocument, size: PageSize) => Promise<string>;
  /** How many windows are left, and how many requests were refused. */
  readonly left: () => { readonly windows: number; readonly refused: number };
}

prepareLockdown();
lockDownApp();

void app.whenReady().then(() => {
  const session = lockDownSession();
  const addressOf = serveApp(session, () => false);
  const printApp: PrintApp = {
    print: async (document, size) => {
      const webPreferences = lockedPreferences(session);
      const printed = await createPrintPdf({ webPreferences, addressOf, pageSize: () => size })(document);
      return printed.ok ? Buffer.from(printed.value).toString('base64') : printed.error.code;
    },
    left: () => ({ windows: BrowserWindow.getAllWindows().length, refused: refusedRequests() }),
  };
  Object.assign(globalThis, { printApp });
  void new BrowserWindow({ show: false }).loadURL('about:blank');
});
