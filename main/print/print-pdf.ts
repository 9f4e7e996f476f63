import { BrowserWindow, type WebPreferences } from 'electron';
import { localError } from '../shared/errors';
import type { PrintedFacts, PrintPdf } from '../shared/printed-document';
import { err, ok } from '../shared/result';
import { documentTitle } from './document-title';
import type { PageSize } from './page-size';
import { runningLines } from './running-lines';

export interface PrintPorts {
  /** Those of the app's window, without its preload: a printed page calls nothing. */
  readonly webPreferences: WebPreferences;
  /** Gives the facts an address under which they are served once. */
  readonly addressOf: (facts: PrintedFacts) => string;
  readonly pageSize: () => PageSize;
}

/** A page of print is drawn in a moment; past this the page hangs. */
const deadlineMs = 60_000;

/** Margins in inches; the running lines stand in those at the top and bottom. */
const margins = { bottom: 0.6, left: 0.71, right: 0.71 };
const topMargin = { plain: 0.55, practice: 0.7 };

/**
 * Prints documents in a window that nobody sees and that is gone afterwards. The PDF is tagged, has a title and an
 * outline, and says nothing of the person's computer.
 */
export function createPrintPdf({ webPreferences, addressOf, pageSize }: PrintPorts): PrintPdf {
  return async (document) => {
    const lines = documentTitle(document);
    const { name, of, isPractice } = lines;
    const title = [...(isPractice ? ['PRACTICE'] : []), name, of].join(' · ');
    const window = new BrowserWindow({ show: false, webPreferences });
    const { webContents } = window;
    let timer: NodeJS.Timeout | undefined;
    try {
      const { header, footer } = runningLines(lines);
      const printed = window.loadURL(addressOf({ title, document })).then(() =>
        webContents.printToPDF({
          pageSize: pageSize(),
          margins: { ...margins, top: isPractice ? topMargin.practice : topMargin.plain },
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: header,
          footerTemplate: footer,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      );
      const pdf = await Promise.race([
        printed.catch(() => undefined),
        new Promise<undefined>((resolve) => {
          timer = setTimeout(() => resolve(undefined), deadlineMs);
          webContents.once('render-process-gone', () => resolve(undefined));
        }),
      ]);
      // The page takes its title when all of it is drawn: an empty page is no document.
      const isWhole = pdf !== undefined && !window.isDestroyed() && webContents.getTitle() === title;
      return isWhole ? ok(pdf) : err(localError('save', 'print.failed', undefined, 'same'));
    } finally {
      clearTimeout(timer);
      if (!window.isDestroyed()) window.destroy();
    }
  };
}
