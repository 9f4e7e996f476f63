import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { appOrigin } from '../app-protocol';

/**
 * Whether a message comes from our own page: the main frame of the one window, showing the app's own document
 * (Electron's security checklist, item 17).
 */
export function isTrustedSender(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return (
    !window.isDestroyed() &&
    frame !== null &&
    frame === window.webContents.mainFrame &&
    frame.url === `${appOrigin}/index.html`
  );
}
