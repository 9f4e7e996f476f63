import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPracticeAws } from '../../main/practice/practice-aws';
import { createStateFiles } from '../../main/platform/notes/state-files';
import type { KeyAct } from '../../main/shared/views/acts';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { keyAt, planned } from '../helpers/act-work';
import { createWithCopy, goOnWith, loseMaterial, stateAndRest } from '../helpers/again-work';
import { valueOf, type House } from '../helpers/ceremony-bench';
import { createMovingClock } from '../helpers/moving-clock';
import { offlineApp } from '../helpers/offline-app';
import { offlineWork } from '../helpers/offline-work';
import { granteesOf, grantTo, policyOf, receiver, role } from '../helpers/revoke-work';
import { beginLife, expectOneEnabledKey } from './life';
import { newFolder, restoreShares, shares, type Bench } from './material-in-shares';
import { bundleMortalApp } from './mortal/bundle-mortal-app';
import type { KillPoint, LastWords, Order } from './mortal/order';
import { practiceOnTheWire } from './practice-on-the-wire';

let program = '';
beforeAll(async () => {
  program = await bundleMortalApp(newFolder());
});

/** Runs the app in its own process. @returns its last words, or undefined when the kernel killed it. */
function live(order: Order): Promise<LastWords | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, JSON.stringify(order)]);
    let said = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(undefined);
      else if (code === 0) resolve(JSON.parse(said) as LastWords);
      else reject(new Error(`It ended with ${code ?? signal ?? 'nothing'}: ${complaint}`));
    });
  });
}

/** What is left if the first note was not written, or only half: nothing that can be resumed. */
const leftOfFirst = ({ at, moment }: KillPoint) =>
  at > 1 || moment === 'after'
    ? undefined
    : { runs: [], unusable: moment === 'torn' ? [expect.objectContaining({ reason: 'damaged' })] : [] };

/** The practice AWS, which outlives each app. */
async function withAws<T>(
  use: (aws: {
    url: string;
    /** What came over the wire, in its order. */
    came: readonly string[];
    next: (notes: string, house?: House) => ReturnType<typeof beginLife>;
  }) => Promise<T>,
): Promise<T> {
  const clock = createMovingClock();
  const practice = createPracticeAws({ now: clock.now });
  const wire = await practiceOnTheWire(practice);
  try {
    return await use({
      url: wire.url,
      came: wire.came,
      next: (notes, house = {}) => beginLife({}, { ...house, clock, practice }, notes),
    });
  } finally {
    await wire.close();
  }
}

/** A life that is killed at the point, and what comes after it; without a point, the whole life. */
type Sweep = (kill: KillPoint | undefined) => Promise<LastWords | undefined>;

const ordered = (kill: KillPoint | undefined) => (kill === undefined ? {} : { kill });

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

/** An act on a key that `prepare` leaves; afterwards AWS answers `state`, and each of `sends` came once. */
const acting =
  (
    act: (keyArn: string, bench: Bench) => Promise<KeyAct>,
    state: string,
    sends: readonly string[],
    prepare: (keyArn: string, bench: Bench) => Promise<unknown> = () => Promise.resolve(),
  ): Sweep =>
  (kill) =>
    withAws(async ({ url, came, next }) => {
      const notes = newFolder();
      const maker = (await next(newFolder())).bench;
      const { keyArn } = await createWithCopy(maker);
      await prepare(keyArn, maker);
      const before = (await keyAt(maker, keyArn))?.KeyState;
      const order = { job: 'act', notes, url, keyArn, act: await act(keyArn, maker) } as const;
      const lived = await live({ ...order, ...ordered(kill) });
      const { bench } = await next(notes);
      const found = valueOf(await bench.listUnfinished());
      const left = kill && leftOfFirst(kill);
      if (left) {
        expect(found).toEqual(left);
        expect((await keyAt(bench, keyArn))?.KeyState).toBe(before);
        return lived;
      }
      if (kill) {
        expect(found).toMatchObject({ runs: [{ job: 'act' }], unusable: [] });
        const { session } = bench.session.view;
        const run = valueOf(await bench.resumeRun({ run: found.runs[0]?.run ?? '', session }));
        expect(run.failure).toBeUndefined();
        expect(run.acted).toMatchObject({ state });
      }
      expect((await keyAt(bench, keyArn))?.KeyState).toBe(state);
      for (const operation of sends) {
        const sent = [...came, ...bench.way.sent].filter((one) => one === operation);
        expect([operation, sent.length]).toEqual([operation, 1]);
      }
      expect(valueOf(await bench.listUnfinished()).runs).toEqual([]);
      expect(readdirSync(notes)).toEqual([]);
      return lived;
    });

const scheduling = acting(() => Promise.resolve({ do: 'schedule-deletion', days: 7 }), 'PendingDeletion', [
  'ScheduleKeyDeletion',
]);

const rescuing = acting(
  () => Promise.resolve({ do: 'cancel-deletion', enable: true }),
  'Enabled',
  ['CancelKeyDeletion', 'EnableKey'],
  (KeyId, { outside }) => outside.send(new ScheduleKeyDeletionCommand({ KeyId })),
);

const deletingMaterial = acting(
  async (keyArn, bench) => {
    const { deletable = [] } = valueOf(
      await planned(bench, keyArn, { do: 'delete-material', materials: 'only' }),
    );
    return { do: 'delete-material', materials: deletable.flatMap(({ material }) => material?.id ?? []) };
  },
  'PendingImport',
  ['DeleteImportedKeyMaterial'],
);

const revokeReceiver: Sweep = (kill) =>
  withAws(async ({ url, next }) => {
    const notes = newFolder();
    const { bench: owner } = await next(newFolder());
    const keyArn = (await owner.create()).handOver?.keyArn ?? '';
    for (const name of ['One', 'Two']) await grantTo(owner, keyArn, role(name));
    const lived = await live({ job: 'revoke-receiver', notes, url, keyArn, ...ordered(kill) });
    const { bench } = await next(notes);
    const found = valueOf(await bench.listUnfinished());
    const left = kill && leftOfFirst(kill);
    if (left) {
      expect(found).toEqual(left);
      expect(await policyOf(bench, keyArn)).toContain(receiver);
      expect(await granteesOf(bench, keyArn)).toHaveLength(2);
      return lived;
    }
    if (kill) {
      expect(found).toMatchObject({ runs: [{ job: 'act' }], unusable: [] });
      const { session } = bench.session.view;
      const run = valueOf(await bench.resumeRun({ run: found.runs[0]?.run ?? '', session }));
      expect(run.failure).toBeUndefined();
      // What was lost with a note is found out anew, and each grant is named once.
      const grants = run.acted?.changes.filter(({ what }) => what === 'grant') ?? [];
      expect(new Set(grants.map(({ name }) => name)).size).toBe(2);
      expect(grants).toHaveLength(2);
    }
    expect(await policyOf(bench, keyArn)).not.toContain(receiver);
    expect(await granteesOf(bench, keyArn)).toEqual([]);
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

/**
 * Notes come in pairs, one before and one after each action. Nothing happens between two pairs, so a kill before the
 * first note of a pair is the same as one after the second note of the previous pair.
 */
const momentsOf = (at: number): readonly KillPoint['moment'][] =>
  at % 2 === 1 && at > 1 ? ['after', 'torn'] : ['before', 'after', 'torn'];

/** Each point is two lives, and AWS takes its time to make the wrapping keys of some. */
const sweepMs = 6 * 60_000;

let [survived, points] = [0, 0];
afterAll(() => console.log(`kill points: survived ${survived} of ${points}`));

describe('an app that is killed by the kernel at any of its notes', () => {
  it.each([
    ['creating and importing', 16, createAndImport],
    ['finishing an offline import', 6, finishImport],
    ['importing again', 12, importAgain],
    ['scheduling a deletion', 4, scheduling],
    ['cancelling a deletion', 6, rescuing],
    ['deleting key material', 4, deletingMaterial],
    ['revoking a receiver', 10, revokeReceiver],
    ['wrapping offline', 4, wrapOffline],
  ] as const)(
    'while %s goes on, with one key and nothing lost',
    async (_what, leastWrites, sweep) => {
      const whole = await sweep(undefined);
      const writes = whole?.writes ?? 0;
      expect(writes).toBeGreaterThanOrEqual(leastWrites);
      const due = Array.from({ length: writes }, (_, index) =>
        momentsOf(index + 1).map((moment): KillPoint => ({ at: index + 1, moment })),
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
    },
    sweepMs,
  );
});
