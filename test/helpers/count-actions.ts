import type { Page } from 'playwright';

/** Counts what a person does on the page from now on: presses, and fields filled. Dialogs are counted by dialogs.ts. */
export async function startCounting(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let acts = 0;
    const filled = new Set<EventTarget | null>();
    const count = ({ isTrusted, target }: Event): void => {
      // Opening a list and choosing from it is one action.
      const ofList = target instanceof Element && target.closest('[role=option]') !== null;
      if (isTrusted && !ofList) acts += 1;
    };
    for (const type of ['pointerdown', 'keydown', 'drop']) window.addEventListener(type, count, true);
    window.addEventListener(
      'input',
      ({ target }) => {
        const isField =
          target instanceof HTMLTextAreaElement ||
          (target instanceof HTMLInputElement && ['text', 'password'].includes(target.type));
        if (!isField || filled.has(target)) return;
        filled.add(target);
        acts += 1;
      },
      true,
    );
    Object.assign(globalThis, { actsSoFar: () => acts });
  });
  return () => page.evaluate(() => (globalThis as unknown as { actsSoFar: () => number }).actsSoFar());
}
