import { setTimeout as wait } from 'node:timers/promises';
import { dialog, type BrowserWindow } from 'electron';
import { log } from './platform/log';

export interface PageLifePorts {
  /** Ends every vault, has a run stop after its step, and forgets all handles that nothing needs any more. */
  readonly abandon: () => Promise<unknown>;
  readonly isBusy: () => boolean;
}

/** A step of a run takes seconds at most; the page is there again after this, whatever the step does. */
const stepMs = 10_000;
const lookEveryMs = 50;

/** A page that stops this often in such a time will not do better. */
const mostEnds = 3;
const withinMs = 60_000;

/**
 * What a page began ends with it: main waits for no word of a page that crashed, was led elsewhere or was loaded anew. A
 * crashed one is loaded again, and home lists what did not come to its end.
 *
 * @returns whether the page that asks is there because the one before it crashed; says so once.
 */
export function watchPage(window: BrowserWindow, { abandon, isBusy }: PageLifePorts): () => boolean {
  const { webContents: page } = window;
  let isAfterCrash = false;
  let ends: readonly number[] = [];

  async function loadAgain(): Promise<void> {
    const deadline = performance.now() + stepMs;
    await abandon();
    while (isBusy() && performance.now() < deadline) await wait(lookEveryMs);
    // What paused meanwhile is unfinished work now.
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
  // The first one was there before this was called.
  page.on('did-navigate', () => void abandon());
  window.on('unresponsive', () => void askToLoadAgain(window));
  return () => {
    const was = isAfterCrash;
    isAfterCrash = false;
    return was;
  };
}

/** A page may only be slow, so a person decides. */
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
