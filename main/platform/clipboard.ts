import { limits } from '../shared/limits';

/** Electron's clipboard. */
export interface Clipboard {
  readonly readText: () => string | Promise<string>;
  readonly writeText: (text: string) => unknown;
  readonly clear: () => unknown;
}

/**
 * Puts a text on the clipboard, and takes it off again after a while, unless something else is there by then.
 */
export function createCopyForAWhile(clipboard: Clipboard): (text: string) => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const clear = async (text: string): Promise<void> => {
    if ((await clipboard.readText()) === text) await clipboard.clear();
  };
  return async (text) => {
    clearTimeout(timer);
    await clipboard.writeText(text);
    timer = setTimeout(() => void clear(text), limits.clipboardSeconds * 1000);
    timer.unref();
  };
}
