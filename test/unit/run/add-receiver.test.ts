import { describe, expect, it } from 'vitest';
import { expectOneEnabledKey, sentCount } from '../../faults/life';
import {
  add,
  answered,
  keyWithoutReceiver,
  plan,
  policyOf,
  snowflakePrincipal,
} from '../../helpers/addition-work';
import { allDone, codeOf, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { exceptionsOf, recordOf } from '../../helpers/saved-record';

const addedDone = 'put-policy done, policy done';

describe('a receiver that comes later', () => {
  it('is in no statement of the key that is made, and is work of its own until it is added', async () => {
    const { life, run, addition } = await keyWithoutReceiver();
    expect(rowsOf(run)).toBe(allDone);
    expect(run.handOver?.receiverStatement).toBeUndefined();
    expect(run.handOver?.actionsAllowed).toEqual([]);
    expect(await policyOf(life.bench, addition.keyArn)).not.toContain('210987654321');
    const { bench } = await life.next();
    expect(valueOf(await bench.listUnfinished()).runs).toMatchObject([
      {
        run: addition.work,
        job: 'add-receiver',
        keyArn: addition.keyArn,
        isUncertain: false,
        receiver: { preset: 'snowflake', asks: { from: 'later' } },
      },
    ]);
    valueOf(await bench.discardRun({ run: addition.work }));
    expect(valueOf(await (await life.next()).bench.listUnfinished()).runs).toEqual([]);
    await expectOneEnabledKey(bench);
  });

  it('does not take the key with it when it is removed, even with a session', async () => {
    const { life, addition } = await keyWithoutReceiver();
    const { bench } = await life.next();
    const discarded = await bench.discardRun({ run: addition.work, session: bench.session.view.session });
    expect(codeOf(discarded)).toBe('run.otherKey');
    await expectOneEnabledKey(bench);
  });

  it('cannot be resumed like a run, which would send what nobody was shown', async () => {
    const { life, addition } = await keyWithoutReceiver();
    const { bench } = await life.next();
    const resumed = await bench.resumeRun({ run: addition.work, session: bench.session.view.session });
    expect(codeOf(resumed)).toBe('ipc.badRequest');
  });
});

describe('adding by the key policy', () => {
  it('adds exactly what was shown, reads it back, and leaves the statements of others as they are', async () => {
    const { life, addition } = await keyWithoutReceiver();
    const { bench } = life;
    const before = await policyOf(bench, addition.keyArn);
    const shown = valueOf(await plan(bench, addition));
    if (shown.change.by !== 'policy') throw new Error('not by policy');
    expect(shown.change.before).toBe(before);
    expect(shown.change.added).toMatchObject([
      { principals: [snowflakePrincipal], actions: ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'] },
    ]);
    expect(sentCount(bench, 'PutKeyPolicy')).toBe(0);
    const run = await add(bench, shown);
    expect(rowsOf(run)).toBe(addedDone);
    expect(run.added).toMatchObject({ by: 'policy', wasThere: false, keyArn: addition.keyArn });
    const sent = JSON.parse(bench.way.bodies('PutKeyPolicy')[0] ?? '{}') as { Policy?: string }; // an SDK request
    expect(sent.Policy).toBe(shown.change.after);
    const [first, now] = [before, await policyOf(bench, addition.keyArn)].map(
      (text) => (JSON.parse(text) as { Statement: readonly unknown[] }).Statement, // a policy
    );
    expect(now?.slice(0, -1)).toEqual(first);
    expect(valueOf(await (await life.next()).bench.listUnfinished()).runs).toEqual([]);
    expect(valueOf(await bench.listFinished()).works).toEqual(
      expect.arrayContaining([expect.objectContaining({ job: 'add-receiver', work: addition.work })]),
    );
  });

  it('lets another service in as an account, by statements of the console with Sids that are free', async () => {
    const { life, addition } = await keyWithoutReceiver('other');
    const shown = valueOf(await plan(life.bench, addition, answered.other));
    const added = shown.change.by === 'policy' ? shown.change.added : [];
    expect(added.map(({ sid, principals }) => [sid, ...principals])).toEqual([
      ['Allow use of the key', 'arn:aws:iam::210987654321:root'],
      ['Allow attachment of persistent resources', 'arn:aws:iam::210987654321:root'],
    ]);
    expect(rowsOf(await add(life.bench, shown))).toBe(addedDone);
  });

  it('never writes over a policy that changed after it was shown, and shows it anew', async () => {
    const { life, addition } = await keyWithoutReceiver();
    const { bench } = life;
    const shown = valueOf(await plan(bench, addition));
    await bench.putPolicy(addition.keyArn, (policy) =>
      policy.replace('Enable IAM User Permissions', 'Theirs'),
    );
    const run = await add(bench, shown);
    expect(run.failure).toMatchObject({
      error: { code: 'policy.changed', changedInAws: false },
      next: 'change-receiver',
    });
    expect(sentCount(bench, 'PutKeyPolicy')).toBe(0);
    const again = valueOf(await plan(bench, addition));
    expect(again.change).toMatchObject({
      by: 'policy',
      before: expect.stringContaining('Theirs') as unknown,
    });
    expect(rowsOf(await add(bench, again))).toBe(addedDone);
    expect(await policyOf(bench, addition.keyArn)).toContain('Theirs');
  });

  it.each(['answer lost', 'request lost'] as const)(
    'looks up what became of it where the %s, and goes on without doing it twice',
    async (fault) => {
      const { life, addition } = await keyWithoutReceiver();
      const { bench } = life;
      const shown = valueOf(await plan(bench, addition));
      bench.way.fail('PutKeyPolicy', fault);
      const run = await add(bench, shown);
      const arrived = fault === 'answer lost';
      expect(rowsOf(run)).toBe(arrived ? addedDone : 'put-policy unknown');
      if (!arrived) expect(run.failure?.error.changedInAws).toBe(true);
      const end = arrived ? run : await bench.goOn(run);
      expect(rowsOf(end)).toBe(addedDone);
      expect(sentCount(bench, 'PutKeyPolicy')).toBe(arrived ? 1 : 2);
      const { record } = await recordOf(bench, end.run);
      expect(exceptionsOf(record)).toContain(arrived ? 'looked-up put-policy' : 'looked-up put-policy 2');
    },
  );

  it('goes on after the app was killed between the call and its answer, and sends nothing again', async () => {
    const { life, addition } = await keyWithoutReceiver();
    const shown = valueOf(await plan(life.bench, addition));
    life.bench.way.fail('PutKeyPolicy', 'answer lost');
    life.bench.way.onSend('PutKeyPolicy', () => life.bench.way.failAlways('GetKeyPolicy', 'request lost'));
    expect(rowsOf(await add(life.bench, shown))).toBe('put-policy unknown');
    const { bench } = await life.next();
    const [work] = valueOf(await bench.listUnfinished()).runs;
    expect(work).toMatchObject({
      job: 'add-receiver',
      isUncertain: true,
      receiver: { asks: { answers: { principal: [snowflakePrincipal] } } },
    });
    const again = valueOf(await plan(bench, addition));
    expect(again.isThere).toBe(true);
    const run = await add(bench, again);
    expect(rowsOf(run)).toBe(addedDone);
    expect(sentCount(bench, 'PutKeyPolicy')).toBe(0);
    const { record } = await recordOf(bench, run.run);
    expect(exceptionsOf(record)).toEqual(['resumed put-policy network.reset', 'looked-up put-policy 2']);
  });

  it('says nothing twice where AWS has it already, and writes nothing', async () => {
    const { life, addition } = await keyWithoutReceiver();
    await add(life.bench, valueOf(await plan(life.bench, addition)));
    const again = await plan(life.bench, addition);
    expect(codeOf(again)).toBe('ok');
    const shown = valueOf(again);
    expect(shown.isThere).toBe(true);
    const run = await add(life.bench, shown);
    expect(rowsOf(run)).toBe('put-policy skipped, policy done');
    expect(run.added?.wasThere).toBe(true);
    expect(sentCount(life.bench, 'PutKeyPolicy')).toBe(1);
  });

  it('names the identity that AWS does not know', async () => {
    const { life, addition } = await keyWithoutReceiver('snowflake', { unknownAccounts: ['210987654321'] });
    const run = await add(life.bench, valueOf(await plan(life.bench, addition)));
    expect(run.failure).toMatchObject({
      error: {
        code: 'receiver.unknownPrincipal',
        changedInAws: false,
        facts: { principals: snowflakePrincipal, count: 1 },
      },
      next: 'change-receiver',
    });
  });

  it('names the statement that was there before and blocks every change', async () => {
    const { life, addition } = await keyWithoutReceiver();
    const { bench } = life;
    const shown = valueOf(await plan(bench, addition));
    bench.way.fail('PutKeyPolicy', {
      name: 'MalformedPolicyDocumentException',
      message: 'Policy contains a statement with one or more invalid principals.',
    });
    // What AWS puts in the place of a role that was deleted.
    const ghost = (body: string): string =>
      body.replace(/arn:aws:iam::111122223333:role[^"\\]*/, 'AROAIIAUMPGZXJDTDRKZQ');
    bench.way.failAlways('GetKeyPolicy', { otherwise: ghost });
    const haunted = valueOf(await plan(bench, addition));
    expect(haunted.plan).not.toBe(shown.plan);
    const run = await add(bench, haunted);
    expect(run.failure?.error).toMatchObject({
      code: 'policy.oldStatement',
      facts: {
        reason: 'principal',
        principal: 'AROAIIAUMPGZXJDTDRKZQ',
        sid: 'Allow access for Key Administrators',
      },
    });
  });

  it('refuses a policy that would lock the caller out, before anything is sent', async () => {
    const { life, addition } = await keyWithoutReceiver();
    life.bench.way.failAlways('GetKeyPolicy', {
      otherwise: (body) => body.replaceAll('kms:*', 'kms:Get*').replaceAll('kms:Put*', 'kms:List*'),
    });
    expect(codeOf(await plan(life.bench, addition))).toBe('policy.locksOut');
    expect(sentCount(life.bench, 'PutKeyPolicy')).toBe(0);
  });

  it('waits while AWS still answers with the former policy, and fails where it answers with another', async () => {
    const { life, addition } = await keyWithoutReceiver();
    const { bench } = life;
    const shown = valueOf(await plan(bench, addition));
    if (shown.change.by !== 'policy') throw new Error('not by policy');
    const { before } = shown.change;
    const former = { otherwise: () => JSON.stringify({ Policy: before, PolicyName: 'default' }) };
    bench.way.onSend('PutKeyPolicy', () => bench.way.fail('GetKeyPolicy', former, former, former));
    expect(rowsOf(await add(bench, shown))).toBe(addedDone);
    const other = await keyWithoutReceiver();
    const next = valueOf(await plan(other.life.bench, other.addition));
    const foreign = { otherwise: (body: string) => body.replaceAll('GenerateDataKeyWithoutPlaintext', '*') };
    other.life.bench.way.onSend('PutKeyPolicy', () =>
      other.life.bench.way.failAlways('GetKeyPolicy', foreign),
    );
    const run = await add(other.life.bench, next);
    expect(run.failure?.error).toMatchObject({ code: 'verify.policyDiffers', changedInAws: true });
  });

  it('is recorded with the policy before and after', async () => {
    const { life, addition } = await keyWithoutReceiver();
    const shown = valueOf(await plan(life.bench, addition));
    const run = await add(life.bench, shown);
    const { record } = await recordOf(life.bench, run.run);
    expect(record.ceremony).toMatchObject({ job: 'add-receiver', mode: 'aws', id: addition.work });
    expect([record.material, record.wrapping, record.custody, record.erasure]).toEqual(Array(4).fill('none'));
    if (shown.change.by !== 'policy') throw new Error('not by policy');
    expect(record.policy).toMatchObject({
      text: shown.change.after,
      former: { text: shown.change.before },
      readBack: true,
      statements: [{ principals: [snowflakePrincipal] }],
    });
    expect(record.receiver).toMatchObject({ accountId: '210987654321' });
    expect(record.calls === 'none' ? [] : record.calls.map(({ operation }) => operation)).toEqual([
      'GetKeyPolicy',
      'PutKeyPolicy',
      'GetKeyPolicy',
    ]);
  });
});
