import { describe, expect, it } from 'vitest';
import {
  describePolicy,
  keyPolicyText,
  makeKeyPolicy,
  receiverStatements,
  type KeyPolicyInput,
} from '../../../main/aws/policy/key-policy';
import { receiverPolicyText } from '../../../main/aws/policy/receiver-statement';
import { samePolicy } from '../../../main/aws/policy/same-policy';

const admin = 'arn:aws:iam::111122223333:role/security/KeyAdmins';
const user = 'arn:aws:iam::111122223333:role/App';
const receiverRoot = 'arn:aws:iam::444455556666:root';
const input: KeyPolicyInput = {
  partition: 'aws',
  accountId: '111122223333',
  administrators: [admin],
  users: [user],
  receiver: { account: { accountId: '444455556666', needsGrants: true }, statements: [] },
  multiRegion: false,
};

describe('the key policy', () => {
  it('is the one that the console writes', () => {
    expect(makeKeyPolicy(input)).toEqual({
      Version: '2012-10-17',
      Id: 'key-consolepolicy-3',
      Statement: [
        {
          Sid: 'Enable IAM User Permissions',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:*',
          Resource: '*',
        },
        {
          Sid: 'Allow access for Key Administrators',
          Effect: 'Allow',
          Principal: { AWS: [admin] },
          Action: [
            'kms:Create*',
            'kms:Describe*',
            'kms:Enable*',
            'kms:List*',
            'kms:Put*',
            'kms:Update*',
            'kms:Revoke*',
            'kms:Disable*',
            'kms:Get*',
            'kms:Delete*',
            'kms:TagResource',
            'kms:UntagResource',
            'kms:ScheduleKeyDeletion',
            'kms:CancelKeyDeletion',
            'kms:RotateKeyOnDemand',
            'kms:ImportKeyMaterial',
          ],
          Resource: '*',
        },
        {
          Sid: 'Allow use of the key',
          Effect: 'Allow',
          Principal: { AWS: [user, receiverRoot] },
          Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
          Resource: '*',
        },
        {
          Sid: 'Allow attachment of persistent resources',
          Effect: 'Allow',
          Principal: { AWS: [user, receiverRoot] },
          Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
          Resource: '*',
          Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        },
      ],
    });
  });

  const sids = (changes: Partial<KeyPolicyInput>) =>
    makeKeyPolicy({ ...input, ...changes }).Statement.map(({ Sid }) => Sid);
  const statement = (changes: Partial<KeyPolicyInput>, sid: string) =>
    describePolicy(makeKeyPolicy({ ...input, ...changes })).find((view) => view.sid === sid);

  it('leaves out the administrators where there are none', () => {
    expect(sids({ administrators: [] })).toEqual([
      'Enable IAM User Permissions',
      'Allow use of the key',
      'Allow attachment of persistent resources',
    ]);
  });

  it('lets the receiver make grants only where the receiver needs them', () => {
    const receiver = { account: { accountId: '444455556666', needsGrants: false }, statements: [] };
    const grants = 'Allow attachment of persistent resources';
    expect(statement({ receiver }, 'Allow use of the key')?.principals).toEqual([user, receiverRoot]);
    expect(statement({ receiver }, grants)?.principals).toEqual([user]);
    expect(sids({ receiver, users: [] })).not.toContain(grants);
  });

  it('lets administrators replicate a multi-Region key', () => {
    const actions = statement({ multiRegion: true }, 'Allow access for Key Administrators')?.actions;
    expect(actions?.slice(-3)).toEqual([
      'kms:ImportKeyMaterial',
      'kms:ReplicateKey',
      'kms:UpdatePrimaryRegion',
    ]);
  });

  it('stays in its partition', () => {
    const china = { partition: 'aws-cn', administrators: [], users: [] };
    expect(JSON.stringify(makeKeyPolicy({ ...input, ...china }))).not.toContain('arn:aws:');
  });

  it('names nobody twice', () => {
    expect(statement({ users: [user, user] }, 'Allow use of the key')?.principals).toEqual([
      user,
      receiverRoot,
    ]);
  });

  it('describes each statement', () => {
    const views = describePolicy(makeKeyPolicy(input));
    expect(views[0]).toEqual({
      sid: 'Enable IAM User Permissions',
      principals: ['arn:aws:iam::111122223333:root'],
      actions: ['kms:*'],
      onlyForAwsResources: false,
    });
    expect(views.map((view) => view.onlyForAwsResources)).toEqual([false, false, false, true]);
  });
});

describe('comparing policies', () => {
  const text = keyPolicyText(makeKeyPolicy(input));
  const changed = (change: (document: Record<string, unknown>) => void): string => {
    // JSON.parse answers any; this document was made above.
    const document = JSON.parse(text) as Record<string, unknown>;
    change(document);
    return JSON.stringify(document);
  };
  // As above.
  const statements = (document: Record<string, unknown>) =>
    document['Statement'] as Record<string, unknown>[];

  it('takes what KMS may change for the same', () => {
    expect(samePolicy(text, JSON.stringify(JSON.parse(text)))).toBe(true);
    const asKms = changed((document) => {
      document['Statement'] = statements(document).reverse();
      for (const statement of statements(document)) {
        const { Principal, Action } = statement as { Principal: { AWS: unknown }; Action: unknown };
        if (Array.isArray(Action)) statement['Action'] = [...(Action as string[])].reverse();
        if (Array.isArray(Principal.AWS) && Principal.AWS.length === 1)
          Principal.AWS = String(Principal.AWS[0]);
        if (Principal.AWS === 'arn:aws:iam::111122223333:root') Principal.AWS = '111122223333';
        if (statement['Condition']) statement['Condition'] = { Bool: { 'kms:GrantIsForAWSResource': true } };
        statement['Resource'] = ['*'];
      }
    });
    expect(samePolicy(text, asKms)).toBe(true);
  });

  it.each<readonly [string, (document: Record<string, unknown>) => void]>([
    [
      'an action more',
      (document) => (statements(document)[2] = { ...statements(document)[2], Action: ['kms:*'] }),
    ],
    ['a statement less', (document) => statements(document).pop()],
    [
      'another receiver',
      (document) =>
        (statements(document)[2] = {
          ...statements(document)[2],
          Principal: { AWS: 'arn:aws:iam::999999999999:root' },
        }),
    ],
    ['everybody', (document) => (statements(document)[2] = { ...statements(document)[2], Principal: '*' })],
    ['no condition', (document) => delete statements(document)[3]?.['Condition']],
    ['a denial', (document) => (statements(document)[2] = { ...statements(document)[2], Effect: 'Deny' })],
    ['no resource', (document) => delete statements(document)[1]?.['Resource']],
    [
      'a principal that was deleted',
      (document) =>
        (statements(document)[1] = { ...statements(document)[1], Principal: { AWS: 'AROAEXAMPLE' } }),
    ],
    ['another Id', (document) => (document['Id'] = 'other')],
  ])('notices %s', (_, change) => {
    expect(samePolicy(text, changed(change))).toBe(false);
  });

  it('takes a service of the same name for somebody else', () => {
    const one = JSON.stringify({ Statement: [{ Principal: { AWS: 'x' } }] });
    expect(samePolicy(one, JSON.stringify({ Statement: [{ Principal: { Service: 'x' } }] }))).toBe(false);
    expect(samePolicy(one, JSON.stringify({ Statement: [{ Principal: 'x' }] }))).toBe(false);
  });

  it.each(['', 'null', '[]', '"x"', '{', '{}'])('takes %j for no policy', (other) => {
    expect(samePolicy(other, other)).toBe(false);
    expect(samePolicy(text, other)).toBe(false);
  });
});

describe("the receiver's policy", () => {
  const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const parse = (text: string): unknown => JSON.parse(text);
  const of = (needsGrants: boolean) =>
    receiverStatements(
      { account: { accountId: '444455556666', needsGrants }, statements: [] },
      input,
      'receiver',
    );

  it('allows the use of this key alone', () => {
    expect(parse(receiverPolicyText(keyArn, of(false)))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'UseTheKey',
          Effect: 'Allow',
          Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
          Resource: keyArn,
        },
      ],
    });
  });

  it('adds grants where they are needed, for services of AWS only', () => {
    expect(parse(receiverPolicyText(keyArn, of(true)))).toHaveProperty('Statement.1', {
      Sid: 'LetAwsServicesUseTheKey',
      Effect: 'Allow',
      Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
      Resource: keyArn,
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    });
  });
});
