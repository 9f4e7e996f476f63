import { ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { createMovingClock } from '../../helpers/moving-clock';
import type { FaultRow } from '../fault-row';
import { beginLife, expectFinished, expectListed, expectStopped, sentCount } from '../life';
import { makeShares } from '../material-in-shares';

const step = 'Parameters';
export const hourMs = 60 * 60_000;

export const parameterRows: readonly FaultRow[] = [
  {
    id: 'F-27',
    step,
    fault: 'the network is lost',
    expected: 'asking again is safe; a new set replaces the old one in one writing',
    how: async () => {
      const life = await beginLife();
      const { bench } = life;
      const { material } = await makeShares(bench);
      bench.way.fail('GetParametersForImport', 'answer lost');
      const run = await bench.create({ material });
      const listed = await expectStopped(life, run, { code: 'network.reset', next: 'continue' });
      expect(listed.parametersValidTo).toBeUndefined();
      await expectFinished(life, await bench.goOn(run));
    },
  },
  {
    id: 'F-28',
    step,
    fault: 'a fresh set comes while there is wrapped material',
    expected: 'what was wrapped under the old set is void with its token, and is never sent',
    how: async () => {
      const life = await beginLife();
      const { bench } = life;
      const { material } = await makeShares(bench);
      bench.way.fail('ImportKeyMaterial', { name: 'AccessDeniedException' });
      const run = await bench.create({ material });
      // A new app would wrap the material again.
      expect((await expectListed(life)).isWrapped).toBe(false);
      bench.clock.moveOn(24 * hourMs);
      const again = await bench.goOn(run);
      const listed = await expectStopped(life, again, { code: 'copy.released', next: 'change-material' });
      expect(listed.isWrapped).toBe(false);
      expect(sentCount(bench, 'GetParametersForImport')).toBe(2);
      expect(sentCount(bench, 'ImportKeyMaterial')).toBe(1);
    },
  },
  {
    id: 'F-29',
    step,
    fault: 'the key no longer waits for material',
    expected: 'nothing is wrapped or sent, and the state is named',
    how: async () => {
      const life = await beginLife();
      const { bench } = life;
      const { material } = await makeShares(bench);
      bench.way.fail('GetParametersForImport', { name: 'AccessDeniedException' });
      const run = await bench.create({ material });
      const KeyId = run.keyArn ?? '';
      await bench.outside.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
      const again = await bench.goOn(run);
      expect(again.failure?.error.facts).toMatchObject({ state: 'PendingDeletion' });
      await expectStopped(life, again, { code: 'kms.invalidState', next: 'continue' });
      expect(sentCount(bench, 'ImportKeyMaterial')).toBe(0);
    },
  },
  {
    id: 'F-30',
    step,
    fault: 'by this computer’s clock the set has expired on arrival',
    expected:
      'AWS’s time counts, which was learnt when signing in; a set that is over by that is fetched anew',
    how: async () => {
      const ownClock = createMovingClock();
      const clock = createMovingClock(new Date(Date.now() - 25 * hourMs));
      const behind = await beginLife({}, { clock, ownClock });
      await expectFinished(behind, await behind.bench.create());

      const life = await beginLife();
      const { bench } = life;
      bench.onProgress(({ rows }) => {
        if (rows.find((row) => row.step === 'wrap')?.state === 'done') bench.clock.moveOn(24 * hourMs);
      });
      const run = await bench.create();
      await expectStopped(life, run, { code: 'parameters.expired', next: 'continue' });
      expect(sentCount(bench, 'ImportKeyMaterial')).toBe(0);
      bench.onProgress(() => undefined);
      await expectFinished(life, await bench.goOn(run));
    },
  },
];
