import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { RotateKeyOnDemandCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { createRunJournal, type RunJournal } from '../../../main/run/journal';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { createBench, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import {
  createWithCopy,
  importOnceMore,
  loseMaterial,
  openedKey,
  openFor,
  stateAndRest,
} from '../../helpers/again-work';
import { importMaterial } from '../../helpers/import-material';
import { testNoteKey } from '../../helpers/note-keys';

type Bench = Awaited<ReturnType<typeof createBench>>;

async function materialIds(bench: Bench, keyArn: string): Promise<Record<string, string>> {
  const { materials } = await openedKey(bench, keyArn);
  const all = materials?.read === true ? materials.value : [];
  return Object.fromEntries(all.map(({ role, id }) => [role, id]));
}

/** The key has a second material, which is current now; both are lost. */
async function loseBoth(bench: Bench, keyArn: string): Promise<Uint8Array> {
  const second = randomBytes(32);
  await importMaterial(bench.outside, keyArn, second, { request: { ImportType: 'NEW_KEY_MATERIAL' } });
  await bench.outside.send(new RotateKeyOnDemandCommand({ KeyId: keyArn }));
  await bench.clock.sleep(120_000);
  const ids = await materialIds(bench, keyArn);
  await loseMaterial(bench, keyArn, ids['NON_CURRENT']);
  await loseMaterial(bench, keyArn, ids['CURRENT']);
  return second;
}

describe('faults of importing again', () => {
  it('F-L07, F-L08: 1 of 2 materials is back, and the key is still stopped', async () => {
    const bench = await createBench();
    const made = await createWithCopy(bench);
    const second = await loseBoth(bench, made.keyArn);
    const run = await importOnceMore(bench, made);
    expect(run.failure).toBeUndefined();
    const { CURRENT: current } = await materialIds(bench, made.keyArn);
    expect(run.handOver).toMatchObject({
      keyState: 'PendingImport',
      untested: 'stopped',
      again: { aim: 'bring-back', materials: { there: 1, needed: 2, missing: [current] } },
    });
    expect((await stateAndRest(bench, made.keyArn)).state).toBe('PendingImport');
    await importMaterial(bench.outside, made.keyArn, second);
    expect((await stateAndRest(bench, made.keyArn)).state).toBe('Enabled');
  });

  it('F-L09: AWS compares where nothing else tells, and a refusal changes nothing', async () => {
    const bench = await createBench();
    const other = await createWithCopy(bench, { alias: 'other' });
    const made = await createWithCopy(bench);
    await loseBoth(bench, made.keyArn);
    const view = await openedKey(bench, made.keyArn);
    const held = valueOf(await openFor(bench, view, other.copy));
    const { session } = bench.session.view;
    const run = valueOf(
      await bench.importAgain({ key: view.key, session, held: held.handle, expiry: { kind: 'never' } }),
    );
    expect(run.failure).toMatchObject({
      error: { code: 'reimport.otherMaterial', changedInAws: false },
      next: 'change-material',
    });
    // The right copy goes on with the same run.
    const right = valueOf(
      await openFor(bench, { key: (await openedKey(bench, made.keyArn)).key }, made.copy),
    );
    const again = await bench.goOn(run, { material: { from: 'held', handle: right.handle } });
    expect(again.failure).toBeUndefined();
    expect(again.handOver?.checkValue).toBe(made.checkValue);
  });

  it('F-L11: import parameters that AWS calls expired are renewed, and wrapped for anew', async () => {
    const bench = await createBench();
    const made = await createWithCopy(bench);
    await loseMaterial(bench, made.keyArn);
    bench.way.fail('ImportKeyMaterial', { name: 'ExpiredImportTokenException' });
    const run = await importOnceMore(bench, made);
    expect(run.failure).toMatchObject({ next: 'continue' });
    const view = await openedKey(bench, made.keyArn);
    const held = valueOf(await openFor(bench, view, made.copy));
    const on = await bench.goOn(run, { material: { from: 'held', handle: held.handle } });
    expect(on.failure).toBeUndefined();
    expect((await stateAndRest(bench, made.keyArn)).state).toBe('Enabled');
  });

  it.each(['answer lost', 'request lost'] as const)(
    'F-L12: after an import with its %s AWS is asked first, and the key has the material once',
    async (fault) => {
      const bench = await createBench();
      const made = await createWithCopy(bench);
      await loseMaterial(bench, made.keyArn);
      bench.way.fail('ImportKeyMaterial', fault);
      const before = bench.way.sent.length;
      const run = await importOnceMore(bench, made);
      expect(run.failure).toBeUndefined();
      const sent = bench.way.sent.slice(before);
      const first = sent.indexOf('ImportKeyMaterial');
      expect(sent[first + 1]).toBe('DescribeKey');
      expect(sent.filter((operation) => operation === 'ImportKeyMaterial')).toHaveLength(2);
      expect(await materialIds(bench, made.keyArn)).toHaveProperty('CURRENT');
      expect((await stateAndRest(bench, made.keyArn)).state).toBe('Enabled');
    },
  );
});

describe('a run that was cut off', () => {
  class Killed extends Error {}

  it('goes on after the app has ended at any of its notes, with the same end', async () => {
    const clock = (await createBench()).clock;
    const maker = await createBench({}, { mode: 'aws', clock });
    const made = await createWithCopy(maker);
    const { practice } = maker;
    let ended = false;
    for (let at = 1; at < 40; at++) {
      await loseMaterial(maker, made.keyArn);
      const folder = mkdtempSync(join(tmpdir(), 'keyferry-again-'));
      let writes = 0;
      const journal = createRunJournal(createStateFiles(folder), testNoteKey);
      const mortal: RunJournal = {
        ...journal,
        keep: async (run) => {
          const kept = await journal.keep(run);
          writes += 1;
          if (writes === at) throw new Killed();
          return kept;
        },
      };
      const first = await createBench({}, { mode: 'aws', clock, practice, journal: mortal });
      ended = await importOnceMore(first, made).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Killed) return false;
          throw error;
        },
      );
      if (ended) break;
      const next = await createBench({}, { mode: 'aws', clock, practice, journal });
      const [work] = valueOf(await next.listUnfinished()).runs;
      expect(work).toMatchObject({ job: 'import-again' });
      const { session } = next.session.view;
      let run = valueOf(await next.resumeRun({ run: work?.run ?? '', session }));
      if (run.failure?.next === 'change-material') {
        const found = valueOf(await next.findCopy({ files: [...made.copy] }));
        if (!found.picked) throw new Error('No copy was picked.');
        const held = valueOf(
          await next.openCopy({ copy: found.value.handle, purpose: { run: run.run, lengthBytes: 32 } }),
        );
        run = await next.goOn(run, { material: { from: 'held', handle: held.handle } });
      }
      expect(run.failure, `killed at note ${at}`).toBeUndefined();
      expect(rowsOf(run)).toContain('import done, describe done, round-trip done, policy done');
      expect((await stateAndRest(maker, made.keyArn)).state).toBe('Enabled');
    }
    expect(ended).toBe(true);
  }, 300_000);
});
