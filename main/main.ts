import { join } from 'node:path';
import { app, dialog, nativeTheme } from 'electron';
import { serveApp } from './app-protocol';
import { plainWords, refusedArgument, refusedArgumentExitCode } from './command-line';
import { dataPlaceOf, type DataPlace } from './data-folder';
import { keepKnownVariables } from './environment';
import { registerVerbs } from './ipc/register';
import { createOpenedPaths, type OpenedPaths } from './opened-paths';
import { lockDownApp, lockDownSession, prepareLockdown } from './lockdown';
import { dropDefaultMenu, logFolder } from './menu';
import { log, keepLog } from './platform/log';
import { createLogFile } from './platform/log-file';
import { namedFiles } from './platform/files/named-files';
import type { ServedPage } from './serve-page';
import { openWindow } from './window';

/** Boot order. Each line may rely on the ones above it. */
function boot(): void {
  keepKnownVariables(process.env, process.platform);
  const refused = refusedArgument(process.argv.slice(1), app.isPackaged, process.platform);
  if (refused !== undefined) {
    console.error(`keyferry: refused to start with the argument ${refused.split('=', 1)[0] ?? ''}`);
    app.exit(refusedArgumentExitCode);
    return;
  }
  const place: DataPlace = app.isPackaged
    ? dataPlaceOf(process.execPath, process.platform)
    : { kept: 'profile' };
  if (place.kept === 'nowhere') {
    void app.whenReady().then(() => giveUpOn(place.folder));
    return;
  }
  if (place.kept === 'beside') keepBeside(place.folder);
  prepareLockdown();
  if (!app.requestSingleInstanceLock()) {
    app.exit(3);
    return;
  }
  lockDownApp();
  dropDefaultMenu();
  const openedPaths = createOpenedPaths((act) => setTimeout(act, togetherMs));
  // macOS reports files before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openedPaths.add(path);
  });
  void app.whenReady().then(() => start(openedPaths));
}

/** Says that its data folder cannot be written to. */
const dataFolderExitCode = 73;

/** Files of one drop arrive within this time. */
const togetherMs = 100;

function start(openedPaths: OpenedPaths): void {
  openLog();
  const session = lockDownSession();
  const addressOf = serveApp(session, () => nativeTheme.shouldUseDarkColors);
  const window = openWindow(session);
  const isShown = (): boolean => {
    if (window.isDestroyed()) return false;
    if (window.isMinimized()) window.restore();
    window.focus();
    return true;
  };
  let loaded: Promise<ServedPage> | undefined;
  const served = (): Promise<ServedPage> =>
    (loaded ??= import('./serve-page').then(({ servePage }) => servePage({ window, session, addressOf })));
  registerVerbs(window, async () => (await served()).answer);
  const open = async (paths: readonly string[]): Promise<void> => {
    if (paths.length > 0) await (await served()).openFiles(paths);
  };
  const openNamed = async (argv: readonly string[], folder: string): Promise<void> =>
    open(await namedFiles(plainWords(argv.slice(1), process.platform), folder));
  void openNamed(process.argv, process.cwd());
  app.on('second-instance', (_event, argv, folder) => {
    if (isShown()) void openNamed(argv, folder);
  });
  openedPaths.openWith((paths) => {
    if (isShown()) void namedFiles(paths, process.cwd()).then(open);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('activate', () => {
    if (isShown()) window.show();
  });
}

/** Nothing of it goes into the profile: neither Chromium's own files, nor a secret in the keychain of the system. */
function keepBeside(folder: string): void {
  for (const name of ['userData', 'sessionData'] as const) app.setPath(name, folder);
  app.setPath('crashDumps', join(folder, 'crashes'));
  app.commandLine.appendSwitch('password-store', 'basic');
  // Where GTK keeps its own.
  process.env['XDG_CACHE_HOME'] = join(folder, 'cache');
}

function giveUpOn(folder: string): void {
  dialog.showErrorBox(
    'Keyferry cannot keep its data',
    `The folder ${folder} lies beside the app, so everything is to be kept there, but it cannot be written to. Nothing was started. Make it writable, or remove it to keep the data in your profile.`,
  );
  app.exit(dataFolderExitCode);
}

/** SECURITY: an allow-list limits what the log may say; see platform/log.ts. */
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
