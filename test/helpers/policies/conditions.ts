import fc from 'fast-check';
import { identities, ownAccount, theirAccount, thirdAccount } from './people';

type Family = 'String' | 'Numeric' | 'Date' | 'Bool' | 'IpAddress' | 'Arn';

interface KeyKind {
  readonly key: string;
  readonly family: Family;
  /** What requests have there. */
  readonly given: readonly string[];
  /** What policies ask for besides. */
  readonly wanted: readonly string[];
  readonly several?: true;
}

const caller = [identities[0], identities[3], identities[5]].flatMap((who) => who?.principalArn ?? []);

/** Keys that conditions of key policies use, with what may stand there. */
export const keyKinds: readonly KeyKind[] = [
  {
    key: 'kms:EncryptionContext:tenant',
    family: 'String',
    given: ['a', 'A', 'abc'],
    wanted: ['a*', '?', '*'],
  },
  { key: 'kms:EncryptionContext:Stage', family: 'String', given: ['test', 'live'], wanted: ['te?t', 'none'] },
  {
    key: 'kms:ViaService',
    family: 'String',
    given: ['ec2.eu-west-1.amazonaws.com', 's3.eu-west-1.amazonaws.com'],
    wanted: ['ec2.*.amazonaws.com'],
  },
  {
    key: 'aws:PrincipalOrgPaths',
    family: 'String',
    given: ['o-a1/r-b2/ou-c3/', 'o-a1/r-b2/ou-d4/'],
    wanted: ['o-a1/r-b2/*', 'o-z9/*'],
    several: true,
  },
  { key: 'aws:PrincipalOrgID', family: 'String', given: ['o-a1', 'o-z9'], wanted: ['o-*'] },
  { key: 'kms:CallerAccount', family: 'String', given: [ownAccount, theirAccount, thirdAccount], wanted: [] },
  { key: 'kms:GrantIsForAWSResource', family: 'Bool', given: ['true', 'false'], wanted: [] },
  { key: 'aws:MultiFactorAuthPresent', family: 'Bool', given: ['true', 'false'], wanted: [] },
  { key: 'aws:MultiFactorAuthAge', family: 'Numeric', given: ['300', '7200'], wanted: ['3600'] },
  {
    key: 'aws:CurrentTime',
    family: 'Date',
    given: ['2026-11-27T12:00:00Z', '2027-03-01T00:00:00Z'],
    wanted: ['2027-01-01', '2027-03-01T01:00:00+01:00'],
  },
  {
    key: 'aws:SourceIp',
    family: 'IpAddress',
    given: ['203.0.113.7', '198.51.100.9'],
    // Not 0.0.0.0/0, which iam-simulate 0.1.173 takes for no address at all.
    wanted: ['203.0.113.0/24', '198.0.0.0/7'],
  },
  {
    key: 'aws:PrincipalArn',
    family: 'Arn',
    given: caller,
    wanted: ['arn:aws:iam::*:role/app/*', 'arn:*:iam::*:user/?*'],
  },
];

const comparisons = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
const operators: Readonly<Record<Family, readonly string[]>> = {
  String: ['Equals', 'NotEquals', 'Like', 'NotLike', 'EqualsIgnoreCase', 'NotEqualsIgnoreCase'].map(
    (name) => `String${name}`,
  ),
  Numeric: comparisons.map((name) => `Numeric${name}`),
  Date: comparisons.map((name) => `Date${name}`),
  Bool: ['Bool'],
  IpAddress: ['IpAddress', 'NotIpAddress'],
  Arn: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
};

/** Every operator that goes with a key, in each of its forms that a sentence can say. */
export function operatorsFor({ family, several }: KeyKind): readonly string[] {
  const before = [...(several ? [] : ['']), 'ForAnyValue:', 'ForAllValues:'];
  return before.flatMap((quantifier) =>
    operators[family].flatMap((name) =>
      (quantifier === 'ForAnyValue:' ? [''] : ['', 'IfExists']).map(
        (after) => `${quantifier}${name}${after}`,
      ),
    ),
  );
}

function oneCondition(kind: KeyKind) {
  const { key, family, given, wanted } = kind;
  const most = family === 'Bool' ? 1 : 3;
  const values = fc.subarray([...given, ...wanted], { minLength: 1, maxLength: most });
  const compared = fc
    .tuple(fc.constantFrom(...operatorsFor(kind)), values)
    .map(([name, some]) => ({ [name]: { [key]: oneOrList(some) } }));
  const presence = fc.constantFrom('true', 'false').map((isMissing) => ({ Null: { [key]: isMissing } }));
  return fc.oneof({ arbitrary: compared, weight: 9 }, { arbitrary: presence, weight: 1 });
}

const oneOrList = (values: readonly string[]) => (values.length === 1 ? values[0] : values);

const some = fc.constantFrom(...keyKinds).chain(oneCondition);

/** None to three conditions, which all must hold. */
export const conditions: fc.Arbitrary<object | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant(undefined),
  some,
  fc.constant({ Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
  fc.array(some, { minLength: 2, maxLength: 3 }).map((all) => Object.assign({}, ...all) as object),
);
