import { app } from 'electron';
import { serveApp } from './app-protocol';
import { askBeforeClosing } from './closing';
import { plainWords, refusedArgument, refusedArgumentExitCode } from './command-line';
import { registerVerbs } from './ipc/register';
import { createOpenedPaths, type OpenedPaths } from './opened-paths';
import { wireVerbs } from './wiring';
import { lockDownApp, lockDownSession, prepareLockdown } from './lockdown';
import { logFolder, setMenu } from './menu';
import { log, keepLog } from './platform/log';
import { createLogFile } from './platform/log-file';
import { namedFiles } from './platform/named-files';
import { watchTime } from './watch-time';
import { forbidCoreFiles } from './no-core-files';
import { pageSizeOf } from './print/page-size';
import { createPrintPdf } from './print/print-pdf';
import { lockedPreferences, openWindow } from './window';

/** Boot order. Each line may rely on the ones above it. */
function boot(): void {
  const refused = refusedArgument(process.argv.slice(1), app.isPackaged, process.platform);
  if (refused !== undefined) {
    console.error(`keyferry: refused to start with the argument ${refused.split('=', 1)[0] ?? ''}`);
    app.exit(refusedArgumentExitCode);
    return;
  }
  forbidCoreFiles();
  prepareLockdown();
  if (!app.requestSingleInstanceLock()) {
    app.exit(3);
    return;
  }
  lockDownApp();
  const openedPaths = createOpenedPaths((act) => setTimeout(act, togetherMs));
  // macOS names them before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openedPaths.add(path);
  });
  void app.whenReady().then(() => start(openedPaths));
}

/** Files of one drop come within moments of each other. */
const togetherMs = 100;

function start(openedPaths: OpenedPaths): void {
  openLog();
  const session = lockDownSession();
  const addressOf = serveApp(session);
  setMenu();
  const window = openWindow(session);
  const printPdf = createPrintPdf({
    webPreferences: lockedPreferences(session),
    addressOf,
    pageSize: () => pageSizeOf(app.getLocaleCountryCode()),
  });
  const { handlers, underWay, endVaults, endOverdue, openFiles } = wireVerbs(window, printPdf);
  registerVerbs(window, handlers);
  askBeforeClosing(window, { underWay, endVaults });
  watchTime(endOverdue);
  const openNamed = async (argv: readonly string[], folder: string): Promise<void> =>
    openFiles(await namedFiles(plainWords(argv.slice(1), process.platform), folder));
  void openNamed(process.argv, process.cwd());
  const isShown = (): boolean => {
    if (window.isDestroyed()) return false;
    if (window.isMinimized()) window.restore();
    window.focus();
    return true;
  };
  app.on('second-instance', (_event, argv, folder) => {
    if (isShown()) void openNamed(argv, folder);
  });
  openedPaths.openWith((paths) => {
    if (isShown()) void namedFiles(paths, process.cwd()).then(openFiles);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('activate', () => {
    if (isShown()) window.show();
  });
}

/** SECURITY: what the log may say is an allow-list; see platform/log.ts. */
function openLog(): void {
  keepLog(createLogFile(logFolder()));
  log({
    event: 'app.started',
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: process.platform,
    packaged: app.isPackaged,
  });
}

boot();
