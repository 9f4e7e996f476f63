import { GetKeyPolicyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { receiverPolicyText } from '../../../main/aws/policy/receiver-statement';
import type { ReceiverChoice } from '../../../main/shared/views/aws';
import { beginLife } from '../../faults/life';
import { makeShares, restoreShares } from '../../faults/material-in-shares';
import { allDone, createBench, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { recordOf } from '../../helpers/saved-record';

const role = 'arn:aws:iam::210987654321:role/Service';
const statement = {
  Sid: 'Allow use of the key',
  Effect: 'Allow',
  Principal: { AWS: role },
  Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'example' } },
};
/** What a guide prints, and more prose than fits in many mails: 32 KiB in all. */
const words = `Put this into the key policy:\n${JSON.stringify([statement], undefined, 2)}\n`;
const printed = words.padEnd(32 * 1024, 'Ask us if you are not sure. ');

const receiver = (text: string): ReceiverChoice => ({
  preset: 'other',
  name: 'Example Data',
  accountId: '',
  needsGrants: false,
  asks: { from: 'statement', text },
});

const written = { ...statement, Sid: 'Allow use of the key - receiver' };
const statementsIn = (policy = '{}'): unknown => (JSON.parse(policy) as { Statement: unknown }).Statement;

describe('a ceremony with a statement that was pasted', () => {
  it('sets the policy that was shown, and says it in the hand-over and in the record', async () => {
    const bench = await createBench();
    const draft = { ...bench.draft, receiver: receiver(printed) };
    const plan = valueOf(await bench.planKey({ draft }));
    expect(statementsIn(plan.policyJson)).toContainEqual(written);
    expect(plan.statements.at(-1)).toMatchObject({ sid: written.Sid, principals: [role] });
    expect(plan.draft.receiver.accountId).toBe('210987654321');
    const run = valueOf(await bench.createAndImport({ plan: plan.plan }));
    expect(rowsOf(run)).toBe(allDone);
    const { Policy } = await bench.outside.send(new GetKeyPolicyCommand({ KeyId: run.keyArn }));
    expect(statementsIn(Policy)).toContainEqual(written);
    expect(run.handOver).toMatchObject({
      receiver: { name: 'Example Data', accountId: '210987654321' },
      actionsAllowed: statement.Action,
      receiverStatement: receiverPolicyText(run.keyArn ?? '', [
        {
          sid: written.Sid,
          principals: [role],
          actions: statement.Action,
          conditions: [
            { operator: 'StringEquals', key: 'kms:EncryptionContext:tenant', values: ['example'] },
          ],
        },
      ]),
    });
    const { record } = await recordOf(bench, run.run);
    expect(record).toMatchObject({ policy: { text: plan.policyJson } });
  });

  it('says in the record what was unusual, and was confirmed', async () => {
    const bench = await createBench();
    const text = JSON.stringify({
      ...statement,
      Action: ['kms:Decrypt', 'kms:CreateGrant', 'kms:GetKeyPolicy'],
    });
    const run = await bench.create({ receiver: receiver(text) });
    const { record } = await recordOf(bench, run.run);
    const words = record.exceptions === 'none' ? [] : record.exceptions;
    expect(words.filter(({ kind }) => kind === 'unusual-statement')).toEqual([
      expect.objectContaining({ word: 'kms:CreateGrant', times: 1 }),
      expect.objectContaining({ word: 'kms:GetKeyPolicy', times: 1 }),
    ]);
  });

  it('goes through where the statement names an organization and no account', async () => {
    const bench = await createBench();
    const text = JSON.stringify({
      ...statement,
      Principal: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ygducmlz12' } },
    });
    const run = await bench.create({ receiver: receiver(text) });
    expect(rowsOf(run)).toBe(allDone);
    expect(run.handOver).toMatchObject({ receiver: { accountId: '' } });
    await recordOf(bench, run.run);
  });

  it('keeps it when it is resumed', async () => {
    const life = await beginLife();
    const { material, folder } = await makeShares(life.bench);
    life.bench.way.failAlways('CreateKey', 'request lost');
    await life.bench.create({ material, receiver: receiver(printed) });
    const { bench } = await life.next();
    const [left] = valueOf(await bench.listUnfinished()).runs;
    const session = bench.session.view.session;
    const stopped = valueOf(await bench.resumeRun({ run: left?.run ?? '', session }));
    const done = await bench.goOn(stopped, { material: await restoreShares(bench, folder) });
    expect(rowsOf(done)).toBe(allDone);
    const { Policy } = await bench.outside.send(new GetKeyPolicyCommand({ KeyId: done.keyArn }));
    expect(statementsIn(Policy)).toContainEqual(written);
    expect(done.handOver?.receiver?.accountId).toBe('210987654321');
  });
});
