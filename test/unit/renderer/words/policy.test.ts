import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../../main/aws/policy/read-policy';
import { policySentence, principalWords } from '../../../../renderer/words/create-and-import/policy';

const allowed = { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' };
function said(change: object) {
  const [statement] = readPolicy({ Statement: [{ ...allowed, ...change }] });
  if (statement === undefined) throw new Error('Nothing was read');
  return policySentence(statement);
}

describe('the sentences of a key policy', () => {
  it.each<[object, string]>([
    [{ Action: 'kms:Decrypt' }, 'These may use Decrypt on the key:'],
    [
      { Action: ['kms:ReEncrypt*', 'kms:Encrypt', 'kms:*Tag', 'kms:GenerateDataKey*', 'KMS:Decrypt'] },
      'These may use Encrypt, Decrypt, all actions that begin with ReEncrypt or GenerateDataKey and all actions like “*Tag” on the key:',
    ],
    [{ Action: ['kms:Decrypt', 's3:GetObject'] }, 'These may use Decrypt and s3:GetObject on the key:'],
    [{ Action: '*' }, 'These may do everything with the key:'],
    [
      { Action: undefined, NotAction: 'kms:PutKeyPolicy' },
      'These may do everything with the key except PutKeyPolicy:',
    ],
    [{ Effect: 'Deny' }, 'These are refused Decrypt on the key, whatever else allows it:'],
    [
      { Effect: 'Deny', Action: 'kms:*' },
      'These are refused everything with the key, whatever else allows it:',
    ],
  ])('say who may do what, or may not: %j', (change, text) => {
    expect(said(change)).toEqual({ text, principals: ['*'], conditions: [] });
  });

  it.each<[object, string]>([
    [{ StringEquals: { 'aws:SourceVpce': 'vpce-1' } }, 'Only if aws:SourceVpce is “vpce-1”.'],
    [
      { StringNotEquals: { 'kms:CallerAccount': ['1', '2'] } },
      'Only if the account of the caller (kms:CallerAccount) is not any of “1”, “2”, or if it is not given.',
    ],
    [
      { 'ForAllValues:StringNotLike': { 'kms:EncryptionContextKeys': 'secret?' } },
      'Only if no value of kms:EncryptionContextKeys matches “secret?” (? stands for any one character), or if none is given.',
    ],
    [
      { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      'Only for grants to AWS services that use the key for this identity (kms:GrantIsForAWSResource is true).',
    ],
    [{ Bool: { 'kms:GrantIsForAWSResource': 'false' } }, 'Only if kms:GrantIsForAWSResource is “false”.'],
  ])('say under which condition: %j', (Condition, condition) => {
    expect(said({ Condition }).conditions).toEqual([condition]);
  });

  it('claim nothing of an operator that nobody knows', () => {
    const conditions = [{ operator: 'StringSounds', key: 'kms:ViaService', values: ['x'] }];
    const statement = { sid: '', principals: ['*'], actions: ['kms:Decrypt'], onlyForAwsResources: false };
    expect(policySentence({ ...statement, conditions }).conditions).toEqual([
      'Only if StringSounds holds for the AWS service through which the request comes (kms:ViaService) and “x”.',
    ]);
  });

  it('give way to the JSON where none would be true', () => {
    expect(said({ Principal: undefined, NotPrincipal: { AWS: '111122223333' } })).toMatchObject({
      text: 'This statement could not be put into a sentence. It is shown as JSON:',
      principals: [],
      json: expect.stringContaining('NotPrincipal') as string,
    });
  });
});

describe('a principal', () => {
  const own = 'arn:aws:iam::111122223333:role/security/Admin';
  const known = { receiver: { name: 'Vendor', accountId: '444455556666' }, callerArn: own };
  it.each([
    ['*', 'Everybody: every AWS account and every AWS service'],
    [own, 'role Admin (you)'],
    ['arn:aws:iam::777788889999:role/Admin', 'role Admin of account 777788889999'],
    ['arn:aws:iam::444455556666:user/bob', 'Vendor: user bob of account 444455556666'],
    ['arn:aws:sts::111122223333:assumed-role/Admin/anna', 'session anna of the role Admin'],
    ['arn:aws:sts::777788889999:federated-user/eve', 'federated user eve of account 777788889999'],
    ['AROAEXAMPLEEXAMPLE123', 'a user or role that no longer exists (AROAEXAMPLEEXAMPLE123)'],
    ['Service:ec2.amazonaws.com', 'the AWS service ec2.amazonaws.com'],
    ['ec2.us-east-1.amazonaws.com', 'the AWS service ec2.us-east-1.amazonaws.com'],
    ['Federated:accounts.google.com', 'everybody who signs in through accounts.google.com'],
    [`CanonicalUser:${'0'.repeat(64)}`, `the account with the canonical user ID ${'0'.repeat(64)}`],
  ])('is called by what it is: %s', (principal, words) => {
    expect(principalWords(principal, known)).toBe(words);
  });

  it('of nobody who is signed in is said with its account', () => {
    expect(principalWords(own, { ...known, callerArn: '' })).toBe('role Admin of account 111122223333');
  });
});
