import { setTimeout as wait } from 'node:timers/promises';
import { app, clipboard, shell, type BrowserWindow } from 'electron';
import type { Handlers } from './ipc/register';
import { createCeremony } from './jobs/ceremony';
import type { SignInPorts } from './jobs/sign-in';
import { createWrapOffline } from './jobs/wrap-offline';
import { refusedRequests } from './lockdown';
import { createDialogs } from './platform/dialogs';
import { createSystemProxy } from './platform/system-proxy';
import type { PracticeAws } from './practice/practice-aws';
import { ceremonyProgressChannel, progressChannel } from './shared/contract';
import { ok } from './shared/result';
import type { AppView } from './shared/views';
import { vaultClient } from './vault/client';

/** Gives each verb its job, and each job its ports. */
export function wireVerbs(window: BrowserWindow): Handlers {
  const emitOn = (channel: string) => (progress: unknown) => {
    if (!window.isDestroyed()) window.webContents.send(channel, progress);
  };
  const dialogs = createDialogs(window);
  const wrapOffline = createWrapOffline({
    dialogs,
    vault: vaultClient,
    now: () => new Date(),
    appVersion: app.getVersion(),
    refusedRequests,
    revealFile: (path) => shell.showItemInFolder(path),
    emit: emitOn(progressChannel),
  });
  const ceremony = createCeremony({
    loadDesk,
    dialogs,
    vault: vaultClient,
    clock: { now: () => new Date(), sleep: (milliseconds) => wait(milliseconds), random: Math.random },
    appVersion: app.getVersion(),
    emit: emitOn(ceremonyProgressChannel),
  });
  return {
    ...ceremony,
    ...wrapOffline,
    chooseMaterialFile: (request) =>
      ('parameters' in request ? wrapOffline : ceremony).chooseMaterialFile(request),
    dropMaterialFile: (request) =>
      ('parameters' in request ? wrapOffline : ceremony).dropMaterialFile(request),
    leaveJob: async () => {
      const left = await ceremony.leaveJob();
      return left.ok ? await wrapOffline.leaveJob() : left;
    },
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

/** The one door to the AWS side: nothing of it is loaded before somebody signs in, and never for the offline job. */
const loadDesk: SignInPorts['loadDesk'] = async () => {
  const [{ createSignInDesk }, { prepareEnvironment }] = await Promise.all([
    import('./aws/sign-in/sign-in-desk'),
    import('./aws/sign-in/profile-credentials'),
  ]);
  prepareEnvironment(process.env, process.platform);
  let practice: Promise<PracticeAws> | undefined;
  return createSignInDesk({
    environment: process.env,
    resolveProxy: createSystemProxy(),
    openExternal: (url) => shell.openExternal(url),
    now: () => new Date(),
    practice: () => (practice ??= openPractice()),
  });
};

async function openPractice(): Promise<PracticeAws> {
  const { createPracticeAws } = await import('./practice/practice-aws');
  return createPracticeAws({ now: () => new Date() });
}

function platform(): AppView['platform'] {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}
