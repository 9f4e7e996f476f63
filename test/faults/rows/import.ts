import { randomBytes } from 'node:crypto';
import { DisableKeyCommand, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { codeOf } from '../../helpers/ceremony-bench';
import type { Fault } from '../../helpers/faulty-handler';
import { importMaterial } from '../../helpers/import-material';
import type { FaultRow } from '../fault-row';
import { beginLife, expectFinished, expectOneEnabledKey, expectStopped, sentCount, type Life } from '../life';
import { makeShares, restoreShares, type Bench } from '../material-in-shares';
import { cameCount, lifeOnTheWire } from '../life-on-the-wire';
import { hourMs } from './parameters';

const step = 'Import';
/** Three seconds, because generating the wrapping key takes the practice AWS up to one. */
const hastily = { connectMs: 3000, requestMs: 3000 };

/** A ceremony with shares whose ImportKeyMaterial meets a fault. */
async function importMeets(...faults: readonly Fault[]) {
  const life = await beginLife();
  const { material, folder } = await makeShares(life.bench);
  life.bench.way.fail('ImportKeyMaterial', ...faults);
  return { life, folder, run: await life.bench.create({ material }) };
}

const disable = ({ outside }: Bench, KeyId: string) => outside.send(new DisableKeyCommand({ KeyId }));
const scheduleDeletion = ({ outside }: Bench, KeyId: string) =>
  outside.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));

async function goesOnAfterRestoring(
  life: Life,
  run: Awaited<ReturnType<typeof importMeets>>['run'],
  folder: string,
) {
  const again = await life.bench.goOn(run);
  await expectStopped(life, again, { code: 'copy.released', next: 'change-material' });
  const material = await restoreShares(life.bench, folder);
  await expectFinished(life, await life.bench.goOn(again, { material }));
}

export const importRows: readonly FaultRow[] = [
  {
    id: 'F-51',
    step,
    fault: 'the import token expired while waiting',
    expected: 'noticed before the call; a fresh set, and the same material from its copy',
    how: async () => {
      const { life, run, folder } = await importMeets({ name: 'AccessDeniedException' });
      life.bench.clock.moveOn(25 * hourMs);
      const sent = sentCount(life.bench, 'ImportKeyMaterial');
      await goesOnAfterRestoring(life, run, folder);
      expect(sentCount(life.bench, 'ImportKeyMaterial')).toBe(sent + 1);
    },
  },
  {
    id: 'F-52',
    step,
    fault: 'InvalidCiphertext',
    expected: 'stops for good, with the warning that somebody may have swapped the wrapping key',
    how: async () => {
      const { life, run } = await importMeets({ name: 'InvalidCiphertextException' });
      const listed = await expectStopped(life, run, { code: 'kms.invalidCiphertext', next: 'stop' });
      expect(listed.stopped?.error.code).toBe('kms.invalidCiphertext');
      const sent = life.bench.way.sent.length;
      expect((await life.bench.goOn(run)).failure).toEqual(run.failure);
      expect(life.bench.way.sent).toHaveLength(sent);
    },
  },
  {
    id: 'F-53',
    step,
    fault: 'InvalidImportToken',
    expected: 'said; the pair is void, and a fresh set is fetched',
    how: async () => {
      const { life, run, folder } = await importMeets({ name: 'InvalidImportTokenException' });
      const listed = await expectStopped(life, run, { code: 'kms.invalidImportToken', next: 'continue' });
      expect(listed.isWrapped).toBe(false);
      await goesOnAfterRestoring(life, run, folder);
    },
  },
  {
    id: 'F-54',
    step,
    fault: 'the answer is lost after the import',
    expected: 'the same bytes are sent again, which AWS takes: that the key is enabled would say nothing',
    how: () =>
      lifeOnTheWire(async (life, wire) => {
        void wire.fail('ImportKeyMaterial', 'reset');
        await expectFinished(life, await life.bench.create());
        expect(cameCount(wire, 'ImportKeyMaterial')).toBe(2);
      }),
  },
  {
    id: 'F-55',
    step,
    fault: 'the request is lost before the import',
    expected: 'sent again, the same bytes, three times in all; then when the person says so',
    how: async () => {
      const { life, run } = await importMeets('request lost', 'request lost', 'request lost');
      await expectStopped(life, run, { code: 'run.importUnknown', next: 'continue' });
      expect(sentCount(life.bench, 'ImportKeyMaterial')).toBe(3);
      await expectFinished(life, await life.bench.goOn(run));
      expect(life.bench.way.bodies('ImportKeyMaterial')).toHaveLength(4);
      expect(new Set(life.bench.way.bodies('ImportKeyMaterial')).size).toBe(1);
    },
  },
  {
    id: 'F-56',
    step,
    fault: 'the server hangs',
    expected: 'given up in time, and sent again, the same bytes, whether AWS acted or not',
    note: 'The time-out is three seconds here; the app waits for thirty.',
    how: async () => {
      await lifeOnTheWire(async (life, wire) => {
        void wire.fail('ImportKeyMaterial', 'silent');
        await expectFinished(life, await life.bench.create());
        expect(cameCount(wire, 'ImportKeyMaterial')).toBe(2);
      }, hastily);
      await lifeOnTheWire(async (life, wire) => {
        void wire.fail('ImportKeyMaterial', 'unheard, silent');
        await expectFinished(life, await life.bench.create());
        expect(cameCount(wire, 'ImportKeyMaterial')).toBe(2);
      }, hastily);
    },
  },
  {
    id: 'F-57',
    step,
    fault: 'IncorrectKeyMaterial, after our own import or after somebody else’s',
    expected:
      'our own is taken once more; that AWS refuses it says that the key has other material, and the run is over',
    note: 'The check value is compared before AWS is asked; the key material id only afterwards.',
    how: async () => {
      const own = await importMeets('answer lost');
      await expectFinished(own.life, own.run);
      expect(sentCount(own.life.bench, 'ImportKeyMaterial')).toBe(2);

      const lost = 'request lost';
      const { life, run } = await importMeets(lost, lost, lost);
      await expectStopped(life, run, { code: 'run.importUnknown', next: 'continue' });
      await importMaterial(life.bench.outside, run.keyArn ?? '', randomBytes(32));
      const again = await life.bench.goOn(run);
      const listed = await expectStopped(life, again, { code: 'run.otherMaterial', next: 'stop' });
      expect(listed.stopped?.error.code).toBe('run.otherMaterial');

      const conflict = await importMeets({ name: 'IncorrectKeyMaterialException' });
      await expectStopped(conflict.life, conflict.run, {
        code: 'kms.incorrectKeyMaterial',
        next: 'change-material',
      });
    },
  },
  {
    id: 'F-59',
    step,
    fault: 'somebody disabled the key, or let it be deleted, meanwhile',
    expected: 'the state is named and the run is over; it is not undone',
    how: async () => {
      const doings = [
        ['Disabled', disable],
        ['PendingDeletion', scheduleDeletion],
      ] as const;
      for (const [state, change] of doings) {
        const life = await beginLife();
        const { bench } = life;
        bench.way.failAlways(state === 'Disabled' ? 'Encrypt' : 'ImportKeyMaterial', {
          name: 'AccessDeniedException',
        });
        if (state === 'Disabled') bench.way.failAlways('DescribeKey', 'request lost');
        const run = await bench.create();
        await change(bench, run.keyArn ?? '');
        bench.way.heal();
        const again = await bench.goOn(run);
        expect(again.failure?.error.facts).toEqual({ state });
        const listed = await expectStopped(life, again, { code: 'run.keyChanged', next: 'stop' });
        expect(listed.stopped?.error.facts).toEqual({ state });
      }
    },
  },
  {
    id: 'F-60',
    step,
    fault: 'the expiry is missing, over, no date, or more than 365 days away',
    expected: 'refused here, before any call',
    how: async () => {
      const life = await beginLife();
      const { bench } = life;
      const inDays = (days: number): string =>
        new Date(bench.clock.now().getTime() + days * 24 * hourMs).toISOString();
      for (const validTo of ['', 'soon', inDays(-1), inDays(366)]) {
        const draft = { ...bench.draft, expiry: { kind: 'on', validTo } } as const;
        expect(codeOf(await bench.planKey({ draft }))).toBe('key.expiry');
      }
      expect(await bench.countKeys()).toBe(0);
      const expiry = { kind: 'on', validTo: inDays(364) } as const;
      await expectFinished(life, await bench.create({ expiry }));
    },
  },
  {
    id: 'F-61',
    step: 'Verify',
    fault: 'the key is enabled with other material than was sent',
    expected: 'the alarm that it is not our material; nothing more is sent',
    how: async () => {
      const life = await beginLife();
      const { bench } = life;
      const { material } = await makeShares(bench);
      bench.way.failAlways('DescribeKey', {
        otherwise: (body) => body.replace(/("CurrentKeyMaterialId":")[0-9a-f]{64}/, `$1${'0'.repeat(64)}`),
      });
      const run = await bench.create({ material });
      expect(run.failure?.error.facts).toMatchObject({ current: '0'.repeat(64) });
      const listed = await expectStopped(life, run, { code: 'verify.otherMaterial', next: 'stop' });
      expect(listed.stopped?.error.code).toBe('verify.otherMaterial');
      expect(sentCount(bench, 'Encrypt')).toBe(0);
      await expectOneEnabledKey(bench);
    },
  },
];
