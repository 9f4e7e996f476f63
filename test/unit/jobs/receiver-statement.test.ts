import { describe, expect, it } from 'vitest';
import { createReceiverStatement } from '../../../main/jobs/receiver-statement';
import { changed, organization, own, role, text, theirs } from '../receivers/statements/pasted';

const { readStatement } = createReceiverStatement().verbs;
const pasted = (text: string) => ({ from: 'statement' as const, text });

describe('a pasted statement is explained', () => {
  it('as it will stand in the policy, with the account that it names', async () => {
    const told = await readStatement({ asks: pasted(changed({ Principal: { AWS: [role, theirs] } })) });
    if (!told.ok) throw new Error(told.error.code);
    const { statements, json, accountId } = told.value;
    expect(accountId).toBe('444455556666');
    expect(statements).toEqual([
      {
        sid: 'UseByService',
        principals: [role, theirs],
        actions: ['kms:Encrypt', 'kms:Decrypt'],
        onlyForAwsResources: false,
      },
    ]);
    expect(JSON.parse(json)).toEqual([
      expect.objectContaining({ Sid: 'UseByService', Principal: { AWS: [role, theirs] }, Resource: '*' }),
    ]);
  });

  it.each<[string, object, string]>([
    [
      'an account that everybody is bound to',
      { StringEquals: { 'kms:CallerAccount': '444455556666' } },
      '444455556666',
    ],
    ['no account', organization, ''],
  ])('for everybody, and says %s', async (_, Condition, account) => {
    const told = await readStatement({ asks: pasted(changed({ Principal: '*', Condition })) });
    expect(told).toMatchObject({ ok: true, value: { accountId: account } });
  });

  it('by the part of AWS that it speaks of, until a Region says another one', async () => {
    const inChina = text.replace('arn:aws:', 'arn:aws-cn:');
    expect(await readStatement({ asks: pasted(inChina) })).toMatchObject({ ok: true });
    expect(await readStatement({ asks: pasted(inChina), region: 'cn-north-1' })).toMatchObject({ ok: true });
    expect(await readStatement({ asks: pasted(inChina), region: 'eu-central-1' })).toMatchObject({
      error: { code: 'receiver.statement', facts: { reason: 'partition' } },
    });
  });

  it('with what is unusual once the own account is known', async () => {
    const mine = changed({ Principal: { AWS: `arn:aws:iam::${own.accountId}:role/Mine` } });
    expect(await readStatement({ asks: pasted(mine) })).toMatchObject({ ok: true, value: { unusual: [] } });
    expect(await readStatement({ asks: pasted(mine), accountId: own.accountId })).toMatchObject({
      ok: true,
      value: { accountId: '', unusual: [{ what: 'ownPrincipal' }] },
    });
  });
});
