import { describe, expect, it } from 'vitest';
import { readStatement } from '../../../../main/receivers/statements/read-statement';
import { receiverStatement } from '../../../../main/schemas/receiver';
import { changed, organization, own, plain, read, role, text, theirs } from './pasted';

const taken = { sid: 'UseByService', principals: [theirs], actions: plain.Action, conditions: [] };

function reading(pasted: string) {
  const result = read(pasted);
  if (!result.ok) throw new Error(JSON.stringify(result.error.facts));
  return result.value;
}

describe('a pasted statement is read', () => {
  it.each<[string, string, 'text'?]>([
    ['as it is', text],
    ['in a list', `[${text}]`],
    ['in a policy', `{"Version":"2012-10-17","Id":"x","Statement":[${text}]}`],
    ['in a policy of one', `{"Statement":${text}}`],
    ['with the name of its member', `"Statement": [${text}]`],
    ['after a byte order mark', `\uFEFF${text}`],
    [
      'with prose around it',
      `Add this [1] to the policy (see https://a.example/#b):\n${text}\nIt's done {ok}.`,
      'text',
    ],
    ['in a fence', `\`\`\`json\n${text}\n\`\`\``],
    ['in a command', `aws kms put-key-policy --policy '${text}'`, 'text'],
    ['after comments', `// a "b" {\n# "c" [\n/* { "d" } */\n${text}`, 'text'],
    ['with comments in it', text.replace('"Effect"', '// "Effect": "Deny",\n# {\n/* } */ "Effect"'), 'text'],
    ['with trailing commas', text.replace('"kms:Decrypt"', '"kms:Decrypt",').replace(/\n\}$/, ',\n}')],
    ['with smart quotes', text.replace(/"([^"]*)"/g, '“$1”')],
    ['with HTML entities', text.replaceAll('"', '&quot;')],
    ['with numbered entities', text.replaceAll('"', '&#34;')],
    ['with spaces that do not break', text.replaceAll('  ', '\u00A0\u202F')],
    ['with line ends of Windows', text.replaceAll('\n', '\r\n// x\r\n'), 'text'],
    ['with actions in lower case', text.replace('kms:Encrypt', 'KMS:encrypt')],
    ['with a bare account', text.replace(theirs, '444455556666')],
  ])('%s', (_, pasted, other) => {
    const { statements, unusual, skipped } = reading(pasted);
    expect(statements).toEqual([taken]);
    expect(unusual).toEqual([]);
    expect(skipped).toEqual(other === undefined ? [] : [{ sid: '', what: 'text', word: '' }]);
    expect(receiverStatement.parse(statements[0])).toEqual(taken);
  });

  it('beside others', () => {
    const second = changed({ Sid: 'Second', Principal: { AWS: [role] } });
    expect(reading(`${text},\n${second}`).statements.map(({ sid }) => sid)).toEqual([
      'UseByService',
      'Second',
    ]);
  });

  it('with conditions, whose values may be bare', () => {
    const Condition = {
      Bool: { 'kms:GrantIsForAWSResource': true },
      StringEquals: { 'kms:ViaService': ['a', 'b'] },
    };
    expect(reading(changed({ Condition })).statements[0]?.conditions).toEqual([
      { operator: 'Bool', key: 'kms:GrantIsForAWSResource', values: ['true'] },
      { operator: 'StringEquals', key: 'kms:ViaService', values: ['a', 'b'] },
    ]);
  });

  it('without a Sid, and gets one', () => {
    const without = changed({ Sid: undefined });
    expect(reading(`[${without},${without}]`).statements.map(({ sid }) => sid)).toEqual([
      'Allow use by the receiver',
      'Allow use by the receiver 2',
    ]);
  });

  it('under another name where its own is taken, and says so', () => {
    const named = (Sid: string): object => ({ ...plain, Sid });
    const { statements, skipped } = reading(
      JSON.stringify([named('Allow use of the key'), named('Use'), named('Use'), named('Use')]),
    );
    expect(statements.map(({ sid }) => sid)).toEqual([
      'Allow use of the key - receiver',
      'Use',
      'Use - receiver',
      'Use - receiver 2',
    ]);
    expect(skipped.map(({ what, word }) => [what, word])).toEqual([
      ['sid', 'Allow use of the key'],
      ['sid', 'Use'],
      ['sid', 'Use'],
    ]);
  });

  it.each([own.accountId, '111122223333', '<your-account>'])(
    'without what lets account %s, the own one, do everything, and says so',
    (account) => {
      const mine = {
        ...plain,
        Sid: 'Enable',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'kms:*',
      };
      const { statements, skipped } = reading(JSON.stringify({ Statement: [mine, plain] }));
      expect(statements).toEqual([taken]);
      expect(skipped).toEqual([{ sid: 'Enable', what: 'ownAccount', word: 'kms:*' }]);
    },
  );

  it.each(['arn:aws:kms:eu-central-1:123456789012:key/1234', '<key-arn>'])(
    'about the new key, not %s',
    (Resource) => {
      const { statements, skipped } = reading(changed({ Resource }));
      expect(statements).toEqual([taken]);
      expect(skipped).toEqual([{ sid: 'UseByService', what: 'resource', word: Resource }]);
    },
  );

  it.each<[string, object]>([
    ['an organization', organization],
    ['a part of it', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-ygducmlz12/r-e5t3/*' } }],
    ['an account', { StringEquals: { 'kms:CallerAccount': '444455556666' } }],
    ['an account of the principal', { StringLike: { 'aws:PrincipalAccount': '444455556666' } }],
    ['roles of one account', { ArnLike: { 'aws:principalarn': 'arn:aws:iam::444455556666:role/Use*' } }],
  ])('for everybody within %s, and marks that', (_, Condition) => {
    const { statements, unusual } = reading(changed({ Principal: '*', Condition }));
    expect(statements[0]?.principals).toEqual(['*']);
    expect(unusual).toEqual([{ sid: 'UseByService', what: 'anybody', word: '*' }]);
  });
});

describe('a pasted statement, before it is known whose account will own the key', () => {
  const nobody = { accountId: undefined, partition: 'aws' };
  const everything = { ...plain, Sid: 'Enable', Principal: { AWS: theirs }, Action: 'kms:*' };

  it('is told what is left out only if that account is the own one', () => {
    const whole = readStatement(JSON.stringify([everything, plain]), nobody);
    expect(whole).toMatchObject({
      ok: true,
      value: {
        statements: [taken],
        skipped: [{ sid: 'Enable', what: 'perhapsOwn', word: '444455556666' }],
      },
    });
    // And once it is known not to be:
    expect(read(JSON.stringify([everything, plain]))).toMatchObject({
      error: { facts: { reason: 'everything', word: 'kms:*' } },
    });
  });

  it('is refused if that is all that it holds', () => {
    expect(readStatement(JSON.stringify(everything), nobody)).toMatchObject({
      error: { facts: { reason: 'everything', word: 'kms:*' } },
    });
  });

  it('names nobody as the own one', () => {
    const statement = readStatement(changed({ Principal: { AWS: [theirs, role] } }), nobody);
    expect(statement).toMatchObject({ ok: true, value: { unusual: [], skipped: [] } });
  });
});

describe('a pasted statement marks as unusual', () => {
  const forAws = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };

  it.each<[string, object, string, string]>([
    ['grants', { Action: 'kms:CreateGrant' }, 'grants', 'kms:CreateGrant'],
    ['the end of grants', { Action: ['kms:RevokeGrant', 'kms:Decrypt'] }, 'grants', 'kms:RevokeGrant'],
    ['a wildcard that is not the console’s', { Action: 'kms:describe*' }, 'wildcard', 'kms:Describe*'],
    ['the reading of the policy', { Action: 'kms:GetKeyPolicy' }, 'readsPolicy', 'kms:GetKeyPolicy'],
    ['what only other keys can do', { Action: 'kms:GetPublicKey' }, 'otherKeyKind', 'kms:GetPublicKey'],
    ['what no key policy gives', { Action: 'kms:ListAliases' }, 'noEffect', 'kms:ListAliases'],
    [
      'a role of the own account',
      { Principal: { AWS: `arn:aws:iam::${own.accountId}:role/Mine` } },
      'ownPrincipal',
      `arn:aws:iam::${own.accountId}:role/Mine`,
    ],
    [
      'a condition on what may be absent',
      { Condition: { StringEqualsIfExists: { 'kms:ViaService': 'a' } } },
      'looseCondition',
      'StringEqualsIfExists kms:ViaService',
    ],
  ])('%s', (_, changes, what, word) => {
    expect(reading(changed(changes)).unusual).toEqual([{ sid: 'UseByService', what, word }]);
  });

  it.each<[string, object]>([
    [
      'grants for services of AWS',
      { Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'], Condition: forAws },
    ],
    ['what the console gives', { Action: ['kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'] }],
  ])('neither %s', (_, changes) => {
    expect(reading(changed(changes)).unusual).toEqual([]);
  });

  it('grants under a condition that does not bind', () => {
    const Condition = { BoolIfExists: { 'kms:GrantIsForAWSResource': 'true' } };
    expect(
      reading(changed({ Action: 'kms:CreateGrant', Condition })).unusual.map(({ what }) => what),
    ).toEqual(['grants', 'looseCondition']);
  });
});
