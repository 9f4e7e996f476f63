import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  nativeTheme,
  screen,
  type Session,
  type Size,
  type WebPreferences,
} from 'electron';
import { appOrigin } from './app-protocol';
import { keepWindowPlace, readWindowPlace } from './platform/window-place';

/** Page backgrounds of the UI kit, so that the window does not flash in another colour. */
const background = { light: '#ffffff', dark: '#161d26' };

/** Opens the app's only visible window, and loads the page. */
export function openWindow(session: Session): BrowserWindow {
  const file = join(app.getPath('userData'), 'window.json');
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  const place = readWindowPlace(file, displays);
  const window = new BrowserWindow({
    ...(place?.bounds ?? firstSize(screen.getPrimaryDisplay().workAreaSize)),
    minWidth: 640,
    minHeight: 400,
    title: 'Keyferry',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      ...lockedPreferences(session),
      preload: join(__dirname, '../preload/preload.cjs'),
    },
  });
  if (place?.isMaximized) window.maximize();
  window.on('close', () =>
    keepWindowPlace(file, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  );
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

/** As much as the first screen needs, and no more than there is. */
const firstSize = ({ width, height }: Size): Size => ({
  width: Math.min(1180, width),
  height: Math.min(840, height),
});

/** What every page of the app may do: less than a browser's page. */
export function lockedPreferences(session: Session): WebPreferences {
  return {
    session,
    // SECURITY: the page is untrusted; each of these settings keeps Node, the preload or the disk out of its reach.
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // SECURITY: with developer tools, a bystander could read the page or call its verbs.
    devTools: !app.isPackaged,
    spellcheck: false,
    // SECURITY: the code cache is executable data in the profile that no integrity check covers.
    v8CacheOptions: 'none',
  };
}
