import { describe, expect, it } from 'vitest';
import { sentCount } from '../../faults/life';
import { add, answered, plan, policyOf } from '../../helpers/addition-work';
import { openedKey } from '../../helpers/again-work';
import { rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { granteesOf, keyWithReceiver } from '../../helpers/revoke-work';

const account = answered.other.accountId;

/** A key that a person has opened, and a receiver to be allowed. */
async function allowing() {
  const { life, keyArn } = await keyWithReceiver({ grants: 0 });
  const { bench } = life;
  const { key } = await openedKey(bench, keyArn);
  const { session } = bench.session.view;
  return { life, bench, keyArn, addition: valueOf(await bench.allowReceiver({ key, session })) };
}

describe('allowing a receiver to use a key that was opened', () => {
  it('shows the difference, writes it, reads it back, and needs no tag of a run', async () => {
    const { bench, keyArn, addition } = await allowing();
    const before = await policyOf(bench, keyArn);
    const shown = valueOf(await plan(bench, addition, answered.other));
    expect(shown.change).toMatchObject({ by: 'policy', before });
    expect(sentCount(bench, 'PutKeyPolicy')).toBe(0);
    const run = await add(bench, shown);
    expect(rowsOf(run)).toBe('put-policy done, policy done');
    expect(run.added).toMatchObject({ keyArn, by: 'policy' });
    expect(await policyOf(bench, keyArn)).toContain(account);
  });

  it('makes a grant where the receiver takes one', async () => {
    const { bench, keyArn, addition } = await allowing();
    const run = await add(bench, valueOf(await plan(bench, addition, answered.webex)));
    expect(run.added).toMatchObject({ by: 'grant' });
    expect(await granteesOf(bench, keyArn)).toHaveLength(2);
  });

  it('writes nothing over a policy that changed meanwhile, and leaves nothing unfinished by that', async () => {
    const { life, bench, keyArn, addition } = await allowing();
    const shown = valueOf(await plan(bench, addition, answered.other));
    await bench.putPolicy(keyArn, (policy) => policy.replace('key-consolepolicy-3', 'theirs'));
    expect((await add(bench, shown)).failure?.error.code).toBe('policy.changed');
    expect(valueOf(await (await life.next()).bench.listUnfinished()).runs).toEqual([]);
    const run = await add(bench, valueOf(await plan(bench, addition, answered.other)));
    expect(run.added).toMatchObject({ by: 'policy' });
  });

  it('is unfinished work where the answer stays out, and goes on in another app', async () => {
    const { life, bench, keyArn, addition } = await allowing();
    const shown = valueOf(await plan(bench, addition, answered.other));
    bench.way.fail('PutKeyPolicy', 'answer lost');
    bench.way.onSend('PutKeyPolicy', () =>
      bench.way.failAlways('GetKeyPolicy', { name: 'KMSInternalException' }),
    );
    expect((await add(bench, shown)).failure?.error.changedInAws).toBe(true);
    const next = (await life.next()).bench;
    expect(valueOf(await next.listUnfinished()).runs).toMatchObject([{ run: addition.work, isOpened: true }]);
    const run = await add(next, valueOf(await plan(next, addition, answered.other)));
    expect(run.added).toMatchObject({ keyArn, by: 'policy' });
    expect(sentCount(next, 'PutKeyPolicy')).toBe(0);
  });
});
