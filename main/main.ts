import { app, BrowserWindow } from 'electron';
import { serveApp } from './app-protocol';
import { refusedArgument, refusedArgumentExitCode } from './command-line';
import { registerVerbs } from './ipc/register';
import { wireVerbs } from './wiring';
import { lockDownApp, lockDownSession, prepareLockdown } from './lockdown';
import { setMenu } from './menu';
import { openWindow } from './window';

/** Boot order. Each line may rely on the ones above it. */
function boot(): void {
  const refused = refusedArgument(process.argv.slice(1), app.isPackaged, process.platform);
  if (refused !== undefined) {
    console.error(`keyferry: refused to start with the argument ${refused.split('=', 1)[0] ?? ''}`);
    app.exit(refusedArgumentExitCode);
    return;
  }
  prepareLockdown();
  if (!app.requestSingleInstanceLock()) {
    app.exit(3);
    return;
  }
  lockDownApp();
  void app.whenReady().then(start);
}

function start(): void {
  const session = lockDownSession();
  serveApp(session);
  setMenu();
  const window = openWindow(session);
  registerVerbs(window, wireVerbs(window));
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('activate', () => BrowserWindow.getAllWindows()[0]?.show());
}

boot();
