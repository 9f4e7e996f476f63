import { app, type BrowserWindow, type Session } from 'electron';
import type { AddressOf } from './app-protocol';
import { askBeforeClosing } from './closing';
import { answer } from './ipc/answer';
import type { Answer } from './ipc/register';
import { setMenu } from './menu';
import { forbidCoreFiles } from './no-core-files';
import { pageSizeOf } from './print/page-size';
import { organisationPlace, type OrganisationPlace } from './organisation/organisation-place';
import { readOrganisation } from './organisation/read-organisation';
import { staysWithoutJobs } from './organisation/without-jobs';
import { log } from './platform/log';
import { createPrintPdf } from './print/print-pdf';
import { helpChannel } from './shared/contract';
import { err } from './shared/result';
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
export async function servePage({ window, session, addressOf }: ServePagePorts): Promise<ServedPage> {
  setMenu((wanted) => window.webContents.send(helpChannel, wanted));
  // This comes before any vault can start.
  forbidCoreFiles();
  const printPdf = createPrintPdf({
    webPreferences: lockedPreferences(session),
    addressOf,
    pageSize: () => pageSizeOf(app.getLocaleCountryCode()),
  });
  const organisation = await readOrganisation(whereSet());
  const { handlers, underWay, endVaults, endOverdue, clearClipboard, openFiles } = wireVerbs(
    window,
    printPdf,
    organisation,
  );
  askBeforeClosing(window, { underWay, endVaults });
  watchTime(endOverdue);
  quitWith(clearClipboard);
  if (organisation?.view.state !== 'refused') {
    return { answer: (verb, request) => answer(verb, request, handlers), openFiles };
  }
  const { error } = organisation.view;
  log({ event: 'organisation.refused', code: error.code });
  return {
    // SECURITY: whatever the page asks for, no job is started under settings that nobody can be sure of.
    answer: (verb, request) =>
      staysWithoutJobs(verb) ? answer(verb, request, handlers) : Promise.resolve(err(error)),
    openFiles: () => Promise.resolve(),
  };
}

/** SECURITY: an app that is packaged looks in one place, which nobody can change who is not its administrator. */
function whereSet(): OrganisationPlace {
  const development = app.isPackaged ? undefined : { environment: process.env, user: process.getuid?.() };
  return organisationPlace(process.platform, development);
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
