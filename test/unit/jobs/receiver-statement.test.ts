import { describe, expect, it } from 'vitest';
import { createReceiverStatement } from '../../../main/jobs/receiver-statement';
import { changed, organization, own, role, text, theirs } from '../receivers/statements/pasted';

const { readStatement, readTrust } = createReceiverStatement().verbs;
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

describe('the trust policy of a role', () => {
  const ofOpenai = (answers: Readonly<Record<string, readonly string[]>>) => ({
    receiver: {
      preset: 'openai',
      name: 'OpenAI',
      accountId: '',
      needsGrants: false,
      asks: { from: 'preset' as const, answers },
    },
    region: 'us-gov-west-1',
  });
  const answers = {
    role: ['arn:aws-us-gov:iam::111122223333:role/DatabaseServices'],
    trusted: ['arn:aws-us-gov:iam::210987654321:role/Keys'],
    'external-id': ['org-1'],
  };

  it('is known before anybody has signed in', async () => {
    const read = await readTrust(ofOpenai(answers));
    expect(read).toMatchObject({ ok: true, value: { arn: answers.role[0], externalId: 'org-1' } });
    expect(read.ok && read.value?.trustPolicy).toContain(
      '"AWS": "arn:aws-us-gov:iam::210987654321:role/Keys"',
    );
  });

  it('is refused with what no policy may hold, and there is none where no role is assumed', async () => {
    expect(await readTrust(ofOpenai({ ...answers, 'external-id': ['*'] }))).toMatchObject({
      error: { code: 'receiver.blank', facts: { reason: 'wildcard' } },
    });
    const { region } = ofOpenai(answers);
    const plain = { preset: 'other', name: 'x', accountId: '210987654321', needsGrants: false };
    expect(await readTrust({ receiver: plain, region })).toEqual({ ok: true, value: null });
  });
});
