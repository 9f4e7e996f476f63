import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCopyForAWhile } from '../../../main/platform/clipboard';

function makeClipboard() {
  let text = '';
  return {
    readText: () => text,
    writeText: (written: string) => {
      text = written;
    },
    clear: () => {
      text = '';
    },
  };
}

describe('what is copied', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it.each([
    ['the same text', undefined, ''],
    ['something else', 'from elsewhere', 'from elsewhere'],
  ])('takes it off after a minute, unless something else is there: %s', async (_what, meanwhile, left) => {
    const clipboard = makeClipboard();
    await createCopyForAWhile(clipboard).copy('arn:aws:kms:…');
    if (meanwhile !== undefined) clipboard.writeText(meanwhile);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(clipboard.readText()).toBe(meanwhile ?? 'arn:aws:kms:…');
    await vi.advanceTimersByTimeAsync(2000);
    expect(clipboard.readText()).toBe(left);
  });

  it('has a minute from the last copy on', async () => {
    const clipboard = makeClipboard();
    const { copy } = createCopyForAWhile(clipboard);
    await copy('first');
    await vi.advanceTimersByTimeAsync(50_000);
    await copy('first');
    await vi.advanceTimersByTimeAsync(50_000);
    expect(clipboard.readText()).toBe('first');
  });

  it.each([
    ['the same text', undefined, ''],
    ['something else', 'from elsewhere', 'from elsewhere'],
  ])('is taken off when the app ends, where the clipboard holds %s', async (_what, meanwhile, left) => {
    const clipboard = makeClipboard();
    const { copy, clearNow } = createCopyForAWhile(clipboard);
    await copy('arn:aws:kms:…');
    if (meanwhile !== undefined) clipboard.writeText(meanwhile);
    await clearNow();
    expect(clipboard.readText()).toBe(left);
  });
});
