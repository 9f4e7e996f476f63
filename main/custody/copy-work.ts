import { localError } from '../shared/errors';
import { err, type Result } from '../shared/result';

/** Making and opening copies, one at a time: each takes seconds and a quarter of a gigabyte. */
export function createCopyWork() {
  let busy = false;
  let cancel: (() => Promise<void>) | undefined;

  /** All of it, with the dialog. Error besides: job.busy. */
  async function alone<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (busy) return err(localError('custody', 'job.busy', undefined, 'check-first'));
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
    }
  }

  /**
   * A vault at work, which ends when its signal says so. Error besides: copy.cancelled.
   *
   * @param tidyUp runs when there is no result.
   */
  async function cancellable<T>(
    work: (signal: AbortSignal) => Promise<Result<T>>,
    tidyUp?: () => Promise<void>,
  ): Promise<Result<T>> {
    const vault = new AbortController();
    const done = finish(vault.signal, work, tidyUp);
    cancel = async () => {
      vault.abort();
      await done.catch(() => undefined);
    };
    try {
      return await done;
    } finally {
      cancel = undefined;
    }
  }

  return {
    alone,
    cancellable,
    /** Resolves when the vault has ended, and nothing of its work is left. */
    cancel: async (): Promise<void> => {
      await cancel?.();
    },
    /** Whether a vault is at work; an open dialog does not count. */
    isWorking: () => cancel !== undefined,
  };
}

async function finish<T>(
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result<T>>,
  tidyUp?: () => Promise<void>,
): Promise<Result<T>> {
  const result = await work(signal);
  if (result.ok && !signal.aborted) return result;
  await tidyUp?.();
  return signal.aborted ? err(localError('custody', 'copy.cancelled', undefined, 'same')) : result;
}
