import { randomBytes } from 'node:crypto';
import { CreateKeyCommand, EnableKeyCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import type { KeyAct } from '../../../main/shared/views/acts';
import { actOn, keyAt, planned } from '../../helpers/act-work';
import { importOnceMore, loseMaterial, openedKey } from '../../helpers/again-work';
import { codeOf, createBench, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { importMaterial, needed } from '../../helpers/import-material';
import {
  cancel,
  dayMs,
  keyOnBench,
  multiRegionKey,
  schedule,
  scheduleOutside,
  stateAt,
} from '../../helpers/stop-work';
import type { FaultRow } from '../fault-row';
import { sentCount } from '../life';

const step = 'Delete a key';

export const deleteKeyRows: readonly FaultRow[] = [
  {
    id: 'F-L31',
    step,
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
    step,
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
    step,
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
    step,
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
    step,
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
    step,
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
    step,
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
    step,
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
];
