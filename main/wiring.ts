import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, clipboard, shell, type BrowserWindow } from 'electron';
import type { ChosenAuthorities } from './aws/transport/certificate-authorities';
import type { Handlers } from './ipc/answer';
import { createJobs, type UnderWay } from './jobs/jobs';
import type { SignInPorts } from './jobs/sign-in';
import { refusedRequests } from './lockdown';
import { watchPage } from './page-life';
import { buildSha256 } from './platform/build-sha256';
import { createCopyForAWhile } from './platform/clipboard';
import { createDialogs } from './platform/dialogs';
import { describeBuild, ownReleaseKey } from './about';
import type { Organisation } from './organisation/read-organisation';
import { isKeptBeside } from './data-folder';
import { noKeychain, systemKeychain } from './platform/notes/keychain';
import { log } from './platform/log';
import { createNoteKey } from './platform/notes/note-key';
import { createStateFiles } from './platform/notes/state-files';
import { createSystemProxy } from './platform/system-proxy';
import { timeZone } from './platform/time-zone';
import type { PracticeAws } from './practice/practice-aws';
import { keyListChannel, runProgressChannel, openedChannel, progressChannel } from './shared/contract';
import { definedOnly } from './shared/defined-only';
import { noSettings } from './shared/organisation-forbids';
import type { PrintPdf } from './shared/printed-document';
import { ok } from './shared/result';
import type { AppView } from './shared/views/app';
import type { OrganisationSettings } from './shared/views/organisation';
import { supportFacts } from './support-facts';
import { vaultClient } from './vault/client';

export interface Wired {
  readonly handlers: Handlers;
  readonly underWay: () => UnderWay | undefined;
  readonly endVaults: () => Promise<void>;
  readonly endOverdue: () => void;
  readonly clearClipboard: () => Promise<void>;
  /** Reads files as import parameters, and tells the page of it as soon as there is one that listens. */
  readonly openFiles: (paths: readonly string[]) => Promise<void>;
}

/** Gives each verb its job, and each job its ports. */
export function wireVerbs(
  window: BrowserWindow,
  printPdf: PrintPdf,
  organisation: Organisation | undefined,
): Wired {
  const emitOn = (channel: string) => (progress: unknown) => {
    if (!window.isDestroyed()) window.webContents.send(channel, progress);
  };
  const inForce = organisation?.view.state === 'in-force' ? organisation.view : undefined;
  const settings = inForce?.settings ?? noSettings;
  const jobs = createJobs({
    loadSessions: () => loadSessions(settings, organisation?.authorities),
    dialogs: createDialogs(window),
    vault: vaultClient,
    clock: { now: () => new Date(), sleep: (milliseconds) => wait(milliseconds), random: Math.random },
    appVersion: app.getVersion(),
    organisation: settings,
    ...definedOnly({ organisationSha256: inForce?.sha256 }),
    log,
    stateFiles: createStateFiles(join(app.getPath('userData'), 'unfinished')),
    offlineFiles: createStateFiles(join(app.getPath('userData'), 'unfinished', 'offline')),
    finishedFiles: createStateFiles(join(app.getPath('userData'), 'finished')),
    noteKey: createNoteKey(
      isKeptBeside(app.getPath('userData')) ? noKeychain : systemKeychain,
      join(app.getPath('userData'), 'note-key'),
    ),
    savingFiles: createStateFiles(join(app.getPath('userData'), 'saving')),
    buildSha256: () => buildSha256(join(app.getAppPath(), 'out')),
    releaseKey: ownReleaseKey(),
    zone: timeZone,
    supportFacts: () => supportFacts(organisation?.view),
    printPdf,
    refusedRequests,
    revealFile: (path) => shell.showItemInFolder(path),
    openFile: async (path) => (await shell.openPath(path)) === '',
    emitWrap: emitOn(progressChannel),
    emitRun: emitOn(runProgressChannel),
    emitKeyList: emitOn(keyListChannel),
  });
  const isAfterCrash = watchPage(window, jobs);
  const listening = signal();
  const homeShown = signal();
  return {
    openFiles: async (paths) => {
      // Home forgets what the job before it had opened, so it comes first.
      await Promise.all([listening.came, homeShown.came]);
      const opened = await jobs.verbs.readParameters({ files: paths });
      if (!opened.ok) {
        const { code, stage } = opened.error;
        log({ event: 'verb.failed', verb: 'readParameters', code, stage });
      }
      emitOn(openedChannel)(opened.ok && opened.value.picked ? ok(opened.value.value) : opened);
    },
    underWay: jobs.underWay,
    endVaults: jobs.endVaults,
    endOverdue: jobs.endOverdue,
    clearClipboard: copyForAWhile.clearNow,
    handlers: {
      ...jobs.verbs,
      listUnfinished: async () => {
        // SECURITY: home is shown, so the job before it was left, whether the page says so or not.
        await jobs.verbs.leaveJob();
        homeShown.say();
        return await jobs.verbs.listUnfinished();
      },
      describeApp: () => {
        // The page listens before it asks for the first time.
        listening.say();
        return Promise.resolve(
          ok({
            version: app.getVersion(),
            electron: process.versions.electron,
            platform: platform(),
            ...(isAfterCrash() ? { isAfterCrash: true } : {}),
            ...definedOnly({ organisation: organisation?.view }),
          }),
        );
      },
      describeBuild,
      copyText: async ({ text }) => {
        await copyForAWhile.copy(text);
        return ok(null);
      },
    },
  };
}

/** Something that happens once, and that others wait for. */
function signal(): { readonly came: Promise<void>; readonly say: () => void } {
  let say: () => void = () => undefined;
  const came = new Promise<void>((resolve) => {
    say = resolve;
  });
  return { came, say: () => say() };
}

const copyForAWhile = createCopyForAWhile(clipboard);

/** The one door to the AWS side: nothing of it is loaded before somebody signs in, and never for the offline job. */
async function loadSessions(
  organisation: OrganisationSettings,
  authorities: ChosenAuthorities | undefined,
): ReturnType<SignInPorts['loadSessions']> {
  const [{ createSessions }, { prepareEnvironment }, { findAutoConfig }] = await Promise.all([
    import('./aws/sign-in/sessions'),
    import('./aws/sign-in/profile-credentials'),
    import('./platform/find-auto-config'),
  ]);
  prepareEnvironment(process.env, process.platform);
  let practice: Promise<PracticeAws> | undefined;
  return createSessions({
    environment: process.env,
    resolveProxy: createSystemProxy(() =>
      findAutoConfig({ platform: process.platform, environment: process.env }),
    ),
    openExternal: (url) => shell.openExternal(url),
    now: () => new Date(),
    practice: () => (practice ??= openPractice()),
    organisation,
    ...definedOnly({ authorities }),
  });
}

async function openPractice(): Promise<PracticeAws> {
  const { createPracticeAws } = await import('./practice/practice-aws');
  return createPracticeAws({
    now: () => new Date(),
    browser: { answer: 'ask', pendingPolls: 0 },
    marksImportTokens: true,
    changeMs: 3000,
  });
}

function platform(): AppView['platform'] {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'macos' : 'linux';
}
