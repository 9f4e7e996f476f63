import { RotateKeyOnDemandCommand } from '@aws-sdk/client-kms';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStateFiles } from '../../../../main/platform/notes/state-files';
import { createRunJournal } from '../../../../main/run/journal';
import type { RunView } from '../../../../main/shared/contract';
import { createWithCopy, loseMaterial, openedKey } from '../../../helpers/again-work';
import { codeOf, createBench, rowsOf, shownOf, valueOf } from '../../../helpers/ceremony-bench';
import { importMaterial } from '../../../helpers/import-material';
import { liveUntil } from '../../../helpers/mortal-journal';
import { testNoteKey } from '../../../helpers/note-keys';
import { finishOffline } from '../../../helpers/offline-work';
import { freshParameters, returnedFor } from '../../../helpers/returned-work';
import { materialsAt } from '../../../helpers/rotate-work';
import { exceptionsOf, recordOf } from '../../../helpers/saved-record';

type Bench = Awaited<ReturnType<typeof createBench>>;

const statesAt = async (bench: Bench, keyArn: string): Promise<readonly (string | undefined)[]> =>
  (await materialsAt(bench, keyArn)).map(({ state }) => state).sort();

const importTypes = ({ way }: Bench): readonly (string | undefined)[] =>
  way
    .bodies('ImportKeyMaterial')
    .map((body) => (JSON.parse(body) as { ImportType?: string }).ImportType)
    .filter((type) => type !== undefined);

describe('rotating to material from an offline computer', () => {
  it('begins with parameters that say what is new, and what is not', async () => {
    const bench = await createBench();
    const { keyArn, checkValue } = await createWithCopy(bench);
    const { forRotation } = await freshParameters(bench, keyArn);
    expect(forRotation).toEqual({ formerCheckValues: [checkValue] });
    expect(await freshParameters(bench, keyArn, false)).not.toHaveProperty('forRotation');
  });

  it('imports it as new, rotates once, proves both, and records where it was wrapped', async () => {
    const bench = await createBench({ changeMs: 90_000 });
    const { keyArn } = await createWithCopy(bench);
    const [first] = await materialsAt(bench, keyArn);
    const returned = await returnedFor(bench, keyArn);
    const view = shownOf(await bench.readReturnPackage({ files: [returned.path] }));
    expect(view).toMatchObject({ isNew: true, keyArn, hasTransferCode: true });
    const { session } = bench.session.view;
    expect(valueOf(await bench.planReturned({ returned: view.handle, session }))).toMatchObject({
      rotationsDone: 0,
      rotationsLeft: 25,
      replicas: [],
    });
    const run = valueOf(await finishOffline(bench, returned, [returned.path]));
    expect(run.failure).toBeUndefined();
    expect(rowsOf(run)).toBe(
      'encrypt-before done, import done, see-waiting done, see-replicas skipped, rotate done, see-rotated done, ' +
        'decrypt-before done, encrypt-after done, policy done',
    );
    expect(importTypes(bench)).toEqual(['NEW_KEY_MATERIAL']);
    expect(bench.way.sent.filter((operation) => operation === 'RotateKeyOnDemand')).toHaveLength(1);
    expect(await statesAt(bench, keyArn)).toEqual(['CURRENT', 'NON_CURRENT']);
    const current = (await materialsAt(bench, keyArn)).find(({ state }) => state === 'CURRENT');
    expect(run.handOver).toMatchObject({
      alias: 'bluescape-data',
      checkValue: returned.checkValue,
      again: {
        aim: 'rotate',
        rotated: { formerId: first?.id, newId: current?.id, readsOld: true, writesNew: true },
      },
    });
    const { record } = await recordOf(bench, run.run);
    expect(record.ceremony.job).toBe('rotate');
    expect(record.material).toMatchObject({ source: 'wrapped-elsewhere', checkValue: returned.checkValue });
    expect(record.wrapping).toMatchObject({
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      wrappingKeySpec: 'RSA_4096',
    });
    expect(exceptionsOf(record)).toEqual(['none']);
  });

  it('refuses material that the key has or had, before it is sent', async () => {
    const bench = await createBench();
    const material = randomBytes(32);
    const { keyArn } = await createWithCopy(bench);
    const first = await returnedFor(bench, keyArn, material);
    valueOf(await finishOffline(bench, first, [first.path]));
    const sent = bench.way.sent.filter((operation) => operation === 'ImportKeyMaterial').length;
    const again = await returnedFor(bench, keyArn, material);
    const view = shownOf(await bench.readReturnPackage({ files: [again.path] }));
    const { session } = bench.session.view;
    expect(codeOf(await bench.planReturned({ returned: view.handle, session }))).toBe('rotate.sameMaterial');
    expect(codeOf(await finishOffline(bench, again, [again.path]))).toBe('rotate.sameMaterial');
    expect(bench.way.sent.filter((operation) => operation === 'ImportKeyMaterial')).toHaveLength(sent);
  });

  it('is refused by AWS where nothing tells that the key had it, and nothing is rotated', async () => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    const material = randomBytes(32);
    // By somebody without Keyferry: no description says its check value.
    await importMaterial(bench.outside, keyArn, material, { request: { ImportType: 'NEW_KEY_MATERIAL' } });
    await bench.outside.send(new RotateKeyOnDemandCommand({ KeyId: keyArn }));
    await bench.clock.sleep(120_000);
    const before = await materialsAt(bench, keyArn);
    const returned = await returnedFor(bench, keyArn, material);
    const run = valueOf(await finishOffline(bench, returned, [returned.path]));
    expect(run.failure).toMatchObject({ error: { code: 'rotate.sameMaterial' }, next: 'stop' });
    expect(await materialsAt(bench, keyArn)).toEqual(before);
    expect(bench.way.sent).not.toContain('RotateKeyOnDemand');
  });

  it('is taken by no key that has lost its material, or has other material waiting', async () => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    const returned = await returnedFor(bench, keyArn);
    await importMaterial(bench.outside, keyArn, randomBytes(32), {
      request: { ImportType: 'NEW_KEY_MATERIAL' },
    });
    expect(codeOf(await finishOffline(bench, returned, [returned.path]))).toBe('rotate.waiting');
    const { key } = await openedKey(bench, keyArn);
    const { session } = bench.session.view;
    expect(codeOf(await bench.saveFreshParameters({ key, session, rotates: true }))).toBe('rotate.waiting');
    await loseMaterial(bench, keyArn, (await materialsAt(bench, keyArn))[0]?.id);
    expect(codeOf(await finishOffline(bench, returned, [returned.path]))).toBe('act.keyState');
  });

  it('goes on where the very same material waits already, and sends it by its ID', async () => {
    const bench = await createBench();
    const { keyArn } = await createWithCopy(bench);
    const returned = await returnedFor(bench, keyArn);
    bench.way.failAlways('RotateKeyOnDemand', { name: 'KMSInternalException' });
    const stopped = valueOf(await finishOffline(bench, returned, [returned.path]));
    expect(rowsOf(stopped)).toContain('see-waiting done');
    bench.way.heal();
    const run = valueOf(await finishOffline(bench, returned, [returned.path]));
    expect(run.failure).toBeUndefined();
    expect(importTypes(bench)).toEqual(['NEW_KEY_MATERIAL', 'EXISTING_KEY_MATERIAL']);
    expect(await statesAt(bench, keyArn)).toEqual(['CURRENT', 'NON_CURRENT']);
  });

  it('goes on after the app has ended at any of its notes, and rotates once', async () => {
    let ended = false;
    for (let at = 1; !ended && at < 60; at++) {
      const maker = await createBench({ changeMs: 20_000 }, { mode: 'aws' });
      const { clock, practice } = maker;
      const { keyArn } = await createWithCopy(maker);
      const returned = await returnedFor(maker, keyArn);
      const folder = mkdtempSync(join(tmpdir(), 'keyferry-rotate-'));
      const first = await liveUntil({ clock, practice }, folder, at, async (bench) =>
        valueOf(await finishOffline(bench, returned, [returned.path])),
      );
      ended = first !== undefined;
      const journal = createRunJournal(createStateFiles(folder), testNoteKey);
      const next = await createBench({}, { mode: 'aws', clock, practice, journal });
      const run = first ?? (await resume(next));
      expect(run.failure, `killed at note ${at}`).toBeUndefined();
      expect(rowsOf(run), `killed at note ${at}`).toContain('see-rotated done, decrypt-before done');
      expect(await statesAt(maker, keyArn), `killed at note ${at}`).toEqual(['CURRENT', 'NON_CURRENT']);
    }
    expect(ended).toBe(true);
  }, 600_000);

  it('asks for the package again where nothing proves who wrote the note', async () => {
    const maker = await createBench({}, { mode: 'aws' });
    const { clock, practice } = maker;
    const { keyArn } = await createWithCopy(maker);
    const returned = await returnedFor(maker, keyArn);
    const folder = mkdtempSync(join(tmpdir(), 'keyferry-rotate-'));
    const journal = createRunJournal(createStateFiles(folder), {
      get: () => Promise.resolve({ kept: 'none', reason: 'no-keychain' }),
    });
    const first = await createBench({}, { mode: 'aws', clock, practice, journal });
    first.way.failAlways('RotateKeyOnDemand', { name: 'KMSInternalException' });
    valueOf(await finishOffline(first, returned, [returned.path]));
    const next = await createBench({}, { mode: 'aws', clock, practice, journal });
    const [work] = valueOf(await next.listUnfinished()).runs;
    const { session } = next.session.view;
    expect(codeOf(await next.resumeRun({ run: work?.run ?? '', session }))).toBe('run.packageNeeded');
    const run = valueOf(await finishOffline(next, returned, [returned.path]));
    expect(run.failure).toBeUndefined();
    expect(await statesAt(maker, keyArn)).toEqual(['CURRENT', 'NON_CURRENT']);
  });
});

async function resume(bench: Bench): Promise<RunView> {
  const [work] = valueOf(await bench.listUnfinished()).runs;
  expect(work).toMatchObject({ job: 'rotate', isWrapped: true });
  const { session } = bench.session.view;
  return valueOf(await bench.resumeRun({ run: work?.run ?? '', session }));
}
