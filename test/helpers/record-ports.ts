import type { PrintPdf } from '../../main/shared/printed-document';
import { createSavedFiles } from '../../main/platform/files/saved-files';
import { noSettings } from '../../main/shared/organisation-forbids';
import { ok } from '../../main/shared/result';

/** A printer whose paper is the facts themselves. */
const printPdf: PrintPdf = (document) => Promise.resolve(ok(Buffer.from(JSON.stringify(document))));

/** A fixed build and time zone, and a printer that needs no window. */
export const recordPorts = {
  organisation: noSettings,
  buildSha256: () => Promise.resolve('b'.repeat(64)),
  releaseKey: undefined,
  zone: { name: 'Asia/Kolkata', offsetMinutes: () => 330 },
  printPdf,
  supportFacts: () => Promise.resolve({ versions: {}, settings: {}, log: [] }),
  savedFiles: createSavedFiles({ revealFile: () => undefined, openFile: () => Promise.resolve(true) }),
};
