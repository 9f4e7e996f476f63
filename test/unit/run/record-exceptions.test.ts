import { describe, expect, it } from 'vitest';
import type { Run } from '../../../main/run/run';
import { createRunJournal } from '../../../main/run/journal';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { noCopyConfirmation } from '../../../main/shared/views/custody';
import { without } from '../../../main/shared/without';
import { exceptionText } from '../../../renderer/words/printed/recorded-exceptions';
import { restoreShares } from '../../faults/material-in-shares';
import { createBench, valueOf } from '../../helpers/ceremony-bench';
import { exceptionsOf, heldMaterial, newFolder, recordOf, threeShares } from '../../helpers/saved-record';
import { testNoteKey } from '../../helpers/note-keys';

describe('what was out of the ordinary, in a record', () => {
  it('says what was out of the ordinary', async () => {
    const bench = await createBench();
    const run = await bench.create({ wrappingAlgorithm: 'RSAES_OAEP_SHA_1' });
    expect(exceptionsOf((await recordOf(bench, run.run)).record)).toEqual(['no-copy', 'sha-1']);
  });

  it('says that a stopped run was gone on with, and that nobody answered', async () => {
    const bench = await createBench();
    bench.way.fail('CreateKey', 'answer lost');
    bench.onProgress(({ rows }) => {
      if (rows.some(({ step, state }) => step === 'create-alias' && state === 'running'))
        void bench.cancelRun();
    });
    const paused = await bench.create();
    bench.onProgress(() => undefined);
    const { record } = await recordOf(bench, (await bench.goOn(paused)).run);
    expect(exceptionsOf(record)).toEqual([
      'no-copy',
      'looked-up create-key',
      'resumed get-parameters run.cancelled',
    ]);
    expect(record.calls).toContainEqual(
      expect.objectContaining({ operation: 'CreateKey', outcome: 'unknown' }),
    );
  });

  it('names what was trusted and passed through on the way to AWS, and nobody’s password (audit 11)', async () => {
    const proxies = ['proxy.example:8080'];
    const authorities = ['ab'.repeat(32), 'cd'.repeat(32)];
    const foreignEndpoints = [{ service: 'kms', host: 'kms.example' }];
    const bench = await createBench({}, { way: { authorities, foreignEndpoints, proxies: () => proxies } });
    bench.onProgress(({ rows }) => {
      const isImporting = rows.some(({ step, state }) => step === 'import' && state === 'running');
      // Which proxy a request is given to is known when it is sent.
      if (isImporting && proxies.length === 1) proxies.push('other.example:3128');
    });
    const { record } = await recordOf(bench, (await bench.create()).run);
    const known = record.exceptions === 'none' ? [] : record.exceptions;
    expect(known.map((exception) => without(exception, 'at'))).toEqual([
      { kind: 'no-copy', typed: noCopyConfirmation, times: 1 },
      { kind: 'foreign-endpoint', service: 'kms', host: 'kms.example', times: 1 },
      { kind: 'chosen-authority', sha256: 'ab'.repeat(32), times: 1 },
      { kind: 'chosen-authority', sha256: 'cd'.repeat(32), times: 1 },
      { kind: 'proxy', host: 'proxy.example:8080', times: 1 },
      { kind: 'proxy', host: 'other.example:3128', times: 1 },
    ]);
    const texts = known.map(exceptionText).join('\n');
    expect(texts).toContain('ab'.repeat(32));
    expect(texts).toContain('the proxy proxy.example:8080');
  });

  it('of a run that was killed is as full as any', async () => {
    const journal = createRunJournal(createStateFiles(newFolder()), testNoteKey);
    let left: Run | undefined;
    const bench = await createBench(
      {},
      {
        mode: 'aws',
        journal: {
          ...journal,
          keep: async (run) => {
            const kept = await journal.keep(run);
            // What the disk says at the moment at which the import is sent.
            if (run.rows.get('import')?.state === 'running') left = (await journal.find()).runs[0];
            return kept;
          },
        },
      },
    );
    const { material, checkValue, folder } = await heldMaterial(bench, threeShares);
    await bench.create({ material });
    if (left === undefined) throw new Error('not written down');
    await journal.keep(left);
    const { practice, clock } = bench;
    const later = await createBench({}, { mode: 'aws', journal, practice, clock });
    const asked = valueOf(await later.resumeRun({ run: left.id, session: later.session.view.session }));
    expect(asked.failure?.error.code).toBe('copy.released');
    const run = await later.goOn(asked, { material: await restoreShares(later, folder) });
    expect(run.failure).toBeUndefined();
    const { record } = await recordOf(later, run.run);
    expect(record.material).toMatchObject({
      source: 'restored',
      lengthBytes: 32,
      checkValue,
    });
    expect(record.custody).toMatchObject({ kept: 'shares', shares: { threshold: 2 } });
    expect(record.steps).toHaveLength(9);
    expect(record.calls).toContainEqual(expect.objectContaining({ operation: 'CreateKey', times: 1 }));
    expect(exceptionsOf(record)).toEqual([
      'restored-material',
      'resumed import app-ended',
      'resumed self-test copy.released',
      'looked-up import',
    ]);
  });

  it('says so when an earlier version began it and noted less', async () => {
    const folder = newFolder();
    const journal = createRunJournal(createStateFiles(folder), testNoteKey);
    const bench = await createBench({}, { mode: 'aws', journal });
    bench.onProgress(() => void bench.cancelRun());
    const paused = await bench.create();
    const [found] = (await journal.find()).runs;
    if (found === undefined) throw new Error('not written down');
    // As it was written then.
    await journal.keep(without(found, 'notes') as Run);
    const later = await createBench(
      {},
      { mode: 'aws', journal, practice: bench.practice, clock: bench.clock },
    );
    const stopped = valueOf(await later.resumeRun({ run: paused.run, session: later.session.view.session }));
    const material = { from: 'generate', lengthBytes: 32, confirmation: noCopyConfirmation } as const;
    const run = await later.goOn(stopped, { material });
    expect(exceptionsOf((await recordOf(later, run.run)).record)).toEqual([
      'no-copy',
      'begun-by-earlier-version',
      'resumed create-alias app-ended',
      'resumed self-test copy.released',
    ]);
  });
});
