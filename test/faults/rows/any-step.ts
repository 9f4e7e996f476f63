import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { codeOf, valueOf } from '../../helpers/ceremony-bench';
import type { FaultRow } from '../fault-row';
import { beginLife, expectFinished, expectOneEnabledKey, expectStopped } from '../life';
import { makeShares, newFolder, restoreShares } from '../material-in-shares';
import { fillUp, onSmallDisk, withoutSmallDisk } from '../small-disk';
import { hourMs } from './parameters';

const step = 'Any';

export const anyStepRows: readonly FaultRow[] = [
  {
    id: 'F-62',
    step,
    fault: 'the computer sleeps for two days',
    expected: 'the session, the token and the key are looked at anew; nothing is made up for at once',
    how: async () => {
      const life = await beginLife();
      const { bench } = life;
      const { material, folder } = await makeShares(bench);
      bench.way.fail('ImportKeyMaterial', { name: 'AccessDeniedException' });
      const run = await bench.create({ material });
      const [sent, slept] = [bench.way.sent.length, bench.clock.sleeps.length];
      bench.clock.moveOn(48 * hourMs);
      vi.useFakeTimers({ toFake: ['Date'], now: bench.clock.now() });
      expect(bench.way.sent).toHaveLength(sent);
      bench.way.fail('GetParametersForImport', { name: 'ExpiredTokenException' });
      const woken = await bench.goOn(run);
      await expectStopped(life, woken, { code: 'credentials.expired', next: 'sign-in' });
      expect(bench.clock.sleeps.length - slept).toBeLessThan(3);
      const { view } = await bench.signIn().finally(() => vi.useRealTimers());
      const again = valueOf(await bench.continueRun({ run: run.run, session: view.session }));
      await expectStopped(life, again, { code: 'copy.released', next: 'change-material' });
      await expectFinished(life, await bench.goOn(again, { material: await restoreShares(bench, folder) }));
    },
  },
  {
    id: 'F-63',
    step,
    fault: 'there is no room for the summary',
    expected: 'told, with nothing half written; the same summary is saved elsewhere',
    skip: withoutSmallDisk,
    how: async () => {
      const life = await beginLife();
      const run = await life.bench.create();
      await expectFinished(life, run);
      const request = { run: run.run, format: 'text', text: 'what the page shows' } as const;
      await onSmallDisk(16, async (folder) => {
        fillUp(folder);
        life.bench.saveAs(join(folder, 'summary.txt'));
        expect(codeOf(await life.bench.saveSummary(request))).toBe('save.diskFull');
        expect(readdirSync(folder)).toEqual(['full']);
      });
      const path = join(newFolder(), 'summary.txt');
      life.bench.saveAs(path);
      expect(codeOf(await life.bench.saveSummary(request))).toBe('ok');
      expect(readFileSync(path, 'utf8')).toContain(request.text);
    },
  },
  {
    id: 'F-65',
    step,
    fault: 'the disk is full when a run goes on whose CreateKey was never answered',
    expected:
      'it stays uncertain and listed; once there is room the key is found, without a second CreateKey',
    skip: withoutSmallDisk,
    how: async () => {
      await onSmallDisk(64, async (folder) => {
        const life = await beginLife({}, {}, folder);
        const { bench } = life;
        bench.way.fail('CreateKey', 'answer lost');
        bench.way.failAlways('ListKeys', 'request lost');
        const run = await bench.create();
        await expectStopped(life, run, { code: 'run.createUnknown', next: 'continue' });
        fillUp(folder);
        const full = await bench.goOn(run);
        expect(full.failure?.error.code).toBe('journal.notWritten');
        expect(full.rows.find((row) => row.step === 'create-key')?.state).toBe('unknown');
        rmSync(join(folder, 'full'));
        bench.way.heal();
        await expectFinished(life, await bench.goOn(full));
        expect(bench.way.bodies('CreateKey')).toHaveLength(1);
        await expectOneEnabledKey(bench);
      });
    },
  },
];
