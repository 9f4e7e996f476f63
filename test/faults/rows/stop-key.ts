import { randomBytes } from 'node:crypto';
import {
  CreateKeyCommand,
  EnableKeyCommand,
  KMSClient,
  ListKeyRotationsCommand,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { clientConfig } from '../../../main/aws/transport/client-settings';
import { noCopySentence } from '../../../main/shared/acts-typed';
import type { KeyAct } from '../../../main/shared/views/acts';
import { actOn, keyAt, planned } from '../../helpers/act-work';
import { createWithCopy, importOnceMore, loseMaterial, openedKey, openFor } from '../../helpers/again-work';
import { codeOf, createBench, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { importMaterial, needed } from '../../helpers/import-material';
import type { FaultRow } from '../fault-row';
import { sentCount } from '../life';
import { newFolder } from '../material-in-shares';

type Bench = Awaited<ReturnType<typeof createBench>>;

const dayMs = 86_400_000;
const schedule: KeyAct = { do: 'schedule-deletion', days: 30 };
const cancel: KeyAct = { do: 'cancel-deletion', enable: true };
const deleteOnly: KeyAct = { do: 'delete-material', materials: 'only' };
const [deletion, material] = ['Delete a key', 'Delete key material'];

async function keyOnBench(options: Parameters<typeof createBench>[0] = {}) {
  const bench = await createBench(options);
  return { bench, ...(await createWithCopy(bench)) };
}

const stateAt = async (bench: Bench, keyArn: string) => (await keyAt(bench, keyArn))?.KeyState;

const materialsAt = async ({ outside }: Bench, keyArn: string) => {
  const { Rotations = [] } = await outside.send(
    new ListKeyRotationsCommand({ KeyId: keyArn, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
  );
  return Rotations;
};

/** A second material is imported; rotated in, it is the current one, and otherwise it waits. */
async function addMaterial({ outside }: Bench, keyArn: string, isRotatedIn: boolean): Promise<string> {
  const { KeyMaterialId } = await importMaterial(outside, keyArn, randomBytes(32), {
    request: { ImportType: 'NEW_KEY_MATERIAL' },
  });
  if (isRotatedIn) await outside.send(new RotateKeyOnDemandCommand({ KeyId: keyArn }));
  return needed(KeyMaterialId);
}

const scheduleOutside = ({ outside }: Bench, keyArn: string) =>
  outside.send(new ScheduleKeyDeletionCommand({ KeyId: keyArn, PendingWindowInDays: 7 }));

const elsewhere = ({ practice, credentials, clock }: Bench, region: string) =>
  new KMSClient(
    clientConfig(
      { region, requestHandler: practice, useFipsEndpoint: false, useDualstackEndpoint: false },
      credentials,
      clock.now().getTime() - Date.now(),
    ),
  );

const exceptionsOf = async (bench: Bench, run: string) => {
  bench.copyTo(newFolder());
  const people = { operator: { name: 'Ada' }, witness: 'none' } as const;
  const saved = valueOf(await bench.saveRecord({ of: run, people }));
  if (!saved.picked) throw new Error('No place was picked.');
  const { exceptions } = saved.value.record;
  return exceptions === 'none' ? [] : exceptions;
};

export const stopKeyRows: readonly FaultRow[] = [
  {
    id: 'F-L19',
    step: material,
    fault: 'the copy was opened, and has the right check value',
    expected: 'the alias is typed; the key stops, and the copy brings it back',
    how: async () => {
      const { bench, keyArn, copy } = await keyOnBench();
      valueOf(await openFor(bench, await openedKey(bench, keyArn), copy));
      const plan = valueOf(await planned(bench, keyArn, deleteOnly));
      expect(plan).toMatchObject({ typed: 'alias/bluescape-data', deletable: [{ opened: {} }] });
      const run = await actOn(bench, keyArn, deleteOnly);
      expect(run.acted).toMatchObject({
        state: 'PendingImport',
        changes: [
          { what: 'material', before: 'IMPORTED', after: 'PENDING_IMPORT' },
          { what: 'state', before: 'Enabled', after: 'PendingImport' },
        ],
      });
      expect(await stateAt(bench, keyArn)).toBe('PendingImport');
      expect((await importOnceMore(bench, { keyArn, copy })).failure).toBeUndefined();
      expect(await stateAt(bench, keyArn)).toBe('Enabled');
    },
  },
  {
    id: 'F-L20',
    step: material,
    fault: 'no copy was opened, or only one of other material',
    expected: 'refused, unless the sentence is typed; the record says that it was',
    how: async () => {
      const { bench, keyArn } = await keyOnBench();
      const other = await createWithCopy(bench, { alias: 'other-data' });
      valueOf(await openFor(bench, await openedKey(bench, other.keyArn), other.copy));
      const { plan, typed } = valueOf(await planned(bench, keyArn, deleteOnly));
      const { session } = bench.session.view;
      const request = { plan, session, act: deleteOnly };
      expect(codeOf(await bench.carryOut(request))).toBe('act.typed');
      expect(codeOf(await bench.carryOut({ ...request, typed: needed(typed) }))).toBe('act.typed');
      expect(sentCount(bench, 'DeleteImportedKeyMaterial')).toBe(0);
      expect(await stateAt(bench, keyArn)).toBe('Enabled');
      const run = valueOf(await bench.carryOut({ ...request, typed: noCopySentence }));
      expect(run.acted?.state).toBe('PendingImport');
      expect(await exceptionsOf(bench, run.run)).toContainEqual(
        expect.objectContaining({ kind: 'confirmed', typed: noCopySentence }),
      );
    },
  },
  {
    id: 'F-L21',
    step: material,
    fault: 'the key has several materials',
    expected: 'each is listed, none is meant before it is chosen, and only what was chosen is deleted',
    how: async () => {
      const { bench, keyArn } = await keyOnBench();
      const current = await addMaterial(bench, keyArn, true);
      const { plan, deletable = [] } = valueOf(await planned(bench, keyArn, deleteOnly));
      expect(deletable.map((one) => one.material?.role)).toEqual(['CURRENT', 'NON_CURRENT']);
      const { session } = bench.session.view;
      const unclear = await bench.carryOut({ plan, session, act: deleteOnly, typed: noCopySentence });
      expect(codeOf(unclear)).toBe('act.whichMaterial');
      const former = needed(deletable.find((one) => one.material?.id !== current)?.material?.id);
      await actOn(bench, keyArn, { do: 'delete-material', materials: [former] });
      expect(
        (await materialsAt(bench, keyArn)).map(({ KeyMaterialId, ImportState }) => [
          KeyMaterialId === current,
          ImportState,
        ]),
      ).toEqual(
        expect.arrayContaining([
          [true, 'IMPORTED'],
          [false, 'PENDING_IMPORT'],
        ]),
      );
      expect(await stateAt(bench, keyArn)).toBe('PendingImport');
      const left = valueOf(await planned(bench, keyArn, deleteOnly));
      expect(left.deletable?.map((one) => one.material?.id)).toEqual([current]);
    },
  },
  {
    id: 'F-L22',
    step: material,
    fault: 'the key waits for its deletion, or the material waits for a rotation and has replicas',
    expected: 'it stays scheduled; waiting material is gone from the replicas too, and the key works on',
    how: async () => {
      const { bench, keyArn } = await keyOnBench();
      await scheduleOutside(bench, keyArn);
      const run = await actOn(bench, keyArn, deleteOnly);
      expect(run.acted).toMatchObject({ state: 'PendingDeletion', changes: [{ what: 'material' }] });
      expect(await stateAt(bench, keyArn)).toBe('PendingDeletion');

      const primary = await multiRegionKey(bench);
      const waiting = await addMaterial(bench, primary, false);
      const wanted: KeyAct = { do: 'delete-material', materials: [waiting] };
      const planOf = valueOf(await planned(bench, primary, wanted));
      expect(planOf.deletable?.map((one) => one.material?.role)).toContain(
        'PENDING_MULTI_REGION_IMPORT_AND_ROTATION',
      );
      const gone = await actOn(bench, primary, wanted);
      expect(gone.acted).toMatchObject({
        state: 'Enabled',
        changes: [{ what: 'material', name: waiting, after: 'none' }],
      });
      const replica = primary.replace('eu-central-1', 'us-east-1');
      const there = await elsewhere(bench, 'us-east-1').send(
        new ListKeyRotationsCommand({ KeyId: replica, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
      );
      expect(there.Rotations?.map(({ KeyMaterialId }) => KeyMaterialId)).not.toContain(waiting);
      expect(await materialsAt(bench, primary)).toHaveLength(1);
    },
  },
  {
    id: 'F-L31',
    step: deletion,
    fault: 'the key was used yesterday; AWS does not say when, knows of no use, or the use was long ago',
    expected: 'disabling first is the way that is offered, unless the last use was long ago; nothing is sent',
    how: async () => {
      const used = await keyOnBench();
      used.bench.clock.moveOn(dayMs);
      const recent = valueOf(await planned(used.bench, used.keyArn, schedule)).deletion;
      expect(recent).toMatchObject({ disableFirst: true });
      expect(recent?.now.lastUse).toMatchObject({ value: { last: { operation: 'Decrypt' } } });
      used.bench.clock.moveOn(60 * dayMs);
      expect(valueOf(await planned(used.bench, used.keyArn, schedule)).deletion?.disableFirst).toBe(false);

      const denied = await keyOnBench({ denied: ['kms:GetKeyLastUsage'] });
      const hidden = valueOf(await planned(denied.bench, denied.keyArn, schedule)).deletion;
      expect(hidden).toMatchObject({ disableFirst: true, now: { lastUse: { read: false } } });

      const never = await createBench();
      const { KeyMetadata } = await never.outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
      const unused = needed(KeyMetadata?.Arn);
      await importMaterial(never.outside, unused, randomBytes(32));
      const unknown = valueOf(await planned(never, unused, schedule)).deletion;
      expect(unknown).toMatchObject({ disableFirst: true, now: { lastUse: { value: {} } } });
      for (const { bench } of [used, denied, { bench: never }])
        expect(sentCount(bench, 'ScheduleKeyDeletion')).toBe(0);
    },
  },
  {
    id: 'F-L32',
    step: deletion,
    fault: 'a rule of the organization counts the days without use',
    expected: 'the rule is named, with the day from which AWS counts',
    note: 'the answer is AWS’s text for a service control policy; which rule it is, only AWS knows',
    how: async () => {
      const { bench, keyArn } = await keyOnBench();
      bench.way.fail('ScheduleKeyDeletion', {
        name: 'AccessDeniedException',
        message: `User: arn:aws:iam::111122223333:user/admin is not authorized to perform: kms:ScheduleKeyDeletion on resource: ${keyArn} with an explicit deny in a service control policy`,
      });
      const run = await actOn(bench, keyArn, schedule);
      expect(run.failure?.error).toMatchObject({
        code: 'act.organizationRule',
        changedInAws: false,
        facts: { countedFrom: expect.stringMatching(/^\d{4}-/) as string },
      });
      expect(await stateAt(bench, keyArn)).toBe('Enabled');
    },
  },
  {
    id: 'F-L33',
    step: deletion,
    fault: 'scheduled twice; cancelled where none is scheduled; somebody else was quicker',
    expected: 'not planned; where somebody was quicker, nothing is sent and the date of AWS is shown',
    how: async () => {
      const { bench, keyArn } = await keyOnBench();
      expect(codeOf(await planned(bench, keyArn, cancel))).toBe('act.keyState');
      await actOn(bench, keyArn, schedule);
      expect(codeOf(await planned(bench, keyArn, schedule))).toBe('act.keyState');

      const raced = await keyOnBench();
      raced.bench.way.fail('ScheduleKeyDeletion', { name: 'KMSInvalidStateException' });
      const refused = await actOn(raced.bench, raced.keyArn, schedule);
      expect(refused.failure).toMatchObject({ error: { code: 'kms.invalidState' }, next: 'continue' });
      await scheduleOutside(raced.bench, raced.keyArn);
      const run = await raced.bench.goOn(refused);
      expect(rowsOf(run)).toBe('schedule-deletion skipped, see-state done');
      expect(sentCount(raced.bench, 'ScheduleKeyDeletion')).toBe(1);
      const { DeletionDate } = needed(await keyAt(raced.bench, raced.keyArn));
      expect(run.acted).toMatchObject({ changes: [], deletionAt: DeletionDate?.toISOString() });
    },
  },
  {
    id: 'F-L34',
    step: deletion,
    fault: 'the deletion is cancelled, and EnableKey is refused',
    expected: '“Rescued but still off”; going on enables it, and cancels nothing twice',
    how: async () => {
      const { bench, keyArn } = await keyOnBench();
      await scheduleOutside(bench, keyArn);
      bench.way.fail('EnableKey', { name: 'AccessDeniedException' });
      const run = await actOn(bench, keyArn, cancel);
      expect(run.failure).toMatchObject({
        error: { code: 'act.stillOff', changedInAws: true },
        next: 'continue',
      });
      expect(await stateAt(bench, keyArn)).toBe('Disabled');
      const again = await bench.goOn(run);
      expect(rowsOf(again)).toBe('cancel-deletion done, enable-key done, see-state done');
      expect(sentCount(bench, 'CancelKeyDeletion')).toBe(1);
      expect(await stateAt(bench, keyArn)).toBe('Enabled');
    },
  },
  {
    id: 'F-L35',
    step: deletion,
    fault: 'the key to be rescued has no material, or its date has come',
    expected: 'what AWS says then, and the material can be imported; or that AWS no longer has the key',
    note: 'which state AWS answers for a rescued key without material is not documented: a guess of practice',
    how: async () => {
      const { bench, keyArn, copy } = await keyOnBench();
      await scheduleOutside(bench, keyArn);
      await loseMaterial(bench, keyArn);
      const run = await actOn(bench, keyArn, cancel);
      expect(rowsOf(run)).toBe('cancel-deletion done, enable-key skipped, see-state done');
      const { state } = needed(run.acted);
      expect(state).toBe(await stateAt(bench, keyArn));
      await importOnceMore(bench, { keyArn, copy });
      await bench.outside.send(new EnableKeyCommand({ KeyId: keyArn })).catch(() => undefined);
      expect(await stateAt(bench, keyArn)).toBe('Enabled');

      await scheduleOutside(bench, keyArn);
      const { key } = await openedKey(bench, keyArn);
      const { session } = bench.session.view;
      const { plan } = valueOf(await bench.planAct({ key, session, act: cancel }));
      bench.clock.moveOn(8 * dayMs);
      expect(codeOf(await bench.carryOut({ plan, session, act: cancel }))).toBe('act.keyGone');
      expect(codeOf(await bench.planAct({ key, session, act: cancel }))).toBe('act.keyGone');
    },
  },
  {
    id: 'F-L36',
    step: deletion,
    fault: 'a primary is scheduled while it has a replica',
    expected:
      'the replica is named before; afterwards there is no date, and it is named as what AWS waits for',
    how: async () => {
      const { bench } = await keyOnBench();
      const primary = await multiRegionKey(bench);
      expect(valueOf(await planned(bench, primary, schedule)).deletion?.now).toMatchObject({
        row: { multiRegion: 'primary' },
        otherRegions: ['us-east-1'],
      });
      const { acted } = await actOn(bench, primary, schedule);
      expect(acted).toMatchObject({ state: 'PendingReplicaDeletion', waitsFor: ['us-east-1'] });
      expect(acted?.deletionAt).toBeUndefined();
      expect(await stateAt(bench, primary)).toBe('PendingReplicaDeletion');
    },
  },
  {
    id: 'F-L41',
    step: deletion,
    fault: 'a key to be removed had material once, or was made by a colleague just now',
    expected: 'only a key that never had material, and is older than a day, is called left over',
    how: async () => {
      const { bench, keyArn } = await keyOnBench();
      const make = async (KeySpec: 'SYMMETRIC_DEFAULT' | 'HMAC_256' = 'SYMMETRIC_DEFAULT') => {
        const KeyUsage = KeySpec === 'HMAC_256' ? 'GENERATE_VERIFY_MAC' : 'ENCRYPT_DECRYPT';
        const command = new CreateKeyCommand({ Origin: 'EXTERNAL', KeySpec, KeyUsage });
        return needed((await bench.outside.send(command)).KeyMetadata?.Arn);
      };
      const signOf = async (arn: string) => valueOf(await planned(bench, arn, schedule)).deletion?.leftOver;
      const [empty, mac] = [await make(), await make('HMAC_256')];
      expect([await signOf(empty), await signOf(mac)]).toEqual(['in-use', 'in-use']);
      await loseMaterial(bench, keyArn);
      bench.clock.moveOn(dayMs);
      expect([await signOf(empty), await signOf(mac), await signOf(keyArn)]).toEqual([
        'yes',
        'unknown',
        'had-material',
      ]);
      expect(sentCount(bench, 'ScheduleKeyDeletion')).toBe(0);
    },
  },
  {
    id: 'F-L61',
    step: deletion,
    fault: 'no answer to ScheduleKeyDeletion, CancelKeyDeletion or the EnableKey after it',
    expected: 'AWS is asked what became of it; sent again only where it never arrived',
    how: async () => {
      for (const [fault, sent] of [
        ['answer lost', 1],
        ['request lost', 2],
      ] as const) {
        const { bench, keyArn } = await keyOnBench();
        const carry = async (operation: string, act: KeyAct): Promise<void> => {
          bench.way.fail(operation, fault);
          const run = await actOn(bench, keyArn, act);
          const over = run.failure ? await bench.goOn(run) : run;
          expect(over.failure).toBeUndefined();
          expect(sentCount(bench, operation)).toBe(sent);
        };
        await carry('ScheduleKeyDeletion', schedule);
        expect(await stateAt(bench, keyArn)).toBe('PendingDeletion');
        await carry('CancelKeyDeletion', { do: 'cancel-deletion', enable: false });
        expect(await stateAt(bench, keyArn)).toBe('Disabled');
        await scheduleOutside(bench, keyArn);
        await carry('EnableKey', cancel);
        expect(await stateAt(bench, keyArn)).toBe('Enabled');
      }
    },
  },
  {
    id: 'F-L62',
    step: material,
    fault: 'no answer to DeleteImportedKeyMaterial, or a refusal at the second of two',
    expected: 'AWS is asked what became of it; what is gone stays gone, and nothing else is deleted',
    how: async () => {
      for (const [fault, sent] of [
        ['answer lost', 2],
        ['request lost', 3],
      ] as const) {
        const { bench, keyArn } = await keyOnBench();
        const current = await addMaterial(bench, keyArn, true);
        const former = needed(
          (await materialsAt(bench, keyArn)).find(({ KeyMaterialId }) => KeyMaterialId !== current)
            ?.KeyMaterialId,
        );
        bench.way.fail('DeleteImportedKeyMaterial', fault);
        const run = await actOn(bench, keyArn, {
          do: 'delete-material',
          materials: [former, current],
        });
        const over = run.failure ? await bench.goOn(run) : run;
        expect(rowsOf(over)).toBe('delete-material done, see-state done');
        expect(sentCount(bench, 'DeleteImportedKeyMaterial')).toBe(sent);
        expect((await materialsAt(bench, keyArn)).map(({ ImportState }) => ImportState)).toEqual([
          'PENDING_IMPORT',
          'PENDING_IMPORT',
        ]);
      }
      const { bench, keyArn } = await keyOnBench();
      const current = await addMaterial(bench, keyArn, true);
      const ids = (await materialsAt(bench, keyArn)).map(({ KeyMaterialId }) => needed(KeyMaterialId));
      const materials = [...ids.filter((id) => id !== current), current];
      bench.way.onSend('DeleteImportedKeyMaterial', () =>
        bench.way.fail(
          'DeleteImportedKeyMaterial',
          ...(sentCount(bench, 'DeleteImportedKeyMaterial') === 2 ? [{ name: 'AccessDeniedException' }] : []),
        ),
      );
      const run = await actOn(bench, keyArn, { do: 'delete-material', materials });
      expect(run.failure?.error).toMatchObject({ code: 'aws.accessDenied', changedInAws: true });
      const over = await bench.goOn(run);
      expect(rowsOf(over)).toBe('delete-material done, see-state done');
      expect(sentCount(bench, 'DeleteImportedKeyMaterial')).toBe(3);
    },
  },
];

/** A primary here with a replica in us-east-1, and material in this Region only. @returns its ARN. */
async function multiRegionKey({ outside }: Bench): Promise<string> {
  const command = new CreateKeyCommand({ Origin: 'EXTERNAL', MultiRegion: true });
  const arn = needed((await outside.send(command)).KeyMetadata?.Arn);
  await importMaterial(outside, arn, randomBytes(32));
  await outside.send(new ReplicateKeyCommand({ KeyId: arn, ReplicaRegion: 'us-east-1' }));
  return arn;
}
