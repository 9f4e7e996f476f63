import { limits } from '../shared/limits';

/** Electron's clipboard. */
export interface Clipboard {
  readonly readText: () => string | Promise<string>;
  readonly writeText: (text: string) => unknown;
  readonly clear: () => unknown;
}

export interface CopyForAWhile {
  readonly copy: (text: string) => Promise<void>;
  /** Clears the text now, if it is still there. Call it when the app ends, because the timer ends with it. */
  readonly clearNow: () => Promise<void>;
}

/**
 * Puts a text on the clipboard, and clears it after a while, unless something else is there by then.
 */
export function createCopyForAWhile(clipboard: Clipboard): CopyForAWhile {
  let timer: NodeJS.Timeout | undefined;
  let copied: string | undefined;

  async function clearNow(): Promise<void> {
    clearTimeout(timer);
    const text = copied;
    copied = undefined;
    if (text !== undefined && (await clipboard.readText()) === text) await clipboard.clear();
  }

  return {
    copy: async (text) => {
      clearTimeout(timer);
      await clipboard.writeText(text);
      copied = text;
      timer = setTimeout(() => void clearNow(), limits.clipboardSeconds * 1000);
      timer.unref();
    },
    clearNow,
  };
}
