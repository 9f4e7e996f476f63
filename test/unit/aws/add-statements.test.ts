import { describe, expect, it } from 'vitest';
import { addStatements } from '../../../main/aws/policy/add-statements';
import { locksOut } from '../../../main/aws/policy/lock-out';
import { policyText } from '../../../main/practice/kms/policy/text';
import { codeOf, valueOf } from '../../helpers/results';

const accountId = '111122223333';
const root = `arn:aws:iam::${accountId}:root`;
const role = 'arn:aws:iam::210987654321:role/snowflake';
const added = {
  sid: 'Allow use of the key by Snowflake',
  principals: [role],
  actions: ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext'],
  conditions: [],
};
const written = {
  Sid: added.sid,
  Effect: 'Allow',
  Principal: { AWS: role },
  Action: added.actions,
  Resource: '*',
};
const laidOut = (statement: object) => JSON.stringify(statement, undefined, 2).replaceAll('\n', '\n  ');
const own = {
  Sid: 'Enable IAM User Permissions',
  Effect: 'Allow',
  Principal: { AWS: root },
  Action: 'kms:*',
  Resource: '*',
};
/** Says things that Keyferry never writes, and has marks of JSON in its texts. */
const odd = {
  Sid: '"Statement": [ { \\ } ], ÿ',
  Effect: 'Deny',
  NotPrincipal: { AWS: [root], Service: 's3.amazonaws.com' },
  NotAction: ['kms:Describe*'],
  Resource: '*',
  Condition: { Null: { 'kms:Statement': 'true' }, NumericLessThan: { 'aws:x': 5 } },
};
const policy = (...statements: readonly object[]) => ({
  Version: '2012-10-17',
  Id: 'x',
  Statement: statements,
});

/** The same policy as AWS, the console and a person might lay it out. */
const layouts: readonly (readonly [string, (document: object) => string])[] = [
  ['as AWS returns it', policyText],
  ['without a space', (document) => JSON.stringify(document)],
  ['indented', (document) => JSON.stringify(document, undefined, 4)],
  [
    'with tabs and line ends of Windows',
    (document) => JSON.stringify(document, undefined, '\t').replaceAll('\n', '\r\n'),
  ],
  [
    'with Statement first',
    (document) => JSON.stringify(Object.fromEntries(Object.entries(document).reverse())),
  ],
];

describe('statements of others', () => {
  it.each(layouts)('stay character by character in a policy %s', (_, layOut) => {
    const before = layOut(policy(own, odd));
    const { text } = valueOf(addStatements(before, [added]));
    // Without what was added, it is the text that AWS returned.
    const piece = `, ${laidOut(written)}`;
    expect(text.split(piece)).toHaveLength(2);
    expect(text.replace(piece, '')).toBe(before);
    const there = JSON.parse(before) as ReturnType<typeof policy>; // made above
    expect(JSON.parse(text)).toEqual({ ...there, Statement: [...there.Statement, written] });
  });

  it('stay where the one statement stands without a list', () => {
    const before = JSON.stringify({ Version: '2012-10-17', Statement: own });
    const { text } = valueOf(addStatements(before, [added]));
    expect(text).toBe(before.replace(JSON.stringify(own), `[${JSON.stringify(own)}, ${laidOut(written)}]`));
  });

  it('are not touched where a policy has two lists of them', () => {
    const before = `{"Statement":[${JSON.stringify(own)}],"Statement":[${JSON.stringify(odd)}]}`;
    expect(codeOf(addStatements(before, [added]))).toBe('policy.unreadable');
  });

  it.each(['', 'nothing', '[]', '{}', '{"Statement":"x"}', '{"Statement":[1]}', '{"Statement":null}'])(
    'are looked for in vain in %j',
    (before) => {
      expect(codeOf(addStatements(before, [added]))).toBe('policy.unreadable');
    },
  );
});

describe('what is added', () => {
  it('gets another Sid where its own is taken', () => {
    const before = JSON.stringify(policy(own, { ...odd, Sid: added.sid }, { ...odd, Sid: `${added.sid} 2` }));
    const result = valueOf(addStatements(before, [added]));
    expect(result.added.map(({ sid }) => sid)).toEqual([`${added.sid} 3`]);
    expect(result.text).toContain(`"Sid": "${added.sid} 3"`);
  });

  it('is not said twice, however AWS wrote it and whatever it is called', () => {
    const there = {
      ...written,
      Sid: 'another',
      Action: [...added.actions].reverse(),
      Principal: { AWS: [role] },
    };
    const before = policyText(policy(own, there));
    expect(valueOf(addStatements(before, [added]))).toEqual({ text: before, added: [] });
  });

  it('is said where only the same under a condition is there', () => {
    const there = {
      ...written,
      Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } },
    };
    expect(valueOf(addStatements(JSON.stringify(policy(own, there)), [added])).added).toHaveLength(1);
  });

  it('does not make the policy longer than AWS takes', () => {
    const before = JSON.stringify(policy(own, { ...odd, Sid: 'x'.repeat(32_500) }));
    expect(codeOf(addStatements(before, [added]))).toBe('key.policyTooLarge');
  });
});

describe('locking out', () => {
  const caller = {
    accountId,
    principalArn: `arn:aws:iam::${accountId}:role/security/Admin`,
    callerArn: `arn:aws:sts::${accountId}:assumed-role/Admin/me`,
  };
  const admin = { ...own, Principal: { AWS: caller.principalArn }, Action: ['kms:Describe*', 'kms:Put*'] };
  const deny = { ...own, Effect: 'Deny', Action: 'kms:PutKeyPolicy', Principal: '*' };
  it.each<readonly [string, readonly object[], boolean]>([
    ['the account', [own], false],
    ['the account as digits', [{ ...own, Principal: { AWS: [accountId] } }], false],
    ['the caller', [admin], false],
    ['everybody but by another action', [{ ...own, Action: 'kms:Get*' }], true],
    ['another account', [{ ...own, Principal: { AWS: '210987654321' } }], true],
    ['nobody', [odd], true],
    ['the account, but a Deny', [own, deny], true],
    [
      'the account, but a Deny of all other actions',
      [own, { ...deny, Action: undefined, NotAction: 'kms:Get*' }],
      true,
    ],
    [
      'a Deny under a condition, which AWS judges',
      [own, { ...deny, Condition: { Bool: { x: 'true' } } }],
      false,
    ],
    ['a condition, which AWS judges', [{ ...own, Condition: { Bool: { x: 'true' } } }], false],
    ['all actions but some', [{ ...own, Action: undefined, NotAction: 'kms:Encrypt' }], false],
  ])('by a policy that lets in %s', (_, statements, expected) => {
    expect(locksOut(JSON.stringify(policy(...statements)), caller)).toBe(expected);
  });
});
