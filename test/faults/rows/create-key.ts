import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { codeOf, valueOf } from '../../helpers/ceremony-bench';
import type { FaultRow } from '../fault-row';
import { beginLife, expectFinished, expectNothingMade, expectStopped, sentCount } from '../life';
import { makeShares } from '../material-in-shares';
import { cameCount, lifeOnTheWire } from '../life-on-the-wire';

const step = 'CreateKey';

export const createKeyRows: readonly FaultRow[] = [
  {
    id: 'F-19',
    step,
    fault: 'connection reset before answer',
    expected: 'exactly one request; then the key is looked for by its tag, whether AWS made it or not',
    how: async () => {
      await lifeOnTheWire(async (life, wire) => {
        void wire.fail('CreateKey', 'reset');
        await expectFinished(life, await life.bench.create());
        expect(cameCount(wire, 'CreateKey')).toBe(1);
      });
      await lifeOnTheWire(async (life, wire) => {
        void wire.fail('CreateKey', 'unheard, reset');
        const run = await life.bench.create();
        await expectStopped(life, run, { code: 'run.createUnknown', next: 'continue', keys: 0 });
        expect(cameCount(wire, 'CreateKey')).toBe(1);
        await expectFinished(life, await life.bench.goOn(run));
      });
    },
  },
  {
    id: 'F-20',
    step,
    fault: 'the answer is cut short, or is no JSON',
    expected: 'as F-19: one request, and the key is found by its tag',
    how: async () => {
      for (const fault of ['cut short', 'garbage'] as const) {
        await lifeOnTheWire(async (life, wire) => {
          void wire.fail('CreateKey', fault);
          await expectFinished(life, await life.bench.create());
          expect(cameCount(wire, 'CreateKey')).toBe(1);
        });
      }
    },
  },
  {
    id: 'F-22',
    step,
    fault: 'two keys carry the tag of the ceremony',
    expected:
      'both are named with their state; nothing more is sent until the person has chosen one, and that one is used',
    note: 'The deletion of the other is left to the AWS console: it may be somebody else’s by then.',
    how: async () => {
      const life = await beginLife();
      const { bench } = life;
      bench.way.fail('CreateKey', 'answer lost');
      bench.way.failAlways('ListKeys', 'request lost');
      const run = await bench.create();
      bench.way.heal();
      const { key, value } = await bench.ceremonyTag();
      const other = await bench.outside.send(
        new CreateKeyCommand({ Origin: 'EXTERNAL', Tags: [{ TagKey: key, TagValue: value }] }),
      );
      const unchosen = { code: 'run.severalKeys', next: 'choose-key', keys: 2 } as const;
      const found = await bench.goOn(run);
      await expectStopped(life, found, unchosen);
      expect(found.candidates?.map(({ state }) => state)).toEqual(['PendingImport', 'PendingImport']);
      // Without a choice, the keys are looked for again, and no third one is made.
      await expectStopped(life, await bench.goOn(run), unchosen);
      const session = bench.session.view.session;
      const foreign = { run: run.run, session, changes: { keyId: 'another' } };
      expect(codeOf(await bench.continueRun(foreign))).toBe('ipc.badRequest');
      expect(sentCount(bench, 'ImportKeyMaterial')).toBe(0);
      const keyId = other.KeyMetadata?.KeyId ?? '';
      const chosen = await bench.goOn(run, { keyId });
      expect(chosen.keyArn).toBe(other.KeyMetadata?.Arn);
      expect(sentCount(bench, 'CreateKey')).toBe(1);
      expect(await bench.countKeys()).toBe(2);
    },
  },
  {
    id: 'F-23',
    step,
    fault: 'throttled',
    expected: 'asked again by our own loop, five times at most, with growing pauses, for throttling alone',
    how: async () => {
      const throttled = { name: 'ThrottlingException' } as const;
      const life = await beginLife();
      life.bench.way.fail('CreateKey', throttled, throttled, throttled, throttled);
      await expectFinished(life, await life.bench.create());
      expect(sentCount(life.bench, 'CreateKey')).toBe(5);
      const pauses = life.bench.clock.sleeps.slice(0, 4);
      expect(pauses).toEqual([...pauses].sort((one, other) => one - other));

      const longer = await beginLife();
      longer.bench.way.failAlways('CreateKey', throttled);
      const run = await longer.bench.create();
      await expectNothingMade(longer, run, { code: 'aws.throttled', next: 'continue' });
      expect(sentCount(longer.bench, 'CreateKey')).toBe(5);
    },
  },
  {
    id: 'F-24',
    step,
    fault: 'the quota of keys is used up',
    expected: 'one request, no key, and the quota is named',
    how: async () => {
      const life = await beginLife({ quotas: { keys: 0 } });
      const run = await life.bench.create();
      await expectNothingMade(life, run, { code: 'kms.limitExceeded', next: 'continue' });
      expect(sentCount(life.bench, 'CreateKey')).toBe(1);
    },
  },
  {
    id: 'F-25',
    step,
    fault: 'tagging is denied',
    expected: 'the tags go with CreateKey, so there is no key without them: one request, no key',
    how: async () => {
      const life = await beginLife();
      life.bench.way.fail('CreateKey', { name: 'TagException' });
      const run = await life.bench.create();
      await expectNothingMade(life, run, { code: 'kms.tagRefused', next: 'change-key' });
      expect(life.bench.way.bodies('CreateKey')).toHaveLength(1);
      expect(life.bench.way.bodies('CreateKey')[0]).toContain('keyferry:ceremony');
      expect(sentCount(life.bench, 'TagResource')).toBe(0);
    },
  },
  {
    id: 'F-26',
    step,
    fault: 'AWS does not know the new key yet',
    expected: 'asked again for a minute at most, and then told',
    how: async () => {
      const life = await beginLife({ unsettledCalls: 3 });
      await expectFinished(life, await life.bench.create());

      const never = await beginLife();
      const { bench } = never;
      const { material } = await makeShares(bench);
      bench.way.failAlways('GetParametersForImport', { name: 'NotFoundException' });
      const plan = valueOf(await bench.planKey({ draft: { ...bench.draft, material } }));
      const before = bench.clock.now().getTime();
      const run = valueOf(await bench.createAndImport({ plan: plan.plan }));
      const tookMs = bench.clock.now().getTime() - before;
      expect(tookMs).toBeGreaterThanOrEqual(60_000);
      expect(tookMs).toBeLessThan(75_000);
      await expectStopped(never, run, { code: 'kms.notFound', next: 'continue' });
      bench.way.heal();
      await expectFinished(never, await bench.goOn(run));
    },
  },
];
