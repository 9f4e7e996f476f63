import { BrowserWindow, type WebPreferences } from 'electron';
import { localError } from '../shared/errors';
import type { PrintedFacts, PrintPdf } from '../shared/printed-document';
import { err, ok } from '../shared/result';
import { documentTitle } from './document-title';
import type { PageSize } from './page-size';
import { runningLines } from './running-lines';

export interface PrintPorts {
  /** The preferences of the app's window, without its preload: a printed page calls nothing. */
  readonly webPreferences: WebPreferences;
  /** Returns an address at which the facts are served once. */
  readonly addressOf: (facts: PrintedFacts) => string;
  readonly pageSize: () => PageSize;
}

/** A page is drawn in a moment; one that takes this long hangs. */
const deadlineMs = 60_000;

/** Margins in inches. The running lines are in the top and bottom margins. */
const margins = { bottom: 0.6, left: 0.71, right: 0.71 };
const topMargin = { plain: 0.55, practice: 0.7 };

/**
 * Prints documents in a hidden window, which is closed afterwards. The PDF is tagged, has a title and an outline, and
 * says nothing about the person's computer.
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
      // The page sets its title once everything is drawn, so an empty page is not taken for a document.
      const isWhole = pdf !== undefined && !window.isDestroyed() && webContents.getTitle() === title;
      return isWhole ? ok(pdf) : err(localError('save', 'print.failed', undefined, 'same'));
    } finally {
      clearTimeout(timer);
      if (!window.isDestroyed()) window.destroy();
    }
  };
}
