import { join } from 'node:path';
import { app, Menu, shell, type MenuItemConstructorOptions } from 'electron';
import type { HelpWanted } from './shared/page-api';

export const logFolder = (): string => join(app.getPath('userData'), 'logs');

/** What the menu of the app has on macOS, below About; the role `appMenu` would bring an About of the system's. */
const ofMacApps: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'services' },
  { type: 'separator' },
  { role: 'hide' },
  { role: 'hideOthers' },
  { role: 'unhide' },
  { type: 'separator' },
  { role: 'quit' },
];

/** Commands for keyboards (editing, zoom to 200 % and beyond, closing) and support; no reload, no developer tools. */
export function setMenu(openHelp: (wanted: HelpWanted) => void): void {
  const about: MenuItemConstructorOptions = { label: 'About Keyferry', click: () => openHelp('about') };
  const appMenu: MenuItemConstructorOptions =
    process.platform === 'darwin'
      ? { label: app.name, submenu: [about, ...ofMacApps] }
      : { label: 'File', submenu: [{ role: 'quit', label: `Quit ${app.name}` }] };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      appMenu,
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      {
        label: 'Help',
        submenu: [
          // The page takes the key first, and then the menu does not get it.
          { label: 'Keyferry guide', accelerator: 'F1', click: () => openHelp('guide') },
          { label: 'Save a report for support', click: () => openHelp('report') },
          { label: 'Open the log folder', click: () => void shell.openPath(logFolder()) },
          { type: 'separator' },
          about,
        ],
      },
    ]),
  );
}

/** Keeps Electron from building a default menu, which ours would only replace. */
export function dropDefaultMenu(): void {
  Menu.setApplicationMenu(null);
}
