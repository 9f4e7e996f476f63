import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRunJournal } from '../../../main/run/journal';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { importSteps, type RunStep } from '../../../main/shared/run-steps';
import { allDone, createBench, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { testNoteKey } from '../../helpers/note-keys';

/** A run that a person stops while it is at a step. */
async function stopAt(step: RunStep) {
  const journal = createRunJournal(
    createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-'))),
    testNoteKey,
  );
  const bench = await createBench({}, { mode: 'aws', journal });
  bench.onProgress(({ rows }) => {
    if (rows.some((row) => row.step === step && row.state === 'running')) void bench.cancelRun();
  });
  const run = await bench.create();
  bench.onProgress(() => undefined);
  return { bench, run, journal };
}

type ImportStep = (typeof importSteps)[number];

/** Self-test and wrapping happen in one vault, so that stopping at the first ends after the second. */
const lastOfStage = (step: ImportStep): ImportStep => (step === 'self-test' ? 'wrap' : step);

describe('a run that is stopped', () => {
  it.each(importSteps.filter((step) => step !== 'policy'))(
    'at %s ends after that step, is listed, and goes on with one key',
    async (step) => {
      const { bench, run, journal } = await stopAt(step);
      const done = importSteps.slice(0, importSteps.indexOf(lastOfStage(step)) + 1);
      expect(rowsOf(run)).toBe(done.map((each) => `${each} done`).join(', '));
      expect(run.failure).toMatchObject({
        error: { code: 'run.cancelled', retry: 'same', changedInAws: true },
        next: 'continue',
      });
      expect((await journal.find()).runs).toMatchObject([{ id: run.run }]);
      const again = await bench.goOn(run);
      expect(rowsOf(again)).toBe(allDone);
      expect(await bench.countKeys()).toBe(1);
      expect((await journal.find()).runs).toEqual([]);
    },
  );

  it('at its last step is done', async () => {
    const { run } = await stopAt('policy');
    expect(rowsOf(run)).toBe(allDone);
    expect(run.failure).toBeUndefined();
  });

  it('before it began is a run like any other', async () => {
    const bench = await createBench();
    valueOf(await bench.cancelRun());
    expect(rowsOf(await bench.create())).toBe(allDone);
  });
});

describe('the log of a run', () => {
  it('says how each row ended, and of a failure its code', async () => {
    const bench = await createBench();
    bench.way.fail('CreateAlias', { name: 'AccessDeniedException' });
    await bench.create();
    expect(bench.logged).toMatchObject([
      { event: 'row.ended', step: 'create-key', state: 'done' },
      { event: 'row.ended', step: 'create-alias', state: 'failed', code: 'aws.accessDenied' },
    ]);
    const [first, second] = bench.logged;
    expect(first?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(first?.code).toBeUndefined();
    expect(second?.tookMs).toBeGreaterThanOrEqual(0);
  });
});
