import { app, BrowserWindow } from 'electron';
import { serveApp } from './app-protocol';
import { askBeforeClosing } from './closing';
import { plainWords, refusedArgument, refusedArgumentExitCode } from './command-line';
import { registerVerbs } from './ipc/register';
import { wireVerbs } from './wiring';
import { lockDownApp, lockDownSession, prepareLockdown } from './lockdown';
import { logFolder, setMenu } from './menu';
import { log, keepLog } from './platform/log';
import { createLogFile } from './platform/log-file';
import { namedFiles } from './platform/named-files';
import { watchTime } from './watch-time';
import { forbidCoreFiles } from './no-core-files';
import { openWindow } from './window';

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
  void app.whenReady().then(start);
}

function start(): void {
  openLog();
  const session = lockDownSession();
  serveApp(session);
  setMenu();
  const window = openWindow(session);
  const { handlers, underWay, endVaults, endOverdue, openFiles } = wireVerbs(window);
  registerVerbs(window, handlers);
  askBeforeClosing(window, { underWay, endVaults });
  watchTime(endOverdue);
  const openNamed = async (argv: readonly string[], folder: string): Promise<void> =>
    openFiles(await namedFiles(plainWords(argv.slice(1), process.platform), folder));
  void openNamed(process.argv, process.cwd());
  app.on('second-instance', (_event, argv, folder) => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    void openNamed(argv, folder);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('activate', () => BrowserWindow.getAllWindows()[0]?.show());
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
