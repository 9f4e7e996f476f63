import { afterAll, beforeAll, expect, it } from 'vitest';
import { ceremonyJob } from '../helpers/ceremony-job';
import { custodyJob } from '../helpers/custody-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';

declare global {
  var seenAnimations: Set<string> | undefined;
}

let launched: LaunchedApp;

/** A practice ceremony where a copy is sealed, which takes a while and turns a spinner. */
beforeAll(async () => {
  launched = await launchApp();
  const job = ceremonyJob(launched);
  await job.practise();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  await launched.page.getByText('What this identity may do').waitFor();
  await job.next('Key');
  await job.next('Key material');
});

afterAll(() => launched.close());

/** The names of all that moved while a copy was sealed. */
async function movedWhileSealing(): Promise<readonly string[]> {
  const { page } = launched;
  const custody = custodyJob(launched);
  await custody.suggestPassphrase();
  await page.evaluate(() => {
    const seen = new Set<string>();
    globalThis.seenAnimations = seen;
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        if (animation instanceof CSSAnimation) seen.add(animation.animationName);
      }
      if (globalThis.seenAnimations === seen) requestAnimationFrame(look);
    };
    look();
  });
  await custody.saveSealedCopy();
  return await page.evaluate(() => {
    const seen = [...(globalThis.seenAnimations ?? [])];
    globalThis.seenAnimations = undefined;
    return seen;
  });
}

it('spinners stand still for whoever asked their system for less motion', async () => {
  expect(await movedWhileSealing()).toContainEqual(expect.stringContaining('spinner'));
  await custodyJob(launched).startAgain();
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await movedWhileSealing()).toEqual([]);
});
