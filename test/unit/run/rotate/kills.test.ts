import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRunJournal } from '../../../../main/run/journal';
import { createStateFiles } from '../../../../main/platform/notes/state-files';
import type { RunView } from '../../../../main/shared/contract';
import { createWithCopy } from '../../../helpers/again-work';
import { createBench, rowsOf, valueOf } from '../../../helpers/ceremony-bench';
import { liveUntil } from '../../../helpers/mortal-journal';
import { testNoteKey } from '../../../helpers/note-keys';
import { materialsAt, rotateWithCopy } from '../../../helpers/rotate-work';

type Bench = Awaited<ReturnType<typeof createBench>>;

/** Goes on with the only unfinished work, opening the copy where it is asked for. */
async function resume(bench: Bench, copy: readonly string[]): Promise<RunView> {
  const [work] = valueOf(await bench.listUnfinished()).runs;
  expect(work).toMatchObject({ job: 'rotate' });
  const { session } = bench.session.view;
  const run = valueOf(await bench.resumeRun({ run: work?.run ?? '', session }));
  if (run.failure?.next !== 'change-material') return run;
  const found = valueOf(await bench.findCopy({ files: [...copy] }));
  if (!found.picked) throw new Error('No copy was picked.');
  const purpose = { run: run.run, lengthBytes: 32 } as const;
  const held = valueOf(await bench.openCopy({ copy: found.value.handle, purpose }));
  return await bench.goOn(run, { material: { from: 'held', handle: held.handle } });
}

describe('a rotation that was cut off', () => {
  it('goes on after the app has ended at any of its notes, and rotates once', async () => {
    let ended = false;
    for (let at = 1; !ended && at < 60; at++) {
      const maker = await createBench({ changeMs: 20_000 }, { mode: 'aws' });
      const { clock, practice } = maker;
      const { keyArn } = await createWithCopy(maker);
      const folder = mkdtempSync(join(tmpdir(), 'keyferry-rotate-'));
      let copy: readonly string[] = [];
      const first = await liveUntil({ clock, practice }, folder, at, async (bench) => {
        const begun = ({ copy: files }: { copy: readonly string[] }): void => void (copy = files);
        return (await rotateWithCopy(bench, keyArn, { begun })).run;
      });
      ended = first !== undefined;
      const journal = createRunJournal(createStateFiles(folder), testNoteKey);
      const next = await createBench({}, { mode: 'aws', clock, practice, journal });
      const run = first ?? (await resume(next, copy));
      expect(run.failure, `killed at note ${at}`).toBeUndefined();
      expect(rowsOf(run), `killed at note ${at}`).toContain('see-rotated done, decrypt-before done');
      const states = (await materialsAt(maker, keyArn)).map(({ state }) => state).sort();
      expect(states, `killed at note ${at}`).toEqual(['CURRENT', 'NON_CURRENT']);
    }
    expect(ended).toBe(true);
  }, 600_000);

  it('asks for the copy again where nothing proves who wrote that it had imported', async () => {
    const maker = await createBench({}, { mode: 'aws' });
    const { clock, practice } = maker;
    const { keyArn } = await createWithCopy(maker);
    const folder = mkdtempSync(join(tmpdir(), 'keyferry-rotate-'));
    const journal = createRunJournal(createStateFiles(folder), {
      get: () => Promise.resolve({ kept: 'none', reason: 'no-keychain' }),
    });
    const first = await createBench({}, { mode: 'aws', clock, practice, journal });
    first.way.failAlways('RotateKeyOnDemand', { name: 'KMSInternalException' });
    const { run, copy } = await rotateWithCopy(first, keyArn);
    expect(rowsOf(run)).toContain('see-waiting done');
    const next = await createBench({}, { mode: 'aws', clock, practice, journal });
    const end = await resume(next, copy);
    expect(end.failure).toBeUndefined();
    expect(
      next.way
        .bodies('ImportKeyMaterial')
        .map((body) => (JSON.parse(body) as { ImportType?: string }).ImportType),
    ).toEqual(['EXISTING_KEY_MATERIAL']);
    const states = (await materialsAt(maker, keyArn)).map(({ state }) => state).sort();
    expect(states).toEqual(['CURRENT', 'NON_CURRENT']);
  });
});

describe('an import of new material without an answer', () => {
  it.each(['answer lost', 'request lost'] as const)('ends with the material once: %s', async (fault) => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    bench.way.fail('ImportKeyMaterial', fault);
    const { run } = await rotateWithCopy(bench, keyArn);
    expect(run.failure).toBeUndefined();
    const types = bench.way
      .bodies('ImportKeyMaterial')
      .slice(-2)
      .map((body) => (JSON.parse(body) as { ImportType?: string }).ImportType);
    expect(types).toEqual([
      'NEW_KEY_MATERIAL',
      fault === 'answer lost' ? 'EXISTING_KEY_MATERIAL' : 'NEW_KEY_MATERIAL',
    ]);
    expect(await materialsAt(bench, keyArn)).toHaveLength(2);
  });
});
