import { randomBytes } from 'node:crypto';
import {
  DescribeKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  ListAliasesCommand,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { refusal, refusalOf } from '../../helpers/aws-clients';
import { createExternalKey, importMaterial } from '../../helpers/import-material';
import { practiceBench } from '../../helpers/practice-bench';

const account = 'arn:aws:iam::111122223333';
const everything = {
  Effect: 'Allow',
  Principal: { AWS: `${account}:root` },
  Action: 'kms:*',
  Resource: '*',
};

type Statement = Readonly<Record<string, unknown>>;

async function keyWith(...statements: readonly Statement[]) {
  const bench = practiceBench();
  const KeyId = await createExternalKey(bench.kms);
  await importMaterial(bench.kms, KeyId, randomBytes(32));
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  await bench.kms.send(new PutKeyPolicyCommand({ KeyId, Policy, BypassPolicyLockoutSafetyCheck: true }));
  const encrypt = (EncryptionContext?: Record<string, string>) =>
    bench.kms.send(
      new EncryptCommand({
        KeyId,
        Plaintext: Buffer.from('x'),
        ...(EncryptionContext === undefined ? {} : { EncryptionContext }),
      }),
    );
  return { ...bench, KeyId, encrypt };
}

const mayEncrypt = (Condition: object, more: Statement = {}): Statement => ({
  ...everything,
  Action: 'kms:Encrypt',
  Condition,
  ...more,
});
const denied = (Condition?: object): Statement => ({
  ...mayEncrypt({}),
  Effect: 'Deny',
  Principal: '*',
  ...(Condition === undefined ? { Condition: undefined } : { Condition }),
});
const tenant = { StringEquals: { 'kms:EncryptionContext:Tenant': ['a', 'b'] } };

describe('the key policy', () => {
  it('refuses what nothing allows, in the words of AWS', async () => {
    const { kms, KeyId, encrypt } = await keyWith({ ...everything, Action: 'kms:Describe*' });
    expect(await refusalOf(kms.send(new DescribeKeyCommand({ KeyId })))).toBe('done');
    const [name, text] = await refusal(encrypt());
    expect(name).toBe('AccessDeniedException');
    expect(text).toMatch(
      /^User: arn:aws:sts::\S+ is not authorized to perform: kms:Encrypt on resource: arn:aws:kms:\S+ because no resource-based policy allows the kms:Encrypt action$/,
    );
    expect(await refusalOf(kms.send(new GetKeyPolicyCommand({ KeyId })))).toBe('AccessDeniedException');
    expect(await refusalOf(kms.send(new ListAliasesCommand({ KeyId })))).toBe('done');
  });

  it('refuses what it denies, whatever allows it', async () => {
    const { kms, KeyId, encrypt } = await keyWith(everything, denied());
    expect(await refusal(encrypt())).toEqual([
      'AccessDeniedException',
      expect.stringMatching(/with an explicit deny in a resource-based policy$/),
    ]);
    expect(await refusalOf(kms.send(new DescribeKeyCommand({ KeyId })))).toBe('done');
  });

  it('lets nobody else of the account in than whom it names', async () => {
    const { encrypt } = await keyWith(mayEncrypt({}, { Principal: { AWS: `${account}:user/jonas.lind` } }));
    expect(await refusalOf(encrypt())).toBe('AccessDeniedException');
  });

  it.each<[string, object, Record<string, string> | undefined, 'allowed' | 'refused']>([
    ['the pair that is asked for', tenant, { Tenant: 'a' }, 'allowed'],
    ['the other pair that is asked for, its name in small letters', tenant, { tenant: 'b' }, 'allowed'],
    ['another value', tenant, { Tenant: 'A' }, 'refused'],
    ['no pair', tenant, undefined, 'refused'],
    [
      'no pair, where only another value is refused',
      { StringEqualsIfExists: { 'kms:EncryptionContext:Tenant': 'a' } },
      undefined,
      'allowed',
    ],
    [
      'a name more than is allowed',
      { 'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['Tenant'] } },
      { Tenant: 'a', more: 'x' },
      'refused',
    ],
    [
      'one name of several',
      { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': ['Tenant'] } },
      { Tenant: 'a', more: 'x' },
      'allowed',
    ],
    [
      'an AWS service in between, which there never is',
      { StringLike: { 'kms:ViaService': '*' } },
      {},
      'refused',
    ],
    ['no AWS service in between', { Null: { 'kms:ViaService': 'true' } }, {}, 'allowed'],
    ['a grant for AWS services', { Bool: { 'kms:GrantIsForAWSResource': 'true' } }, {}, 'refused'],
    ['the origin of the key', { StringEquals: { 'kms:KeyOrigin': 'EXTERNAL' } }, {}, 'allowed'],
    [
      'a time that has come',
      { DateGreaterThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } },
      {},
      'allowed',
    ],
    [
      'a time that has passed',
      { DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } },
      {},
      'refused',
    ],
    [
      'the role of the caller',
      { ArnLike: { 'aws:PrincipalArn': `${account}:role/*/AWSReserved*` } },
      {},
      'allowed',
    ],
  ])('judges a condition by the request: %s', async (_, condition, context, expected) => {
    const allowing = await keyWith(mayEncrypt(condition));
    expect(await refusalOf(allowing.encrypt(context))).toBe(
      expected === 'allowed' ? 'done' : 'AccessDeniedException',
    );
    const denying = await keyWith(everything, denied(condition));
    expect(await refusalOf(denying.encrypt(context))).toBe(
      expected === 'allowed' ? 'AccessDeniedException' : 'done',
    );
  });

  it.each<[string, object]>([
    ['aws:SourceIp', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }],
    ['aws:PrincipalOrgPaths', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a/*' } }],
    ['BinaryEquals of kms:CallerAccount', { BinaryEquals: { 'kms:CallerAccount': 'eA==' } }],
    ['constructor of kms:CallerAccount', { constructor: { 'kms:CallerAccount': 'x' } }],
    ['a policy variable at aws:userid', { StringEquals: { 'aws:userid': '${aws:username}' } }],
    ['DateLessThan of aws:CurrentTime', { DateLessThan: { 'aws:CurrentTime': '1900000000' } }],
    [
      'StringEquals of kms:EncryptionContextKeys',
      { StringEquals: { 'kms:EncryptionContextKeys': ['a', 'b'] } },
    ],
  ])('says that practice cannot judge %s, and refuses', async (what, condition) => {
    const said = `in practice: the practice AWS cannot judge ${what} in the key policy`;
    for (const statements of [[mayEncrypt(condition)], [everything, denied(condition)]]) {
      const { encrypt } = await keyWith(...statements);
      const [name, text] = await refusal(encrypt({ a: 'x', b: 'y' }));
      expect(name).toBe('AccessDeniedException');
      expect(text).toContain(said);
    }
  });

  it('does not hang on what practice cannot judge where the rest settles it', async () => {
    const condition = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
    expect(await refusalOf((await keyWith(everything, mayEncrypt(condition))).encrypt())).toBe('done');
    const [, text] = await refusal((await keyWith(mayEncrypt({ ...condition, ...tenant }))).encrypt());
    expect(text).toMatch(/because no resource-based policy allows/);
  });
});
