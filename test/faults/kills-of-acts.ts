import { readdirSync } from 'node:fs';
import { ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import type { KeyAct } from '../../main/shared/views/acts';
import { keyAt, planned } from '../helpers/act-work';
import { createWithCopy } from '../helpers/again-work';
import { valueOf } from '../helpers/ceremony-bench';
import { granteesOf, grantTo, policyOf, receiver, role } from '../helpers/revoke-work';
import { leftOfFirst, live, ordered, withAws, type Sweep } from './killed-life';
import { newFolder, type Bench } from './material-in-shares';

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

export const scheduling = acting(
  () => Promise.resolve({ do: 'schedule-deletion', days: 7 }),
  'PendingDeletion',
  ['ScheduleKeyDeletion'],
);

export const rescuing = acting(
  () => Promise.resolve({ do: 'cancel-deletion', enable: true }),
  'Enabled',
  ['CancelKeyDeletion', 'EnableKey'],
  (KeyId, { outside }) => outside.send(new ScheduleKeyDeletionCommand({ KeyId })),
);

export const deletingMaterial = acting(
  async (keyArn, bench) => {
    const { deletable = [] } = valueOf(
      await planned(bench, keyArn, { do: 'delete-material', materials: 'only' }),
    );
    return { do: 'delete-material', materials: deletable.flatMap(({ material }) => material?.id ?? []) };
  },
  'PendingImport',
  ['DeleteImportedKeyMaterial'],
);

export const revokeReceiver: Sweep = (kill) =>
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
