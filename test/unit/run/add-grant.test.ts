import { CreateGrantCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { sentCount } from '../../faults/life';
import { add, answered, grantsOf, keyWithoutReceiver, plan, webexUser } from '../../helpers/addition-work';
import { codeOf, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { recordOf } from '../../helpers/saved-record';

const grantDone = 'create-grant done, grant done';

describe('adding by a grant', () => {
  it('makes the grant that was shown, and reads it back', async () => {
    const { life, addition } = await keyWithoutReceiver('webex');
    const shown = valueOf(await plan(life.bench, addition, answered.webex));
    expect(shown).toMatchObject({
      isThere: false,
      change: {
        by: 'grant',
        grant: { grantee: webexUser, retiring: webexUser, operations: ['Encrypt', 'Decrypt', 'DescribeKey'] },
      },
    });
    const run = await add(life.bench, shown);
    expect(rowsOf(run)).toBe(grantDone);
    expect(await grantsOf(life.bench, addition.keyArn)).toMatchObject([
      { GranteePrincipal: webexUser, RetiringPrincipal: webexUser, Name: `keyferry-${addition.work}` },
    ]);
    expect(sentCount(life.bench, 'PutKeyPolicy')).toBe(0);
    const { record } = await recordOf(life.bench, run.run);
    expect(record.grant).toMatchObject({ grantee: webexUser, readBack: true });
    expect(record.policy).toBe('none');
  });

  it.each(['answer lost', 'request lost'] as const)('is never made twice where the %s', async (fault) => {
    const { life, addition } = await keyWithoutReceiver('webex');
    const { bench } = life;
    bench.way.fail('CreateGrant', fault);
    const run = await add(bench, valueOf(await plan(bench, addition, answered.webex)));
    const end = fault === 'answer lost' ? run : await bench.goOn(run);
    expect(rowsOf(end)).toBe(grantDone);
    expect(await grantsOf(bench, addition.keyArn)).toHaveLength(1);
  });

  it('is found again by its name after the app was killed', async () => {
    const { life, addition } = await keyWithoutReceiver('webex');
    life.bench.way.fail('CreateGrant', 'answer lost');
    const shown = valueOf(await plan(life.bench, addition, answered.webex));
    life.bench.way.onSend('CreateGrant', () => life.bench.way.failAlways('ListGrants', 'request lost'));
    expect(rowsOf(await add(life.bench, shown))).toBe('create-grant unknown');
    const { bench } = await life.next();
    const again = valueOf(await plan(bench, addition, answered.webex));
    expect(again.isThere).toBe(true);
    expect(rowsOf(await add(bench, again))).toBe(grantDone);
    expect(sentCount(bench, 'CreateGrant')).toBe(0);
    expect(await grantsOf(bench, addition.keyArn)).toHaveLength(1);
  });

  it('says where its name stands for another identity', async () => {
    const { life, addition } = await keyWithoutReceiver('webex');
    await life.bench.outside.send(
      new CreateGrantCommand({
        KeyId: addition.keyArn,
        GranteePrincipal: `${webexUser}-2`,
        Operations: ['Encrypt'],
        Name: `keyferry-${addition.work}`,
      }),
    );
    expect(codeOf(await plan(life.bench, addition, answered.webex))).toBe('grant.other');
  });

  it('names the identity that AWS does not know', async () => {
    const { life, addition } = await keyWithoutReceiver('webex', { unknownAccounts: ['210987654321'] });
    const run = await add(life.bench, valueOf(await plan(life.bench, addition, answered.webex)));
    expect(run.failure?.error).toMatchObject({
      code: 'receiver.unknownPrincipal',
      changedInAws: false,
      facts: { principals: webexUser, count: 1 },
    });
  });
});
