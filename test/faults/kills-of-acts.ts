import { readdirSync } from 'node:fs';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  ListAliasesCommand,
  ListResourceTagsCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
} from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import type { KeyAct } from '../../main/shared/views/acts';
import { keyAt, planned } from '../helpers/act-work';
import { createWithCopy } from '../helpers/again-work';
import { valueOf } from '../helpers/ceremony-bench';
import { replicaRegion } from '../helpers/replica-work';
import { granteesOf, grantTo, policyOf, receiver, role } from '../helpers/revoke-work';
import { leftOfFirst, live, ordered, withAws, type Sweep } from './killed-life';
import { newFolder, type Bench } from './material-in-shares';

interface Acting {
  readonly act: KeyAct | ((keyArn: string, bench: Bench) => Promise<KeyAct>);
  /** How AWS answers afterwards. */
  readonly state: string;
  /** Each is sent once. */
  readonly sends: readonly string[];
  /** The key is one of several Regions. */
  readonly multiRegion?: true;
  /** Leaves the key as the act finds it. */
  readonly prepare?: (keyArn: string, bench: Bench) => Promise<unknown>;
  /** What AWS has besides its state; as it was, where nothing began. */
  readonly seen?: (keyArn: string, bench: Bench) => Promise<unknown>;
  readonly becomes?: unknown;
}

/** An act on a key, and what AWS has afterwards. */
const acting =
  ({ act, state, sends, multiRegion, prepare, seen = () => Promise.resolve(), becomes }: Acting): Sweep =>
  (kill) =>
    withAws(async ({ url, came, next }) => {
      const notes = newFolder();
      const maker = (await next(newFolder())).bench;
      const keyArn = multiRegion
        ? ((await maker.create({ multiRegion })).handOver?.keyArn ?? '')
        : (await createWithCopy(maker)).keyArn;
      await prepare?.(keyArn, maker);
      const before = [(await keyAt(maker, keyArn))?.KeyState, await seen(keyArn, maker)];
      const wanted = typeof act === 'function' ? await act(keyArn, maker) : act;
      const order = { job: 'act', notes, url, keyArn, act: wanted } as const;
      const lived = await live({ ...order, ...ordered(kill) });
      const { bench } = await next(notes);
      const found = valueOf(await bench.listUnfinished());
      const left = kill && leftOfFirst(kill);
      if (left) {
        expect(found).toEqual(left);
        expect([(await keyAt(bench, keyArn))?.KeyState, await seen(keyArn, bench)]).toEqual(before);
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
      expect(await seen(keyArn, bench)).toEqual(becomes);
      for (const operation of sends) {
        const sent = [...came, ...bench.way.sent].filter((one) => one === operation);
        expect([operation, sent.length]).toEqual([operation, 1]);
      }
      expect(valueOf(await bench.listUnfinished()).runs).toEqual([]);
      expect(readdirSync(notes)).toEqual([]);
      return lived;
    });

export const scheduling = acting({
  act: { do: 'schedule-deletion', days: 7 },
  state: 'PendingDeletion',
  sends: ['ScheduleKeyDeletion'],
});

export const rescuing = acting({
  act: { do: 'cancel-deletion', enable: true },
  state: 'Enabled',
  sends: ['CancelKeyDeletion', 'EnableKey'],
  prepare: (KeyId, { outside }) => outside.send(new ScheduleKeyDeletionCommand({ KeyId })),
});

export const deletingMaterial = acting({
  act: async (keyArn, bench) => {
    const { deletable = [] } = valueOf(
      await planned(bench, keyArn, { do: 'delete-material', materials: 'only' }),
    );
    return { do: 'delete-material', materials: deletable.flatMap(({ material }) => material?.id ?? []) };
  },
  state: 'PendingImport',
  sends: ['DeleteImportedKeyMaterial'],
});

/** The description, and the tags but that of the ceremony. */
const labelsOf = async (keyArn: string, bench: Bench) => {
  const { Tags = [] } = await bench.outside.send(new ListResourceTagsCommand({ KeyId: keyArn }));
  const tags = Tags.map(({ TagKey = '', TagValue = '' }) => `${TagKey}=${TagValue}`);
  return [(await keyAt(bench, keyArn))?.Description, ...tags.filter((tag) => /^(team|old)=/.test(tag))];
};

export const relabelling = acting({
  act: {
    do: 'relabel-key',
    description: 'Orders of 2026',
    set: [{ key: 'team', value: 'orders' }],
    removed: ['old'],
  },
  state: 'Enabled',
  sends: ['UpdateKeyDescription', 'TagResource', 'UntagResource'],
  prepare: (KeyId, { outside }) =>
    outside.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'old', TagValue: 'yes' }] })),
  seen: labelsOf,
  becomes: ['Orders of 2026', 'team=orders'],
});

/** Which of the aliases of these sweeps the key has. */
const aliasesOf = async (keyArn: string, { outside }: Bench) => {
  const { Aliases = [] } = await outside.send(new ListAliasesCommand({ KeyId: keyArn }));
  return Aliases.map(({ AliasName }) => AliasName).filter((name) => name !== 'alias/bluescape-data');
};

const aliasing = { state: 'Enabled', seen: aliasesOf } as const;

export const givingAlias = acting({
  ...aliasing,
  act: { do: 'give-alias', alias: 'invoices' },
  sends: ['CreateAlias'],
  becomes: ['alias/invoices'],
});

export const movingAlias = acting({
  ...aliasing,
  act: { do: 'move-alias', alias: 'orders' },
  sends: ['UpdateAlias'],
  prepare: async (_keyArn, { outside }) => {
    const { KeyMetadata } = await outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
    const TargetKeyId = KeyMetadata?.KeyId;
    await outside.send(new CreateAliasCommand({ AliasName: 'alias/orders', TargetKeyId }));
  },
  becomes: ['alias/orders'],
});

export const removingAlias = acting({
  ...aliasing,
  act: { do: 'remove-alias', alias: 'orders' },
  sends: ['DeleteAlias'],
  prepare: (TargetKeyId, { outside }) =>
    outside.send(new CreateAliasCommand({ AliasName: 'alias/orders', TargetKeyId })),
  becomes: [],
});

export const replicating = acting({
  act: { do: 'replicate-key', to: replicaRegion },
  state: 'Enabled',
  sends: ['ReplicateKey'],
  multiRegion: true,
  seen: async (keyArn, bench) =>
    (await keyAt(bench, keyArn))?.MultiRegionConfiguration?.ReplicaKeys?.map(({ Region }) => Region),
  becomes: [replicaRegion],
});

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
