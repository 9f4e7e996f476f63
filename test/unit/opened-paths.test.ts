import { expect, it } from 'vitest';
import { createOpenedPaths } from '../../main/opened-paths';

/** Time that passes when the test says so. */
function createMoments() {
  let acts: (() => void)[] = [];
  return {
    later: (act: () => void) => void acts.push(act),
    pass: () => {
      const due = acts;
      acts = [];
      for (const act of due) act();
    },
  };
}

it('gives files that the system names one by one as one drop, those from before the window included', () => {
  const { later, pass } = createMoments();
  const { add, openWith } = createOpenedPaths(later);
  const drops: (readonly string[])[] = [];
  add('/a/WrappingPublicKey.bin');
  add('/a/ImportToken.bin');
  pass();
  expect(drops).toEqual([]);
  openWith((paths) => drops.push(paths));
  add('/a/README.txt');
  pass();
  expect(drops).toEqual([['/a/WrappingPublicKey.bin', '/a/ImportToken.bin', '/a/README.txt']]);
  add('/b/ImportParameters.zip');
  pass();
  pass();
  expect(drops.slice(1)).toEqual([['/b/ImportParameters.zip']]);
});
