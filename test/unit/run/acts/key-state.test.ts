import { describe, expect, it } from 'vitest';
import { actOn, keyAt, planned } from '../../../helpers/act-work';
import { createWithCopy, loseMaterial } from '../../../helpers/again-work';
import { codeOf, createBench, rowsOf } from '../../../helpers/ceremony-bench';
import { sentCount } from '../../../faults/life';

async function keyOnBench() {
  const bench = await createBench();
  const { keyArn } = await createWithCopy(bench);
  return { bench, keyArn };
}

describe('disabling and enabling a key', () => {
  it('stops the key, says what changed, and brings it back', async () => {
    const { bench, keyArn } = await keyOnBench();
    const off = await actOn(bench, keyArn, { do: 'disable-key' });
    expect(rowsOf(off)).toBe('disable-key done, see-state done');
    expect(off.acted).toMatchObject({
      state: 'Disabled',
      changes: [{ what: 'state', before: 'Enabled', after: 'Disabled' }],
    });
    expect(await keyAt(bench, keyArn)).toMatchObject({ KeyState: 'Disabled' });
    const on = await actOn(bench, keyArn, { do: 'enable-key' });
    expect(on.acted).toMatchObject({ state: 'Enabled' });
    expect(await keyAt(bench, keyArn)).toMatchObject({ KeyState: 'Enabled' });
  });

  it('sends nothing twice where an answer is lost', async () => {
    for (const [fault, sent] of [
      ['answer lost', 1],
      ['request lost', 2],
    ] as const) {
      const { bench, keyArn } = await keyOnBench();
      bench.way.fail('DisableKey', fault);
      const run = await actOn(bench, keyArn, { do: 'disable-key' });
      expect(rowsOf(run.failure ? await bench.goOn(run) : run)).toBe('disable-key done, see-state done');
      expect(sentCount(bench, 'DisableKey')).toBe(sent);
      expect(await keyAt(bench, keyArn)).toMatchObject({ KeyState: 'Disabled' });
    }
  });

  it('is not planned in a state in which AWS refuses it', async () => {
    const { bench, keyArn } = await keyOnBench();
    await loseMaterial(bench, keyArn);
    expect(codeOf(await planned(bench, keyArn, { do: 'disable-key' }))).toBe('act.keyState');
  });
});
