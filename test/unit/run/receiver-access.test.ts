import { describe, expect, it } from 'vitest';
import { describePolicy, keyPolicyText, makeKeyPolicy } from '../../../main/aws/policy/key-policy';
import { receiverPolicyText } from '../../../main/aws/policy/receiver-statement';
import { receiverStatements } from '../../../main/aws/policy/key-policy';
import { resolveReceiver } from '../../../main/run/receiver-access';
import type { ReceiverChoice } from '../../../main/shared/views/aws';

const own = { accountId: '111122223333', partition: 'aws' };
const theirs = '444455556666';
const organization = '3f1c0f6e-0000-4000-8000-000000000000';

const genesys = (answers: Readonly<Record<string, readonly string[]>>): ReceiverChoice => ({
  preset: 'genesys-cloud',
  name: 'Genesys Cloud',
  accountId: theirs,
  needsGrants: false,
  asks: { from: 'preset', answers },
});

describe('a receiver that asks for a statement of its own', () => {
  it('gets what it asks for, and nothing else', () => {
    const resolved = resolveReceiver(
      genesys({ account: ['4444-5555-6666'], organization: [organization] }),
      own,
    );
    if (!resolved.ok) throw new Error(resolved.error.code);
    expect(resolved.value.accountId).toBe(theirs);
    const policy = makeKeyPolicy({
      ...own,
      administrators: [],
      users: [],
      receiver: resolved.value.access,
      multiRegion: false,
    });
    expect(JSON.parse(keyPolicyText(policy))).toHaveProperty('Statement', [
      expect.objectContaining({ Sid: 'Enable IAM User Permissions' }),
      {
        Sid: 'Allow use by Genesys Cloud',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${theirs}:root` },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:EncryptionContext:genesys-cloud-organization-id': organization },
        },
      },
    ]);
    expect(describePolicy(policy).at(-1)).toMatchObject({
      onlyForAwsResources: false,
      conditions: [{ operator: 'StringEquals', values: [organization] }],
    });
    const theirSide = receiverPolicyText(
      'arn:aws:kms:eu-west-1:1:key/x',
      receiverStatements(resolved.value.access, own, 'receiver'),
    );
    expect(JSON.parse(theirSide)).toHaveProperty('Statement.0.Action.length', 4);
    expect(theirSide).toContain(organization);
  });

  it.each<[string, string, Readonly<Record<string, readonly string[]>>]>([
    ['an empty field', 'missing', { account: [theirs], organization: ['  '] }],
    ['a wildcard', 'wildcard', { account: [theirs], organization: ['*'] }],
    ['a policy variable', 'wildcard', { account: [theirs], organization: ['${aws:userid}'] }],
    ['a letter that looks like another', 'characters', { account: [theirs], organization: ['οrg'] }],
    ['more values than are asked for', 'many', { account: [theirs, '777788889999'], organization: ['a'] }],
  ])('is refused with %s', (_what, reason, answers) => {
    const resolved = resolveReceiver(genesys(answers), own);
    expect(resolved).toMatchObject({ ok: false, error: { code: 'receiver.blank', facts: { reason } } });
  });

  it('is refused with the own account, and under a name that is not known', () => {
    const ownAccount = genesys({ account: [own.accountId], organization: [organization] });
    expect(resolveReceiver(ownAccount, own)).toMatchObject({ error: { code: 'receiver.ownAccount' } });
    const unknown = { ...ownAccount, preset: 'nobody' };
    expect(resolveReceiver(unknown, own)).toMatchObject({ error: { code: 'receiver.unknown' } });
  });
});

describe('a receiver that printed a statement', () => {
  const printed = (preset: string, changes: object = {}): ReceiverChoice => ({
    preset,
    name: 'Example Data',
    accountId: '',
    needsGrants: true,
    asks: {
      from: 'statement',
      text: JSON.stringify({
        Sid: 'Use',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${theirs}:role/Use` },
        Action: ['kms:Decrypt'],
        Resource: '*',
        ...changes,
      }),
    },
  });

  it.each(['other', 'slack', 'asana', 'atlassian', 'box', 'zep'])(
    'lets in whom it names, and nobody else: %s',
    (preset) => {
      const resolved = resolveReceiver(printed(preset), own);
      expect(resolved).toEqual({
        ok: true,
        value: {
          access: {
            statements: [
              {
                sid: 'Use',
                principals: [`arn:aws:iam::${theirs}:role/Use`],
                actions: ['kms:Decrypt'],
                conditions: [],
              },
            ],
          },
          accountId: theirs,
        },
      });
    },
  );

  it.each<[string, object, string]>([
    ['everything', { Action: 'kms:*' }, 'everything'],
    ['the key policy', { Action: 'kms:PutKeyPolicy' }, 'action'],
    ['the deletion of the key', { Action: ['kms:Decrypt', 'kms:ScheduleKeyDeletion'] }, 'action'],
    ['a wildcard that reaches such an action', { Action: 'kms:Get*' }, 'wildcard'],
    ['everybody who uses AWS', { Principal: '*' }, 'unbounded'],
    ['everybody but those who are named', { Principal: undefined, NotPrincipal: { AWS: theirs } }, 'not'],
    ['all actions but those that are named', { Action: undefined, NotAction: 'kms:Decrypt' }, 'not'],
    ['the own account', { Principal: { AWS: own.accountId } }, 'own'],
    ['something other than the key', { Resource: 'arn:aws:s3:::bucket' }, 'resource'],
  ])('is given nothing beyond what a receiver may have: %s', (_what, changes, reason) => {
    expect(resolveReceiver(printed('other', changes), own)).toMatchObject({
      ok: false,
      error: { code: 'receiver.statement', facts: { reason } },
    });
  });

  it.each(['bluescape', 'zoom', 'snowflake', 'webex', 'nobody'])(
    'is not taken for %s, which says otherwise whom to let in',
    (preset) => {
      expect(resolveReceiver(printed(preset), own)).toMatchObject({ error: { code: 'receiver.unknown' } });
    },
  );
});

describe('a receiver with a card that has blanks', () => {
  const blank = { label: 'x', hint: 'x' };
  const asked = (
    statement: object,
    answers: Readonly<Record<string, readonly string[]>>,
  ): ReceiverChoice => ({
    preset: 'other',
    name: 'Example Vault',
    accountId: '',
    needsGrants: false,
    asks: {
      from: 'card',
      terms: {
        blanks: [
          { ...blank, name: 'who', kind: 'role' },
          { ...blank, name: 'what', kind: 'text' },
        ],
        statement: JSON.stringify({
          Effect: 'Allow',
          Principal: { AWS: { blank: 'who' } },
          Action: 'kms:Decrypt',
          Resource: '*',
          Condition: { StringEquals: { 'kms:EncryptionContext:x': { blank: 'what' } } },
          ...statement,
        }),
      },
      answers,
    },
  });
  const role = `arn:aws:iam::${theirs}:role/x`;
  const typed = { who: [role], what: ['acme'] };

  it('gets its statement with what was typed in it', () => {
    expect(resolveReceiver(asked({}, typed), own)).toMatchObject({
      ok: true,
      value: {
        accountId: theirs,
        access: { statements: [{ principals: [role], conditions: [{ values: ['acme'] }] }] },
      },
    });
  });

  it.each<[string, object, object, string]>([
    ['a wildcard that is typed', {}, { ...typed, what: ['*'] }, 'receiver.blank'],
    ['a policy variable that is typed', {}, { ...typed, what: ['${aws:username}'] }, 'receiver.blank'],
    ['nothing that is typed', {}, { who: [role] }, 'receiver.blank'],
    ['the own account', {}, { ...typed, who: [`arn:aws:iam::${own.accountId}:role/x`] }, 'receiver.blank'],
    ['everything', { Action: 'kms:*' }, typed, 'receiver.statement'],
    [
      'an action from a blank',
      { Action: [{ blank: 'what' }] },
      { ...typed, what: ['kms:PutKeyPolicy'] },
      'receiver.statement',
    ],
    ['everybody', { Principal: '*', Sid: { blank: 'who' } }, typed, 'receiver.statement'],
    ['a blank that is not there', { Sid: { blank: 'other' } }, typed, 'card.badValue'],
  ])('is given nothing beyond what a pasted statement may have: %s', (_what, statement, answers, code) => {
    expect(resolveReceiver(asked(statement, { ...answers }), own)).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it('is not taken for a receiver that is known by name', () => {
    const known = { ...asked({}, typed), preset: 'bluescape' };
    expect(resolveReceiver(known, own)).toMatchObject({ error: { code: 'receiver.unknown' } });
  });
});

describe('a receiver that is let in later', () => {
  it('stands in no statement', () => {
    const resolved = resolveReceiver({ ...genesys({}), asks: { from: 'later' } }, own);
    expect(resolved).toEqual({ ok: true, value: { access: { statements: [] }, accountId: '' } });
  });
});
