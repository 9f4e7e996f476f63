import { join } from 'node:path';
import { app, Menu, shell, type MenuItemConstructorOptions } from 'electron';

/** Where the log is. */
export const logFolder = (): string => join(app.getPath('userData'), 'logs');

/** What the keyboard needs (editing, zoom up to 200 % and beyond, closing), and what support asks for. No reload, no developer tools. */
export function setMenu(): void {
  const appMenu: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [{ role: 'appMenu' }]
      : [{ label: 'File', submenu: [{ role: 'quit', label: `Quit ${app.name}` }] }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...appMenu,
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
        submenu: [{ label: 'Open the log folder', click: () => void shell.openPath(logFolder()) }],
      },
    ]),
  );
}

/** Electron would otherwise build a menu of its own first, only for ours to replace it. */
export function dropDefaultMenu(): void {
  Menu.setApplicationMenu(null);
}
