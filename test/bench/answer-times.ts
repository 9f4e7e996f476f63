import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { quantile } from './statistics';

/** What one click or key press took, from the event to the next paint. */
export interface Answered {
  readonly ms: number;
  /** What was clicked or typed into, for a person who reads the table. */
  readonly at: string;
}

export interface AnswerTimes {
  /** All that was answered while `work` went on. Key presses and clicks that took less than 16 ms count as 16. */
  readonly during: (work: () => Promise<unknown>) => Promise<readonly Answered[]>;
}

/** The observer reports a moment after the paint. */
const reportedMs = 150;
/** Chromium reports nothing that is faster, and rounds to 8 ms. */
const fastestMs = 16;

interface Watched {
  readonly slow: { readonly id: number; readonly ms: number; readonly at: string }[];
  readonly before: number;
}

/**
 * Measures as Chromium does for every page: Event Timing (W3C), of which the longest event of an interaction counts, as
 * in “Interaction to Next Paint”. Clicks and keys have to come from outside the page, as a person's do.
 */
export async function watchAnswers(page: Page): Promise<AnswerTimes> {
  await page.evaluate((threshold) => {
    const watched = { slow: [] as { id: number; ms: number; at: string }[], before: 0 };
    // What was clicked may be gone with the next paint, so its name is kept when the event comes.
    const names = new Map<number, string>();
    const keep = ({ timeStamp, target }: Event): void => {
      const element =
        target instanceof Element ? (target.closest('button, label, input') ?? target) : undefined;
      const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      names.set(timeStamp, (name === '' ? (element?.tagName ?? '') : name).slice(0, 40));
    };
    for (const type of ['pointerdown', 'click', 'keydown']) window.addEventListener(type, keep, true);
    new PerformanceObserver((list) => {
      for (const { interactionId, duration, startTime } of list.getEntries() as PerformanceEventTiming[]) {
        const at = names.get(startTime) ?? '';
        if (interactionId) watched.slow.push({ id: interactionId, ms: duration, at });
      }
      // TypeScript's own list of options lacks this one.
    }).observe({ type: 'event', durationThreshold: threshold } as PerformanceObserverInit);
    Object.assign(window, { watched });
  }, fastestMs);

  const taken = async (): Promise<readonly Answered[]> => {
    await wait(reportedMs);
    const { watched, count } = await page.evaluate(() => {
      const found = (window as unknown as { watched: Watched & { before: number } }).watched;
      const all = (performance as unknown as { interactionCount: number }).interactionCount;
      const answer = { watched: { slow: found.slow.splice(0), before: found.before }, count: all };
      found.before = all;
      return answer;
    });
    const byInteraction = new Map<number, Answered>();
    for (const { id, ms, at } of watched.slow) {
      const known = byInteraction.get(id);
      byInteraction.set(id, { ms: Math.max(ms, known?.ms ?? 0), at: at === '' ? (known?.at ?? '') : at });
    }
    const fast = Math.max(0, count - watched.before - byInteraction.size);
    return [...byInteraction.values(), ...Array.from({ length: fast }, () => ({ ms: fastestMs, at: '' }))];
  };

  return {
    during: async (work) => {
      await taken();
      await work();
      return await taken();
    },
  };
}

/** The 95th percentile, in ms. */
export const late = (answers: readonly Answered[]): number =>
  quantile(
    answers.map(({ ms }) => ms).sort((a, b) => a - b),
    0.95,
  );

export const slowest = (answers: readonly Answered[]): Answered | undefined =>
  answers.toSorted((a, b) => b.ms - a.ms)[0];
