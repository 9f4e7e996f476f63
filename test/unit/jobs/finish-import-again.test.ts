import { DisableKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { createBench, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { finishOffline, offlineWork } from '../../helpers/offline-work';
import { exceptionsOf, recordOf } from '../../helpers/saved-record';

const allDone = 'import done, describe done, round-trip done, policy done';

describe('finishing an offline import into a key that had material before', () => {
  it('goes into a key that was disabled before, and leaves it so', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    valueOf(await finishOffline(bench, work, [work.package]));
    await bench.outside.send(new DisableKeyCommand({ KeyId: work.keyId }));
    const run = valueOf(await finishOffline(bench, work, [work.package]));
    expect(rowsOf(run)).toBe('import done, describe done, round-trip skipped, policy done');
    expect(run.handOver).toMatchObject({
      keyState: 'Disabled',
      untested: 'stopped',
      again: { aim: 'finish', stateBefore: 'Disabled', policy: 'same' },
    });
  });

  it('notices that somebody disabled the key, or changed its policy, meanwhile', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    valueOf(await finishOffline(bench, work, [work.package]));
    bench.way.failAlways('Encrypt', 'request lost');
    const begun = valueOf(await finishOffline(bench, work, [work.package]));
    bench.way.heal();
    await bench.putPolicy(work.keyId, (policy) => policy.replace(/"Sid"\s*:\s*"[^"]+"/, '"Sid":"other"'));
    const told = await bench.goOn(begun);
    expect(told.failure?.error.code).toBe('reimport.policyChanged');
    const ended = await bench.goOn(told);
    expect(rowsOf(ended)).toBe(allDone);
    expect(ended.handOver?.again?.policy).toBe('changed');
    expect(exceptionsOf((await recordOf(bench, ended.run)).record)).toContainEqual(
      'resumed policy reimport.policyChanged',
    );
    bench.way.failAlways('ImportKeyMaterial', 'request lost');
    const lost = valueOf(await finishOffline(bench, work, [work.package]));
    bench.way.heal();
    await bench.outside.send(new DisableKeyCommand({ KeyId: work.keyId }));
    expect((await bench.goOn(lost)).failure?.error.code).toBe('run.keyChanged');
  });
});
