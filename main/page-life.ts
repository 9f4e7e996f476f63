import { setTimeout as wait } from 'node:timers/promises';
import { dialog, type BrowserWindow } from 'electron';
import { log } from './platform/log';

export interface PageLifePorts {
  /** Ends every vault, stops a run after its current step, and forgets all handles that are no longer needed. */
  readonly abandon: () => Promise<unknown>;
  readonly isBusy: () => boolean;
}

/** A step of a run takes seconds at most. After this time the page is loaded again, whatever the step does. */
const stepMs = 10_000;
const lookEveryMs = 50;

/** A page that crashes so often within `withinMs` is not loaded again. */
const mostEnds = 3;
const withinMs = 60_000;

/**
 * Ends what a page began once it crashed, navigated or was loaded again, because it will send nothing more. A crashed
 * page is loaded again, and home lists the unfinished work.
 *
 * @returns a function that tells, once, whether the current page replaced one that crashed.
 */
export function watchPage(window: BrowserWindow, { abandon, isBusy }: PageLifePorts): () => boolean {
  const { webContents: page } = window;
  let isAfterCrash = false;
  let ends: readonly number[] = [];

  async function loadAgain(): Promise<void> {
    const deadline = performance.now() + stepMs;
    await abandon();
    while (isBusy() && performance.now() < deadline) await wait(lookEveryMs);
    // A run that has paused since is unfinished work now.
    await abandon();
    if (!window.isDestroyed()) page.reload();
  }

  page.on('render-process-gone', (_event, { exitCode }) => {
    log({ event: 'page.gone', exitCode });
    if (window.isDestroyed()) return;
    ends = [...ends.filter((at) => performance.now() - at < withinMs), performance.now()];
    if (ends.length >= mostEnds) {
      void abandon().finally(() => window.destroy());
      return;
    }
    isAfterCrash = true;
    void loadAgain();
  });
  // The first page navigated before this was called, so every later navigation means a new page.
  page.on('did-navigate', () => void abandon());
  window.on('unresponsive', () => void askToLoadAgain(window));
  return () => {
    const was = isAfterCrash;
    isAfterCrash = false;
    return was;
  };
}

/** The page may only be slow, so the person decides. */
async function askToLoadAgain(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Keyferry',
    message: 'The window does not answer.',
    detail: 'If you load it again, key material in memory is gone, and unfinished work is listed on home.',
    buttons: ['Wait', 'Load again'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
}
