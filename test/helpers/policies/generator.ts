import fc from 'fast-check';
import { administratorActions, grantActions, useActions } from '../../../main/shared/kms-words';
import { conditions, keyKinds } from './conditions';
import { identities, keyArn, ownAccount, theirAccount, thirdAccount, type Identity } from './people';

export interface GeneratedStatement {
  readonly statement: Readonly<Record<string, unknown>>;
  /** Whether it holds something that no sentence can say. */
  readonly isUnsaid: boolean;
}

/** A request with all that the conditions may ask about. */
export interface GeneratedRequest extends Identity {
  readonly action: string;
  /** By the name of the key; absent where the request has none. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

const accounts = [ownAccount, theirAccount, thirdAccount];
const people = identities.filter(({ accountId }) => accountId !== '');
const named = [...new Set(people.flatMap(({ principalArn, callerArn }) => [principalArn, callerArn]))];
const awsPrincipals = [
  ...named,
  ...accounts,
  ...accounts.map((id) => `arn:aws:iam::${id}:root`),
  `arn:aws:sts::${theirAccount}:federated-user/carol`,
];
const others = [
  { Service: 'ec2.amazonaws.com' },
  { Federated: 'cognito-identity.amazonaws.com' },
  { Federated: [`arn:aws:iam::${ownAccount}:saml-provider/Office`] },
  { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
];
const principal = fc.oneof(
  fc.constantFrom('*', { AWS: '*' }, { AWS: `arn:aws:iam::${ownAccount}:root` }),
  fc
    .subarray(awsPrincipals, { minLength: 1, maxLength: 4 })
    .map((AWS) => ({ AWS: AWS.length === 1 ? AWS[0] : AWS })),
  fc
    .tuple(fc.constantFrom(...others), fc.constantFrom(...awsPrincipals))
    .map(([other, AWS]) => ({ ...other, AWS })),
  fc.constantFrom(...others),
);

const patterns = [
  ...[...useActions, ...grantActions, 'kms:Generate*', 'kms:*Key', 'kms:?e*', 'kms:encrypt', 'kms:Put*'],
  ...['kms:ImportKeyMaterial', 'kms:GenerateDataKey?ithoutPlaintext', 's3:GetObject'],
];
const actions = fc.oneof(
  fc.constantFrom<string | readonly string[]>('kms:*', '*', useActions, grantActions, administratorActions),
  fc.constantFrom(...patterns),
  fc.subarray(patterns, { minLength: 1, maxLength: 5 }),
);
const scope = fc.oneof(
  { arbitrary: actions.map((Action) => ({ Action })), weight: 5 },
  {
    arbitrary: fc
      .oneof(fc.constantFrom(useActions, grantActions), fc.subarray(patterns, { minLength: 1, maxLength: 4 }))
      .map((NotAction) => ({ NotAction })),
    weight: 1,
  },
);
const resource = fc.oneof(
  { arbitrary: fc.constant<string | readonly string[]>('*'), weight: 8 },
  {
    arbitrary: fc.constantFrom<string | readonly string[]>(
      keyArn,
      [`${keyArn.slice(0, -1)}c`, '*'],
      `arn:aws:kms:*:${ownAccount}:key/*`,
      `${keyArn.slice(0, -1)}c`,
    ),
    weight: 1,
  },
);

/** What makes a statement unsaid, each for a reason of its own. */
const unsayable = fc.constantFrom<Readonly<Record<string, unknown>>>(
  { Principal: undefined, NotPrincipal: { AWS: named[0] } },
  { Resource: undefined, NotResource: `${keyArn.slice(0, -1)}c` },
  { Condition: { StringEquals: { 'kms:EncryptionContext:tenant': '${aws:username}' } } },
  { Condition: { StringEquals: { 'aws:PrincipalOrgPaths': 'o-a1/r-b2/ou-c3/' } } },
  { Condition: { 'ForAnyValue:StringEqualsIfExists': { 'aws:PrincipalOrgPaths': 'o-a1/' } } },
  { Condition: { BinaryEquals: { 'kms:ViaService': 'eA==' } } },
);

const sid = fc.constantFrom({}, { Sid: '' }, { Sid: 'Allow use of the key' }, { Sid: 'x' });
const effect = fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny');

const statement: fc.Arbitrary<GeneratedStatement> = fc
  .tuple(
    sid,
    effect,
    principal,
    scope,
    resource,
    conditions,
    fc.oneof({ weight: 24, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: unsayable }),
  )
  .map(([Sid, Effect, Principal, Scope, Resource, Condition, change]) => ({
    // By way of JSON, members that are undefined are gone.
    statement: JSON.parse(
      JSON.stringify({ ...Sid, Effect, Principal, ...Scope, Resource, Condition, ...change }),
    ) as Readonly<Record<string, unknown>>,
    isUnsaid: Object.keys(change).length > 0,
  }));

/** The console's first statement, and one that lets everybody in: denials need something to take away. */
const openings = ['*', { AWS: `arn:aws:iam::${ownAccount}:root` }].map((Principal) => ({
  statement: { Sid: 'Enable', Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' },
  isUnsaid: false,
}));

export const policies: fc.Arbitrary<readonly GeneratedStatement[]> = fc
  .tuple(fc.subarray(openings, { maxLength: 1 }), fc.array(statement, { minLength: 1, maxLength: 4 }))
  .map(([first, more]) => [...first, ...more]);

const [withContext, grants] = [/Encrypt|Decrypt|DataKey|CreateGrant/, /CreateGrant/];
const operations = [
  ...['Encrypt', 'Decrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'ReEncryptFrom'],
  ...[
    'CreateGrant',
    'RevokeGrant',
    'DescribeKey',
    'PutKeyPolicy',
    'ImportKeyMaterial',
    'ScheduleKeyDeletion',
  ],
];

/** What AWS sends with an operation: not every key goes with each. */
const goesWith = (operation: string, key: string): boolean =>
  key.startsWith('kms:EncryptionContext')
    ? withContext.test(operation)
    : key !== 'kms:GrantIsForAWSResource' || grants.test(operation);

const request: fc.Arbitrary<GeneratedRequest> = fc
  .record({
    who: fc.constantFrom(...identities),
    operation: fc.constantFrom(...operations),
    chosen: fc.tuple(
      ...keyKinds.map(({ given, several }) =>
        fc.oneof(
          fc.constant([]),
          ...Array<fc.Arbitrary<string[]>>(2).fill(
            fc.subarray([...given], { minLength: 1, maxLength: several ? 2 : 1 }),
          ),
        ),
      ),
    ),
  })
  .map(({ who, operation, chosen }) => {
    const values = keyKinds.map(({ key }, at) => [key, chosen[at] ?? []] as const);
    const context = new Map(values.filter(([key, list]) => list.length > 0 && goesWith(operation, key)));
    context.delete('kms:CallerAccount');
    context.delete('aws:PrincipalArn');
    // A service has neither.
    if (who.accountId !== '') {
      context.set('kms:CallerAccount', [who.accountId]).set('aws:PrincipalArn', [who.principalArn]);
    }
    return { ...who, action: `kms:${operation}`, context };
  });

/** How many requests go with a policy. */
export const requestCount = 10;
export const requests = fc.array(request, { minLength: requestCount, maxLength: requestCount });
