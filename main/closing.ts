import { setTimeout as wait } from 'node:timers/promises';
import { dialog, type BrowserWindow } from 'electron';
import { limits } from './shared/limits';
import type { UnderWay } from './jobs/jobs';

export interface ClosingPorts {
  /** What would be lost by closing now; undefined when nothing would be. */
  readonly underWay: () => UnderWay | undefined;
  /** Ends every vault, and leaves nothing half-written. */
  readonly endVaults: () => Promise<unknown>;
}

const questions: Readonly<Record<UnderWay, { readonly message: string; readonly detail: string }>> = {
  aws: {
    message: 'Keyferry is talking to AWS.',
    detail: 'If you close now, what is under way is looked up next time.',
  },
  copy: {
    message: 'Keyferry is making or opening a copy of key material.',
    detail: 'This takes a few seconds. If you close now, nothing of it is kept.',
  },
  files: {
    message: 'Keyferry is wrapping key material and saving files.',
    detail: 'This takes a few seconds. If you close now, some of the files may be there, and some not.',
  },
};

/** Lets the window close at once when nothing is under way, and asks first when something is. */
export function askBeforeClosing(window: BrowserWindow, { underWay, endVaults }: ClosingPorts): void {
  let isAsking = false;

  async function closeIfAgreed(work: UnderWay): Promise<void> {
    if (!(await agrees(window, work))) return;
    // A vault that does not end in time ends with the app.
    await Promise.race([endVaults(), wait(limits.vaultEndSeconds * 1000)]);
    window.destroy();
  }

  window.on('close', (event) => {
    const work = underWay();
    if (work === undefined) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void closeIfAgreed(work).finally(() => {
      isAsking = false;
    });
  });
  window.once('closed', () => void endVaults());
}

async function agrees(window: BrowserWindow, work: UnderWay): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Keyferry',
    ...questions[work],
    buttons: ['Keep open', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
