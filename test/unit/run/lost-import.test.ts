import { randomBytes } from 'node:crypto';
import { DisableKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { makeShares, restoreShares, type Bench } from '../../faults/material-in-shares';
import { allDone, createBench, rowsOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { importMaterial, needed } from '../../helpers/import-material';
import { createMovingClock } from '../../helpers/moving-clock';
import { offlineWork } from '../../helpers/offline-work';
import { recordOf } from '../../helpers/saved-record';

const bodies = ({ way }: Bench): readonly string[] => way.bodies('ImportKeyMaterial');

async function onlyKey({ outside }: Bench): Promise<string> {
  const { Keys = [] } = await outside.send(new ListKeysCommand({}));
  return needed(Keys[0]?.KeyId);
}

/** A bench in which something happens while the app waits before it sends the import again. */
async function benchWith(meanwhile: (bench: Bench) => Promise<unknown>) {
  const clock = createMovingClock();
  let hasHappened = false;
  const bench: Bench = await createBench(
    {},
    {
      clock,
      ownClock: {
        ...clock,
        sleep: async (milliseconds) => {
          await clock.sleep(milliseconds);
          if (hasHappened || bodies(bench).length === 0) return;
          hasHappened = true;
          await meanwhile(bench);
        },
      },
    },
  );
  return bench;
}

const importTheirs = async (bench: Bench) =>
  importMaterial(bench.outside, await onlyKey(bench), randomBytes(32));

describe('ImportKeyMaterial without an answer', () => {
  it('is not done because somebody else imported between it and the next look (audit 5)', async () => {
    const bench = await benchWith(importTheirs);
    bench.way.fail('ImportKeyMaterial', 'request lost');
    const run = await bench.create();
    expect(run.failure).toMatchObject({
      error: { code: 'run.otherMaterial', changedInAws: true },
      next: 'stop',
    });
    expect(rowsOf(run)).toContain('import failed');
    expect(run.handOver).toBeUndefined();
  });

  it('is not done because somebody else imported before it is gone on with (audit 5)', async () => {
    const bench = await createBench();
    bench.way.failAlways('ImportKeyMaterial', 'request lost');
    const lost = await bench.create();
    expect(lost.failure?.error.code).toBe('run.importUnknown');
    await importTheirs(bench);
    bench.way.heal();
    const run = await bench.goOn(lost);
    expect(run.failure).toMatchObject({ error: { code: 'run.otherMaterial' }, next: 'stop' });
    expect(run.handOver).toBeUndefined();
  });

  it('of an offline import is not done by somebody else’s either (audit 5)', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    const { handle } = shownOf(await bench.readReturnPackage({ files: [work.package] }));
    const { session } = bench.session.view;
    bench.way.failAlways('ImportKeyMaterial', 'request lost');
    const lost = valueOf(
      await bench.finishImport({
        returned: handle,
        session,
        expiry: { kind: 'never' },
        transfer: work.proof,
      }),
    );
    await importMaterial(bench.outside, work.keyId, randomBytes(32));
    bench.way.heal();
    expect((await bench.goOn(lost)).failure).toMatchObject({
      error: { code: 'run.otherMaterial' },
      next: 'stop',
    });
  });

  it('is settled by the same bytes once more, which the record says', async () => {
    const bench = await createBench();
    bench.way.fail('ImportKeyMaterial', 'answer lost');
    const run = await bench.create();
    expect(rowsOf(run)).toBe(allDone);
    expect(bodies(bench)).toHaveLength(2);
    expect(new Set(bodies(bench)).size).toBe(1);
    const { record } = await recordOf(bench, run.run);
    const imports =
      record.calls === 'none'
        ? []
        : record.calls.filter(({ operation }) => operation === 'ImportKeyMaterial');
    expect(imports.map(({ outcome, times }) => `${outcome} ${times}`)).toEqual(['unknown 1', 'done 1']);
  });

  it('is sent three times in all, and then the person decides', async () => {
    const bench = await createBench();
    bench.way.failAlways('ImportKeyMaterial', 'request lost');
    const run = await bench.create();
    expect(run.failure).toMatchObject({
      error: { code: 'run.importUnknown', retry: 'check-first', changedInAws: true },
      next: 'continue',
    });
    expect(bodies(bench)).toHaveLength(3);
    bench.way.heal();
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
    expect(new Set(bodies(bench)).size).toBe(1);
  });

  it('stays uncertain when AWS then refuses for another reason than the material', async () => {
    const bench = await createBench();
    bench.way.fail('ImportKeyMaterial', 'request lost', { name: 'AccessDeniedException' });
    const run = await bench.create();
    expect(run.failure).toMatchObject({ error: { code: 'aws.accessDenied' }, next: 'continue' });
    expect(rowsOf(run)).toContain('import unknown');
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
  });

  it('is settled under fresh parameters once its token is over, with the same copy and no other', async () => {
    const bench = await createBench();
    const { material, folder } = await makeShares(bench);
    const other = await makeShares(bench);
    bench.way.fail('ImportKeyMaterial', 'answer lost', 'request lost', 'request lost');
    const lost = await bench.create({ material });
    expect(lost.failure?.error.code).toBe('run.importUnknown');
    bench.clock.moveOn(25 * 60 * 60_000);
    const asked = await bench.goOn(lost);
    expect(asked.failure?.error.code).toBe('copy.released');
    expect(asked.failure?.error.facts).toBeUndefined();
    const refused = await bench.goOn(asked, { material: await restoreShares(bench, other.folder) });
    expect(refused.failure?.error.code).toBe('copy.otherMaterial');
    expect(bodies(bench)).toHaveLength(3);
    const done = await bench.goOn(refused, { material: await restoreShares(bench, folder) });
    expect(rowsOf(done)).toBe(allDone);
  });

  it('is not sent again to a key that somebody disabled meanwhile', async () => {
    const bench = await benchWith(async (own) =>
      own.outside.send(new DisableKeyCommand({ KeyId: await onlyKey(own) })),
    );
    bench.way.fail('ImportKeyMaterial', 'answer lost');
    const run = await bench.create();
    expect(run.failure).toMatchObject({
      error: { code: 'run.keyChanged', facts: { state: 'Disabled' } },
      next: 'stop',
    });
    expect(bodies(bench)).toHaveLength(1);
  });
});
