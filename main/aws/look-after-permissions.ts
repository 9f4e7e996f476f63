import {
  iamOnly,
  ifAllowed,
  onTheKey,
  policyOf,
  type JobPermissions,
  type PermissionScope,
} from './permission';

const listing = ['kms:ListKeys', 'kms:ListAliases'];
/** On every key, because AWS lists keys of each origin, and only this says which are imported. */
const describing = 'kms:DescribeKey';
const reading = [
  'kms:GetKeyPolicy',
  'kms:ListKeyRotations',
  'kms:ListGrants',
  'kms:ListResourceTags',
  'kms:GetKeyRotationStatus',
  'kms:GetKeyLastUsage',
];

type Scope = Pick<PermissionScope, 'partition' | 'accountId'>;

/**
 * The permissions for looking after imported keys of all Regions. Reading is needed; what changes a key is only
 * offered to who may do it.
 */
export const lookAfterPermissions: JobPermissions = {
  permissions: [
    ...listing.map(iamOnly),
    onTheKey(describing),
    ...reading.map(onTheKey),
    ...['kms:GetParametersForImport', 'kms:ImportKeyMaterial'].map(ifAllowed),
  ],
  statements,
};

/** An IAM policy that allows everything that is read. */
export const readingPolicy = (scope: Scope): string =>
  policyOf(statements(new Set([...listing, describing, ...reading]), scope));

function statements(missing: ReadonlySet<string>, { partition, accountId }: Scope): readonly object[] {
  const keys = `arn:${partition}:kms:*:${accountId}:key/*`;
  const [toList, toRead] = [listing, reading].map((actions) => actions.filter((name) => missing.has(name)));
  return [
    ...some({ Sid: 'ListKeys', Effect: 'Allow', Action: toList ?? [], Resource: '*' }),
    ...some({
      Sid: 'DescribeKeys',
      Effect: 'Allow',
      Action: missing.has(describing) ? [describing] : [],
      Resource: keys,
    }),
    ...some({
      Sid: 'ReadImportedKeys',
      Effect: 'Allow',
      Action: toRead ?? [],
      Resource: keys,
      Condition: { StringEquals: { 'kms:KeyOrigin': 'EXTERNAL' } },
    }),
  ];
}

const some = <S extends { readonly Action: readonly string[] }>(statement: S): readonly S[] =>
  statement.Action.length === 0 ? [] : [statement];
