import { DescribeKeyCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { planned } from '../../../helpers/act-work';
import { changedFacts } from '../../../../renderer/words/printed/record-paper';
import { codeOf, rowsOf, valueOf } from '../../../helpers/ceremony-bench';
import { editActNote } from '../../../helpers/edited-note';
import { recordOf } from '../../../helpers/saved-record';
import {
  carryOut,
  granteesOf,
  grantTo,
  keyWithReceiver,
  policyOf,
  putPolicy,
  receiver,
  revoke,
  revokeOn,
  role,
  stranger,
} from '../../../helpers/revoke-work';
import { sentCount, type Life } from '../../../faults/life';

const allDone =
  'take-out-receiver done, policy done, revoke-grants done, wait-for-edit done, second-look done';

/** The receiver's own way to AWS. */
const asReceiver = ({ bench }: Life): KMSClient =>
  new KMSClient({
    region: 'eu-central-1',
    requestHandler: bench.practice,
    credentials: { accessKeyId: stranger.accessKeyId, secretAccessKey: 'x' },
    systemClockOffset: bench.clock.now().getTime() - Date.now(),
  });

const encryptAs = (kms: KMSClient, KeyId: string) =>
  kms.send(new EncryptCommand({ KeyId, Plaintext: new Uint8Array(3) }));

describe('revoking a receiver', () => {
  it('takes it out of the policy and revokes its grants, and waits five minutes before the second look', async () => {
    const { life, keyArn } = await keyWithReceiver({ grants: 2 });
    const { bench } = life;
    const before = await policyOf(bench, keyArn);
    const begun = bench.clock.now().getTime();
    const run = await revokeOn(bench, keyArn);
    expect(rowsOf(run)).toBe(allDone);
    expect(bench.clock.now().getTime() - begun).toBeGreaterThanOrEqual(300_000);
    const after = await policyOf(bench, keyArn);
    expect([before.includes(receiver), after.includes(receiver)]).toEqual([true, false]);
    expect(await granteesOf(bench, keyArn)).toEqual([role('Other', '333344445555')]);
    expect(run.acted?.changes.map(({ what, after: end }) => `${what} ${end}`)).toEqual([
      'policy statement-gone',
      'policy statement-gone',
      'grant revoked',
      'grant revoked',
    ]);
    expect(run.acted?.revoked).toMatchObject({ accountId: receiver, kept: [] });
  });

  it('leaves the receiver without a way in: through the policy, and through a grant', async () => {
    const { life, keyArn } = await keyWithReceiver({ grants: 0 });
    const kms = asReceiver(life);
    await encryptAs(kms, keyArn);
    await grantTo(life.bench, keyArn, stranger.arn);
    await putPolicy(
      life.bench,
      keyArn,
      (await policyOf(life.bench, keyArn)).replaceAll(`${receiver}:root`, `${receiver}:role/Nobody`),
    );
    await kms.send(new DescribeKeyCommand({ KeyId: keyArn }));
    await expect(encryptAs(kms, keyArn)).rejects.toThrow('not authorized');
    expect(rowsOf(await revokeOn(life.bench, keyArn))).toBe(allDone);
    await expect(kms.send(new DescribeKeyCommand({ KeyId: keyArn }))).rejects.toThrow('not authorized');

    const other = await keyWithReceiver({ grants: 0 });
    const itsKms = asReceiver(other.life);
    await encryptAs(itsKms, other.keyArn);
    expect(rowsOf(await revokeOn(other.life.bench, other.keyArn))).toBe(allDone);
    await expect(encryptAs(itsKms, other.keyArn)).rejects.toThrow('not authorized');
  });

  it('reaches a receiver that only grants let in, and changes no policy for it', async () => {
    const { life, keyArn } = await keyWithReceiver();
    const run = await revokeOn(life.bench, keyArn, '333344445555');
    expect(rowsOf(run)).toBe(allDone.replace('take-out-receiver done', 'take-out-receiver skipped'));
    expect(sentCount(life.bench, 'PutKeyPolicy')).toBe(0);
    expect(await granteesOf(life.bench, keyArn)).toEqual([role('Reader-0')]);
  });

  it('leaves a grant that a person has not ticked, and revokes no other than it was told', async () => {
    const { life, keyArn } = await keyWithReceiver({ grants: 2 });
    const { bench } = life;
    const plan = valueOf(await planned(bench, keyArn, revoke()));
    const { session } = bench.session.view;
    const grants = plan.revoke?.grants.read ? plan.revoke.grants.value : [];
    const ticked = grants.filter(({ grantee }) => grantee === role('Reader-1')).map(({ grantId }) => grantId);
    const act = { ...revoke(), grants: ticked };
    const run = valueOf(await bench.carryOut({ plan: plan.plan, session, act }));
    expect(rowsOf(run)).toBe(allDone);
    expect(await granteesOf(bench, keyArn)).toEqual([role('Reader-0'), role('Other', '333344445555')].sort());
    expect(run.acted?.revoked?.kept).toEqual([`Decrypt, DescribeKey: ${role('Reader-0')}`]);
  });

  it('begins nothing with a grant that was not shown, or for another account than was shown', async () => {
    const { life, keyArn } = await keyWithReceiver();
    const { bench } = life;
    const plan = valueOf(await planned(bench, keyArn, revoke()));
    const { session } = bench.session.view;
    for (const act of [
      { ...revoke(), grants: ['f'.repeat(64)] },
      revoke('333344445555'),
      { ...revoke(), mends: true },
    ]) {
      expect(codeOf(await bench.carryOut({ plan: plan.plan, session, act }))).toBe('plan.gone');
    }
    expect(await granteesOf(bench, keyArn)).toHaveLength(2);
    expect(sentCount(bench, 'PutKeyPolicy')).toBe(0);
  });

  it('refuses the account of the key itself, and one that nothing names', async () => {
    const { life, keyArn } = await keyWithReceiver();
    expect(codeOf(await planned(life.bench, keyArn, revoke('111122223333')))).toBe('act.ownAccount');
    expect(codeOf(await planned(life.bench, keyArn, revoke('555566667777')))).toBe('act.noReceiver');
  });

  it('stops waiting when it is asked to, and goes on in another app with what is left of the time', async () => {
    const { life, keyArn } = await keyWithReceiver();
    const { bench } = life;
    bench.onProgress(({ rows }) => {
      const waits = rows.find(({ step, leftMs }) => step === 'wait-for-edit' && leftMs !== undefined);
      if (waits?.leftMs !== undefined && waits.leftMs <= 200_000) void bench.cancelRun();
    });
    const paused = await revokeOn(bench, keyArn);
    expect(paused.failure).toMatchObject({
      error: { code: 'run.cancelled', changedInAws: true },
      next: 'continue',
    });
    expect(rowsOf(paused)).toBe('take-out-receiver done, policy done, revoke-grants done');
    const next = await life.next();
    const [work] = valueOf(await next.bench.listUnfinished()).runs;
    const from = bench.clock.now().getTime();
    const { session } = next.bench.session.view;
    const run = valueOf(await next.bench.resumeRun({ run: work?.run ?? '', session }));
    expect(rowsOf(run)).toBe(allDone);
    const waited = bench.clock.now().getTime() - from;
    expect(waited).toBeGreaterThan(0);
    expect(waited).toBeLessThanOrEqual(200_000);
    expect(sentCount(next.bench, 'PutKeyPolicy')).toBe(0);
  });

  it('writes nothing over a policy that changed after it was shown', async () => {
    const { life, keyArn } = await keyWithReceiver();
    const { bench } = life;
    const plan = valueOf(await planned(bench, keyArn, revoke()));
    await bench.putPolicy(keyArn, (policy) => policy.replace('key-consolepolicy-3', 'theirs'));
    const run = valueOf(await carryOut(bench, plan));
    expect(run.failure).toMatchObject({ error: { code: 'policy.changed' }, next: 'change-receiver' });
    expect(sentCount(bench, 'PutKeyPolicy')).toBe(0);
    expect(await policyOf(bench, keyArn)).toContain('theirs');
  });

  it('revokes no grant of anybody else, whatever a note says', async () => {
    const { life, keyArn } = await keyWithReceiver();
    const { bench } = life;
    const plan = valueOf(await planned(bench, keyArn, revoke()));
    bench.way.failAlways('ListGrants', { name: 'AccessDeniedException' });
    expect(valueOf(await carryOut(bench, plan)).failure?.error.code).toBe('act.halfRevoked');
    bench.way.heal();
    const listed = await bench.session.kms.listGrants(keyArn);
    const ids = listed.outcome === 'done' ? listed.value.map(({ grantId }) => grantId) : [];
    expect(ids).toHaveLength(2);
    await editActNote(life.folder, (run) => ({ ...run, act: { ...revoke(), grants: ids } }));
    const next = (await life.next()).bench;
    const [work] = valueOf(await next.listUnfinished()).runs;
    const { session } = next.session.view;
    const run = valueOf(await next.resumeRun({ run: work?.run ?? '', session }));
    expect(run.acted?.revoked?.kept).toEqual([]);
    expect(await granteesOf(bench, keyArn)).toEqual([role('Other', '333344445555')]);
  });

  it('leaves a record with the policy before and after, and each grant', async () => {
    const { life, keyArn } = await keyWithReceiver();
    const run = await revokeOn(life.bench, keyArn);
    const { record } = await recordOf(life.bench, run.run);
    expect(record.ceremony.job).toBe('revoke-receiver');
    if (record.policy === 'none') throw new Error('The policy is missing.');
    expect([record.policy.former?.text.includes(receiver), record.policy.text.includes(receiver)]).toEqual([
      true,
      false,
    ]);
    const changed = record.changes === 'none' ? [] : (record.changes ?? []);
    expect(changed.map(({ what, after }) => `${what} ${after}`)).toEqual([
      'policy statement-gone',
      'policy statement-gone',
      'grant revoked',
    ]);
    expect(changedFacts(record).map(({ value }) => value)).toContain(
      `Decrypt, DescribeKey: ${role('Reader-0')}: revoked`,
    );
  });
});
