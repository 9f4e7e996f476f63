import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../main/aws/policy/read-policy';

const root = 'arn:aws:iam::111122223333:root';
const statement = { Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:Decrypt', Resource: '*' };
const readOne = (change: object) => {
  const [read] = readPolicy({ Statement: { ...statement, ...change } });
  if (read === undefined) throw new Error('Nothing was read');
  return read;
};
/** By way of JSON, members that are undefined are gone. */
const withoutMember = (member: string) =>
  JSON.parse(JSON.stringify({ Statement: [{ ...statement, [member]: undefined }] })) as object;

describe('reading a key policy', () => {
  it('tells every member of a statement', () => {
    expect(
      readOne({
        Sid: 'x y',
        Effect: 'Deny',
        Principal: { AWS: ['111122223333', '*'], Service: 'ec2.amazonaws.com' },
        Action: undefined,
        NotAction: ['kms:Encrypt', 'kms:Get*'],
        Resource: ['arn:aws:kms:eu-west-1:111122223333:key/*'],
        Condition: {
          Bool: { 'kms:GrantIsForAWSResource': true, 'aws:SecureTransport': 'true' },
          NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 },
        },
      }),
    ).toEqual({
      sid: 'x y',
      effect: 'Deny',
      principals: ['111122223333', '*', 'Service:ec2.amazonaws.com'],
      actions: ['kms:Encrypt', 'kms:Get*'],
      allActionsBut: true,
      resources: ['arn:aws:kms:eu-west-1:111122223333:key/*'],
      onlyForAwsResources: true,
      conditions: [
        { operator: 'Bool', key: 'aws:SecureTransport', values: ['true'] },
        { operator: 'NumericLessThan', key: 'aws:MultiFactorAuthAge', values: ['3600'] },
      ],
    });
  });

  it('takes one statement for a list of it, and needs no Sid', () => {
    const read = { sid: '', principals: [root], actions: ['kms:Decrypt'], onlyForAwsResources: false };
    expect(readPolicy({ Version: '2012-10-17', Id: 'x', Statement: statement })).toEqual([read]);
    expect(readPolicy({ Statement: [statement, statement] })).toEqual([read, read]);
    expect(readPolicy({ Statement: [] })).toEqual([]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['everybody', '*', ['*']],
    ['everybody by kind', { AWS: '*' }, ['*']],
    ['an account ID', { AWS: '444455556666' }, ['444455556666']],
    [
      'a role with a path',
      { AWS: 'arn:aws:iam::1:role/x'.replace(':1:', ':444455556666:') },
      ['arn:aws:iam::444455556666:role/x'],
    ],
    [
      'a session',
      { AWS: 'arn:aws-cn:sts::444455556666:assumed-role/R/s@x' },
      ['arn:aws-cn:sts::444455556666:assumed-role/R/s@x'],
    ],
    [
      'a federated user',
      { AWS: 'arn:aws:sts::444455556666:federated-user/f' },
      ['arn:aws:sts::444455556666:federated-user/f'],
    ],
    ['a deleted user', { AWS: 'AIDAEXAMPLEEXAMPLE123' }, ['AIDAEXAMPLEEXAMPLE123']],
    [
      'an identity provider',
      { Federated: 'arn:aws:iam::444455556666:saml-provider/x' },
      ['Federated:arn:aws:iam::444455556666:saml-provider/x'],
    ],
    ['a canonical user', { CanonicalUser: 'a1'.repeat(32) }, [`CanonicalUser:${'a1'.repeat(32)}`]],
  ])('knows %s', (_, principal, expected) => {
    expect(readOne({ Principal: principal })).toMatchObject({ principals: expected });
    expect(readOne({ Principal: principal })).not.toHaveProperty('json');
  });

  it.each<[string, object]>([
    ['an unknown effect', { Effect: 'allow' }],
    ['an unknown member', { Priority: 1 }],
    ['a Sid that is no text', { Sid: 1 }],
    ['no principal of a kind', { Principal: { AWS: [] } }],
    ['a principal that is no text', { Principal: { AWS: [root, 1] } }],
    ['a principal with a wildcard', { Principal: { AWS: 'arn:aws:iam::111122223333:role/*' } }],
    ['a service with a wildcard', { Principal: { Service: '*' } }],
    ['an unknown kind of principal', { Principal: { Person: 'anna' } }],
    ['a principal like a kind', { Principal: { AWS: 'Service:ec2.amazonaws.com' } }],
    ['NotPrincipal', { Principal: undefined, NotPrincipal: { AWS: root } }],
    ['NotResource', { Resource: undefined, NotResource: '*' }],
    ['Action and NotAction', { NotAction: 'kms:Encrypt' }],
    ['all actions but all', { Action: undefined, NotAction: ['kms:Encrypt', 'KMS:*'] }],
    ['an action without a service', { Action: 'Decrypt' }],
    ['an action with a letter that looks like another', { Action: 'kms:Decryрt' }],
    ['no action', { Action: [] }],
    ['a resource of another service', { Resource: 'arn:aws:s3:::bucket/*' }],
    ['an unknown operator', { Condition: { StringSounds: { 'kms:ViaService': 'x' } } }],
    ['an operator in small letters', { Condition: { stringEquals: { 'kms:ViaService': 'x' } } }],
    ['a member of every object', { Condition: { constructor: { 'kms:ViaService': 'x' } } }],
    ['an operator without key', { Condition: { StringEquals: {} } }],
    ['a key without value', { Condition: { StringEquals: { 'kms:ViaService': [] } } }],
    ['a value that is no text', { Condition: { StringEquals: { 'kms:ViaService': ['x', null] } } }],
    ['a policy variable', { Condition: { StringLike: { 'kms:ViaService': '${aws:userid}' } } }],
    ['quotation marks of ours in a value', { Condition: { StringLike: { 'kms:ViaService': 'x”, “y' } } }],
    ['a value that turns the text around', { Condition: { StringLike: { 'kms:ViaService': 'a\u202eb' } } }],
    ['a truth that is neither', { Condition: { Bool: { 'aws:SecureTransport': 'yes' } } }],
    ['two truths', { Condition: { Null: { 'kms:ViaService': ['true', 'false'] } } }],
    ['a number that is none', { Condition: { NumericEquals: { 'aws:MultiFactorAuthAge': 'soon' } } }],
    ['a date that is none', { Condition: { DateLessThan: { 'aws:CurrentTime': '2026-13-01' } } }],
    ['seconds since 1970', { Condition: { DateLessThan: { 'aws:CurrentTime': 1_900_000_000 } } }],
    ['a network that is none', { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/33' } } }],
    ['an ARN that is none', { Condition: { ArnLike: { 'aws:PrincipalArn': '*' } } }],
    ['bytes', { Condition: { BinaryEquals: { 'kms:ViaService': 'eA==' } } }],
    [
      'several values without a quantifier',
      { Condition: { StringEquals: { 'AWS:PrincipalOrgPaths': 'o-a/' } } },
    ],
    [
      'a quantifier with IfExists',
      { Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': 'x' } } },
    ],
    [
      'one understood condition beside another',
      { Condition: { Bool: { 'aws:SecureTransport': 'true' }, X: { y: 'z' } } },
    ],
  ])('gives the JSON of a statement with %s', (_, change) => {
    const read = readOne(change);
    expect(read).toMatchObject({ sid: '', principals: [], actions: [] });
    expect(JSON.parse(read.json ?? '')).toEqual(JSON.parse(JSON.stringify({ ...statement, ...change })));
    expect(read.json).toMatch(/^[\n\x20-\x7e]+$/);
  });

  it.each(['Effect', 'Principal', 'Action', 'Resource'])(
    'gives the JSON of a statement without %s',
    (member) => {
      expect(readPolicy(withoutMember(member))).toMatchObject([{ json: expect.any(String) as string }]);
    },
  );

  it.each<[string, unknown]>([
    ['text', 'x'],
    ['a list', [statement]],
    ['nothing', null],
    ['no statements', { Version: '2012-10-17' }],
    ['a member more', { Statement: [statement], statement: [] }],
    ['a statement that is none', { Statement: ['x'] }],
  ])('gives the JSON of a document that is %s', (_, document) => {
    expect(readPolicy(document)).toMatchObject([{ json: expect.any(String) as string, principals: [] }]);
  });
});
