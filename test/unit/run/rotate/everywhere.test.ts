import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStateFiles } from '../../../../main/platform/notes/state-files';
import { createRunJournal } from '../../../../main/run/journal';
import { goOnWith } from '../../../helpers/again-work';
import { createBench, rowsOf, valueOf } from '../../../helpers/ceremony-bench';
import { liveUntil } from '../../../helpers/mortal-journal';
import { testNoteKey } from '../../../helpers/note-keys';
import { finishOffline } from '../../../helpers/offline-work';
import { returnedFor } from '../../../helpers/returned-work';
import { materialsAt, multiRegionKey, rotateWithCopy } from '../../../helpers/rotate-work';

const regions = ['eu-west-1', 'us-east-1'] as const;

describe('rotating a multi-Region key', () => {
  it('fetches parameters in every Region before anything is changed, and imports in each', async () => {
    const bench = await createBench();
    const { keyArn } = await multiRegionKey(bench, regions);
    const before = bench.way.sent.length;
    const { run } = await rotateWithCopy(bench, keyArn);
    expect(run.failure).toBeUndefined();
    expect(rowsOf(run)).toContain('see-waiting done, import-replicas done, see-replicas done, rotate done');
    const sent = bench.way.sent.slice(before);
    const count = (operation: string): number => sent.filter((one) => one === operation).length;
    expect([count('GetParametersForImport'), count('ImportKeyMaterial')]).toEqual([3, 3]);
    expect(sent.lastIndexOf('GetParametersForImport')).toBeLessThan(sent.indexOf('ImportKeyMaterial'));
    expect(sent.lastIndexOf('ImportKeyMaterial')).toBeLessThan(sent.indexOf('RotateKeyOnDemand'));
  });

  it('is held back until every replica has the new material', async () => {
    const bench = await createBench();
    const { keyArn } = await multiRegionKey(bench, regions);
    const returned = await returnedFor(bench, keyArn);
    const run = valueOf(await finishOffline(bench, returned, [returned.path]));
    expect(run.failure?.error).toMatchObject({
      code: 'rotate.replicasLack',
      facts: { there: 0, needed: 2, regions: regions.join(', ') },
    });
    expect(bench.way.sent).not.toContain('RotateKeyOnDemand');
  });

  it('goes on after the app has ended at any note from the import on, and imports once in each Region', async () => {
    let ended = false;
    // test/unit/run/rotate/kills.test.ts has the notes before.
    for (let at = 9; !ended && at < 60; at++) {
      const maker = await createBench({}, { mode: 'aws' });
      const { clock, practice } = maker;
      const { keyArn } = await multiRegionKey(maker, regions);
      const folder = mkdtempSync(join(tmpdir(), 'keyferry-rotate-'));
      let copy: readonly string[] = [];
      let sent = 0;
      const first = await liveUntil({ clock, practice }, folder, at, async (bench) => {
        bench.way.onSend('ImportKeyMaterial', () => (sent += 1));
        const begun = ({ copy: files }: { copy: readonly string[] }): void => void (copy = files);
        return (await rotateWithCopy(bench, keyArn, { begun })).run;
      });
      ended = first !== undefined;
      const journal = createRunJournal(createStateFiles(folder), testNoteKey);
      const next = await createBench({}, { mode: 'aws', clock, practice, journal });
      next.way.onSend('ImportKeyMaterial', () => (sent += 1));
      const [work] = valueOf(await next.listUnfinished()).runs;
      const { session } = next.session.view;
      let run = first ?? valueOf(await next.resumeRun({ run: work?.run ?? '', session }));
      if (run.failure?.next === 'change-material') run = await goOnWith(next, run, copy);
      expect(run.failure, `killed at note ${at}`).toBeUndefined();
      const states = (await materialsAt(maker, keyArn)).map(({ state }) => state).sort();
      expect(states, `killed at note ${at}`).toEqual(['CURRENT', 'NON_CURRENT']);
      // The one of the primary key is sent again where its answer was not noted; AWS takes it as the same.
      expect(sent, `killed at note ${at}`).toBeLessThanOrEqual(4);
    }
    expect(ended).toBe(true);
  }, 600_000);
});
