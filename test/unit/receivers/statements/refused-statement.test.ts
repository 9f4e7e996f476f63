import { describe, expect, it } from 'vitest';
import { errorWords } from '../../../../renderer/words/errors';
import { changed, organization, own, read, text, theirs } from './pasted';

const refusal = (pasted: string) => {
  const result = read(pasted);
  return result.ok ? 'taken' : result.error.facts;
};

const anybody = (Condition: object): string => changed({ Principal: { AWS: ['*'] }, Condition });

describe('a pasted statement is refused', () => {
  it.each<[string, string, string | undefined]>([
    [' '.repeat(32 * 1024 + 1), 'tooLong', undefined],
    ['Nothing here.', 'nothing', undefined],
    ['', 'nothing', undefined],
    [text.slice(0, -3), 'cutShort', '{'],
    [text.slice(1), 'cutShort', '}'],
    [`"Effect": "Deny" }, ${text}`, 'cutShort', '}'],
    [text.replace(',', ''), 'syntax', undefined],
    [text.replaceAll('"', "'").replace("'*'", '"*"'), 'syntax', undefined],
    [`${'['.repeat(30)}"x"${']'.repeat(30)}`, 'depth', undefined],
    [text.replace('"Effect"', '"Effect":"Deny","Effect"'), 'duplicate', 'Effect'],
    [
      changed({ Condition: { StringLike: { 'aws:PrincipalOrgID': 'a', 'aws:principalorgid': 'b' } } }),
      'duplicate',
      'aws:principalorgid',
    ],
    [changed({ Action: 'kms:Decr\u0443pt' }), 'characters', 'kms:Decr<U+0443>pt'],
    [text.replace('kms:Decrypt', 'kms:Decr\\u0443pt'), 'characters', 'kms:Decr<U+0443>pt'],
    [changed({ Sid: 'a\u200Bb' }), 'characters', 'a<U+200B>b'],
    [changed({ Extra: 1 }), 'member', 'Extra'],
    [`{"Statement":${text},"Foo":1}`, 'member', 'Foo'],
    [changed({ Effect: undefined }), 'missing', 'Effect'],
    [changed({ Resource: undefined }), 'missing', 'Resource'],
    [changed({ Action: [] }), 'missing', 'Action'],
    [changed({ Action: 7 }), 'form', 'Action'],
    ['["a"]', 'form', 'a'],
    [changed({ Condition: 'x' }), 'form', 'Condition'],
    [changed({ Principal: 'someone' }), 'form', 'Principal'],
    [changed({ Action: Array(41).fill('kms:Decrypt') }), 'tooMany', 'Action'],
    [changed({ Sid: 'a"b' }), 'sid', 'a"b'],
    [changed({ Sid: 'x'.repeat(129) }), 'sid', `${'x'.repeat(120)}…`],
    [changed({ Principal: { AWS: own.accountId }, Action: 'kms:*' }), 'onlyOwn', undefined],
    [changed({ Effect: 'Deny' }), 'effect', 'Deny'],
    [changed({ NotPrincipal: { AWS: theirs } }), 'not', 'NotPrincipal'],
    [changed({ NotAction: 'kms:Decrypt' }), 'not', 'NotAction'],
    [changed({ NotResource: '*' }), 'not', 'NotResource'],
    [changed({ Resource: 'arn:aws:s3:::bucket/*' }), 'resource', 'arn:aws:s3:::bucket/*'],
    [
      changed({ Resource: ['*', 'arn:aws:kms:eu-central-1:444455556666:alias/a'] }),
      'resource',
      'arn:aws:kms:eu-central-1:444455556666:alias/a',
    ],
    [
      changed({ Resource: 'arn:aws-cn:kms:cn-north-1:444455556666:key/a' }),
      'partition',
      'arn:aws-cn:kms:cn-north-1:444455556666:key/a',
    ],
    // What it allows
    [changed({ Action: 'kms:*' }), 'everything', 'kms:*'],
    [changed({ Action: '*' }), 'everything', '*'],
    [changed({ Action: 's3:GetObject' }), 'otherService', 's3:GetObject'],
    [changed({ Action: 'Decrypt' }), 'otherService', 'Decrypt'],
    [changed({ Action: 'kms:Decyrpt' }), 'unknownAction', 'kms:Decyrpt'],
    [changed({ Action: 'kms:Zap*' }), 'unknownAction', 'kms:Zap*'],
    ...[
      'PutKeyPolicy',
      'DeleteImportedKeyMaterial',
      'DeleteAlias',
      'ScheduleKeyDeletion',
      'CreateKey',
      'CreateAlias',
    ]
      .concat([
        'EnableKey',
        'DisableKey',
        'UpdateKeyDescription',
        'TagResource',
        'UntagResource',
        'ImportKeyMaterial',
      ])
      .concat([
        'GetParametersForImport',
        'ReplicateKey',
        'CancelKeyDeletion',
        'RotateKeyOnDemand',
        'putkeypolicy',
      ])
      .map((name): [string, string, string] => [changed({ Action: `kms:${name}` }), 'action', `kms:${name}`]),
    ...['C*', 'Get*', 'Re*', 'D*', 'En*', 'CreateGrant*x', 'De?rypt', '*Grant', 'Gen*Key', 'p*'].map(
      (name): [string, string, string] => [changed({ Action: `kms:${name}` }), 'wildcard', `kms:${name}`],
    ),
    // Whom it lets in
    [changed({ Principal: '*' }), 'unbounded', '*'],
    [changed({ Principal: { AWS: [theirs, '*'] } }), 'unbounded', '*'],
    [anybody({ StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } }), 'unbounded', '*'],
    [anybody({ StringEquals: { 'aws:SourceAccount': '444455556666' } }), 'unbounded', '*'],
    [anybody({ StringEqualsIfExists: organization.StringEquals }), 'unbounded', '*'],
    [anybody({ StringNotEquals: organization.StringEquals }), 'unbounded', '*'],
    [anybody({ 'ForAllValues:StringEquals': organization.StringEquals }), 'unbounded', '*'],
    [anybody({ Null: { 'aws:PrincipalOrgID': 'false' } }), 'unbounded', '*'],
    [anybody({ StringLike: { 'aws:PrincipalOrgID': '*' } }), 'unbounded', '*'],
    [anybody({ StringLike: { 'aws:PrincipalOrgID': ['o-ygducmlz12', 'o-*'] } }), 'unbounded', '*'],
    [anybody({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': '*/r-e5t3/*' } }), 'unbounded', '*'],
    [anybody({ 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-ygducmlz12/*' } }), 'unbounded', '*'],
    [anybody({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Use' } }), 'unbounded', '*'],
    [anybody({ StringLike: { 'kms:CallerAccount': '4444*' } }), 'unbounded', '*'],
    [anybody({ StringEquals: { 'kms:CallerAccount': own.accountId } }), 'own', own.accountId],
    [
      anybody({ StringLike: { 'aws:PrincipalArn': `arn:aws:iam::${own.accountId}:role/*` } }),
      'own',
      `arn:aws:iam::${own.accountId}:role/*`,
    ],
    [changed({ Principal: { AWS: own.accountId } }), 'own', own.accountId],
    [changed({ Principal: { Service: 's3.amazonaws.com' } }), 'service', 's3.amazonaws.com'],
    [changed({ Principal: { AWS: theirs, Service: ['a.amazonaws.com'] } }), 'service', 'a.amazonaws.com'],
    [changed({ Principal: { Federated: 'accounts.google.com' } }), 'federated', 'accounts.google.com'],
    [changed({ Principal: { CanonicalUser: 'abc' } }), 'canonicalUser', 'abc'],
    [changed({ Principal: { constructor: 'abc' } }), 'member', 'constructor'],
    [changed({ Principal: {} }), 'missing', 'Principal'],
    ...(
      [
        ['arn:aws:sts::444455556666:assumed-role/Use/me', 'session'],
        ['arn:aws:iam::444455556666:role/*', 'wildcardPrincipal'],
        ['arn:aws-us-gov:iam::444455556666:root', 'partition'],
        ['arn:aws:iam::444455556666:group/All', 'principal'],
        ['AROAEXAMPLEID', 'principal'],
        ['arn:aws:iam::ACCOUNT:root', 'placeholder'],
        ['arn:aws:iam::<account-id>:root', 'placeholder'],
        ['arn:aws:iam::444455556666:user/${aws:username}', 'variable'],
      ] as const
    ).map(([AWS, reason]): [string, string, string] => [changed({ Principal: { AWS } }), reason, AWS]),
    [changed({ Principal: { AWS: '123456789012' } }), 'placeholder', '123456789012'],
    [changed({ Principal: { AWS: 'arn:aws:iam::111122223333:role/A' } }), 'placeholder', '111122223333'],
    [anybody({ StringEquals: { 'kms:CallerAccount': '111122223333' } }), 'placeholder', '111122223333'],
    ...['ORG_ID', 'o-xxxxxxxxxx', '<organization>', '{{ org }}', '[ORG]', 'your-org', '...'].map(
      (value): [string, string, string] => [
        changed({ Condition: { StringEquals: { 'kms:EncryptionContext:org': value } } }),
        'placeholder',
        value,
      ],
    ),
    // When
    [changed({ Condition: { StringMatches: { 'kms:ViaService': 'a' } } }), 'operator', 'StringMatches'],
  ])('(%#) %s', (pasted, reason, word) => {
    expect(refusal(pasted)).toEqual({ reason, ...(word === undefined ? {} : { word }) });
  });

  it('as a whole, if one of several is', () => {
    expect(refusal(`[${text},${changed({ Action: 'kms:*' })}]`)).toMatchObject({ reason: 'everything' });
  });

  it('with the word that is the reason, that AWS was not changed, and what to do', () => {
    const result = read(changed({ Action: ['kms:Decrypt', 'kms:PutKeyPolicy'] }));
    if (result.ok) throw new Error('taken');
    const { title, meaning, next } = errorWords(result.error, new Date());
    expect(title).toBe("“kms:PutKeyPolicy” cannot be in the receiver's statement");
    expect(meaning).toMatch(/No receiver may have it\..*nothing changed in AWS/i);
    expect(next).toBe('Ask the receiver for a statement without it.');
  });

  // The time that a test may take is the limit.
  it.each(['/*'.repeat(16_000), ' '.repeat(32_000), '# '.repeat(16_000), '&lt;'.repeat(8_000)])(
    'soon, however it is made (%#)',
    (pasted) => {
      expect(refusal(pasted)).toEqual({ reason: 'nothing' });
    },
  );
});
