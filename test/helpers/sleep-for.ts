import type { LaunchedApp } from './launch-app';

/** Lets main's clock go on by itself, and tells main that the computer woke. */
export async function sleepFor(app: LaunchedApp['app'], milliseconds: number): Promise<void> {
  await app.evaluate(({ powerMonitor }, sleptMs) => {
    const Real = Date;
    const now = (): number => Real.now() + sleptMs;
    globalThis.Date = class extends Real {
      constructor(...words: readonly [] | readonly [string | number | Date]) {
        super(words.length === 0 ? now() : words[0]);
      }
      static override now = now;
    } as DateConstructor;
    (powerMonitor as unknown as NodeJS.EventEmitter).emit('resume');
  }, milliseconds);
}
