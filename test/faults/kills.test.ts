import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStateFiles } from '../../main/platform/notes/state-files';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { createWithCopy, goOnWith, loseMaterial, stateAndRest } from '../helpers/again-work';
import { valueOf } from '../helpers/ceremony-bench';
import { offlineApp } from '../helpers/offline-app';
import { offlineWork } from '../helpers/offline-work';
import { compileMortalApp, leftOfFirst, live, ordered, withAws, type Sweep } from './killed-life';
import {
  deletingMaterial,
  givingAlias,
  movingAlias,
  relabelling,
  removingAlias,
  replicating,
  rescuing,
  revokeReceiver,
  scheduling,
} from './kills-of-acts';
import { rotating, rotatingReturned } from './kills-of-rotation';
import { expectOneEnabledKey } from './life';
import { newFolder, restoreShares, shares } from './material-in-shares';
import type { KillPoint } from './mortal/order';

beforeAll(compileMortalApp);

const createAndImport: Sweep = (kill) =>
  withAws(async ({ url, next }) => {
    const [notes, copy] = [newFolder(), newFolder()];
    const lived = await live({ job: 'create-and-import', notes, url, copy, ...ordered(kill) });
    const { bench } = await next(notes);
    const found = valueOf(await bench.listUnfinished());
    const left = kill && leftOfFirst(kill);
    if (left) {
      expect(found).toEqual(left);
      expect(await bench.countKeys()).toBe(0);
      return lived;
    }
    if (kill) {
      expect(found).toMatchObject({ runs: [{ job: 'create-and-import' }], unusable: [] });
      const session = bench.session.view.session;
      let run = valueOf(await bench.resumeRun({ run: found.runs[0]?.run ?? '', session }));
      if (run.failure?.error.code === 'copy.released') {
        run = await bench.goOn(run, { material: await restoreShares(bench, copy) });
      }
      expect(run.failure).toBeUndefined();
      expect(run.handOver).toMatchObject({ keyState: 'Enabled', custody: { kept: 'shares' } });
    }
    await expectOneEnabledKey(bench);
    expect(valueOf(await bench.listUnfinished()).runs).toEqual([]);
    expect(readdirSync(notes)).toEqual([]);
    return lived;
  });

const finishImport: Sweep = (kill) =>
  withAws(async ({ url, next }) => {
    const notes = newFolder();
    const returned = await offlineWork((await next(newFolder())).bench);
    const order = {
      job: 'finish-import',
      notes,
      url,
      package: returned.package,
      transfer: returned.proof,
    } as const;
    const lived = await live({ ...order, ...ordered(kill) });
    const { bench } = await next(notes);
    const found = valueOf(await bench.listUnfinished());
    const left = kill && leftOfFirst(kill);
    if (left) {
      expect(found).toEqual(left);
      return lived;
    }
    if (kill) {
      expect(found).toMatchObject({ runs: [{ job: 'finish-import' }], unusable: [] });
      const session = bench.session.view.session;
      const run = valueOf(await bench.resumeRun({ run: found.runs[0]?.run ?? '', session }));
      expect(run.failure).toBeUndefined();
      expect(run.handOver).toMatchObject({ keyState: 'Enabled', keyId: returned.keyId });
    }
    expect(readdirSync(notes)).toEqual([]);
    return lived;
  });

const importAgain: Sweep = (kill) =>
  withAws(async ({ url, next }) => {
    const notes = newFolder();
    const maker = (await next(newFolder())).bench;
    const { keyArn, copy, checkValue } = await createWithCopy(maker);
    const before = await stateAndRest(maker, keyArn);
    await loseMaterial(maker, keyArn);
    const lived = await live({ job: 'import-again', notes, url, keyArn, copy, ...ordered(kill) });
    const { bench } = await next(notes);
    const found = valueOf(await bench.listUnfinished());
    const left = kill && leftOfFirst(kill);
    if (left) {
      expect(found).toEqual(left);
      expect((await stateAndRest(bench, keyArn)).state).toBe('PendingImport');
      return lived;
    }
    if (kill) {
      expect(found).toMatchObject({ runs: [{ job: 'import-again' }], unusable: [] });
      const session = bench.session.view.session;
      let run = valueOf(await bench.resumeRun({ run: found.runs[0]?.run ?? '', session }));
      if (run.failure?.error.code === 'copy.released') run = await goOnWith(bench, run, copy);
      expect(run.failure).toBeUndefined();
      expect(run.handOver).toMatchObject({ keyState: 'Enabled', checkValue });
    }
    await expectOneEnabledKey(bench);
    // The material with its ID and its description, the policy, and whatever else AWS says of the key.
    expect(await stateAndRest(bench, keyArn)).toEqual(before);
    expect(valueOf(await bench.listUnfinished()).runs).toEqual([]);
    expect(readdirSync(notes)).toEqual([]);
    return lived;
  });
const wrapOffline: Sweep = async (kill) => {
  const [notes, copy, saved, again] = [newFolder(), newFolder(), newFolder(), newFolder()];
  const [parameters = ''] = intakeForms[0].write(newFolder(), bundleContents());
  const lived = await live({ job: 'wrap-offline', notes, parameters, copy, saved, ...ordered(kill) });
  const app = offlineApp({ copy: newFolder(), saved: again, offlineFiles: createStateFiles(notes) });
  const found = valueOf(await app.listUnfinished());
  const left = kill && leftOfFirst(kill);
  if (left) {
    expect(found).toEqual(left);
    // Nothing of unknown purpose was left behind.
    expect(readdirSync(copy)).toEqual([]);
    return lived;
  }
  const files = ['EncryptedKeyMaterial.bin', 'ImportToken.bin', 'KeyferryReturnPackage.json'];
  if (kill) {
    const [work] = await app.list();
    expect(found).toMatchObject({ runs: [{ job: 'wrap-offline' }], unusable: [] });
    if (work?.state === 'saved') expect(readdirSync(saved).sort()).toEqual(files);
    else {
      const resumed = valueOf(await app.resumeOffline({ run: work?.run ?? '' }));
      const { handle } = resumed.parameters;
      const made = resumed.hasCopy ? undefined : valueOf(await app.makeCopy(handle, shares));
      const held = made?.picked ? made.value.handle : await app.restore(handle, [copy]);
      expect(valueOf(await app.wrapHeld(handle, held)).picked).toBe(true);
      expect(readdirSync(again).sort()).toEqual(files);
      expect(readdirSync(notes)).toEqual([]);
    }
  } else {
    expect(readdirSync(saved).sort()).toEqual(files);
    expect(readdirSync(notes)).toEqual([]);
  }
  return lived;
};

/** Before a note, right after it, and in the middle of it. */
const moments: readonly KillPoint['moment'][] = ['before', 'after', 'torn'];

/** Each point is two lives, and AWS takes its time to make the wrapping keys of some. */
const sweepMs = 6 * 60_000;

let [survived, points] = [0, 0];
afterAll(() => console.log(`kill points: survived ${survived} of ${points}`));

/** @param from the first note to be killed at: what comes before is swept in one process, elsewhere. */
async function sweepAll(leastWrites: number, sweep: Sweep, from = 1): Promise<void> {
  const whole = await sweep(undefined);
  const writes = whole?.writes ?? 0;
  expect(writes).toBeGreaterThanOrEqual(leastWrites);
  const due = Array.from({ length: writes + 1 - from }, (_, index) =>
    moments.map((moment): KillPoint => ({ at: index + from, moment })),
  ).flat();
  points += due.length;
  const failures: string[] = [];
  const next = async (): Promise<void> => {
    const kill = due.shift();
    if (kill === undefined) return;
    try {
      expect(await sweep(kill)).toBeUndefined();
      survived += 1;
    } catch (failure) {
      failures.push(`note ${kill.at}, ${kill.moment}: ${String(failure)}`);
    }
    await next();
  };
  await Promise.all([next(), next()]);
  expect(failures).toEqual([]);
}

describe('an app that is killed by the kernel at any of its notes', () => {
  it.each([
    ['creating and importing', 9, createAndImport],
    ['finishing an offline import', 5, finishImport],
    ['importing again', 7, importAgain],
    ['scheduling a deletion', 3, scheduling],
    ['cancelling a deletion', 4, rescuing],
    ['deleting key material', 3, deletingMaterial],
    ['changing description and tags', 5, relabelling],
    ['giving an alias', 3, givingAlias],
    ['moving an alias', 3, movingAlias],
    ['removing an alias', 3, removingAlias],
    ['making a replica', 3, replicating],
    ['revoking a receiver', 6, revokeReceiver],
    ['wrapping offline', 4, wrapOffline],
  ] as const)(
    'while %s goes on, with one key and nothing lost',
    (_what, leastWrites, sweep) => sweepAll(leastWrites, sweep),
    sweepMs,
  );

  // test/unit/run/rotate has all of their notes.
  it.each([
    ['rotating', 12, rotating, 4],
    ['rotating to what came back', 10, rotatingReturned, 2],
  ] as const)(
    'while %s goes on, from its import to its end, and the key is rotated once',
    (_what, leastWrites, sweep, from) => sweepAll(leastWrites, sweep, from),
    sweepMs,
  );
});
