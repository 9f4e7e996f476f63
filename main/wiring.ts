import { app, clipboard, shell, type BrowserWindow } from 'electron';
import type { Handlers } from './ipc/register';
import { createWrapOffline } from './jobs/wrap-offline';
import { refusedRequests } from './lockdown';
import { createDialogs } from './platform/dialogs';
import { progressChannel } from './shared/contract';
import { ok } from './shared/result';
import type { AppView } from './shared/views';
import { vaultClient } from './vault/client';

/** Gives each verb its job, and each job its ports. */
export function wireVerbs(window: BrowserWindow): Handlers {
  const wrapOffline = createWrapOffline({
    dialogs: createDialogs(window),
    vault: vaultClient,
    now: () => new Date(),
    appVersion: app.getVersion(),
    refusedRequests,
    revealFile: (path) => shell.showItemInFolder(path),
    emit: (progress) => {
      if (!window.isDestroyed()) window.webContents.send(progressChannel, progress);
    },
  });
  return {
    ...wrapOffline,
    describeApp: () =>
      Promise.resolve(
        ok({ version: app.getVersion(), electron: process.versions.electron, platform: platform() }),
      ),
    copyText: async ({ text }) => {
      await clipboard.writeText(text);
      return ok(null);
    },
  };
}

function platform(): AppView['platform'] {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}
