import { replicaStatements } from '../../../aws/replica-permissions';
import { iamOnly, onTheKey, type JobPermissions, type PermissionScope } from '../../../aws/permission';
import type { ActName } from '../../../schemas/act';

/** What each act calls, as IAM names it. AWS KMS Developer Guide, "AWS KMS permissions". */
const actionsOf: Readonly<Record<ActName, readonly string[]>> = {
  'disable-key': ['kms:DescribeKey', 'kms:DisableKey'],
  'enable-key': ['kms:DescribeKey', 'kms:EnableKey'],
  'schedule-deletion': ['kms:DescribeKey', 'kms:ScheduleKeyDeletion'],
  'cancel-deletion': ['kms:DescribeKey', 'kms:CancelKeyDeletion', 'kms:EnableKey'],
  'delete-material': ['kms:DescribeKey', 'kms:ListKeyRotations', 'kms:DeleteImportedKeyMaterial'],
  'revoke-receiver': [
    'kms:DescribeKey',
    'kms:GetKeyPolicy',
    'kms:PutKeyPolicy',
    'kms:ListGrants',
    'kms:RevokeGrant',
  ],
  'relabel-key': [
    'kms:DescribeKey',
    'kms:ListResourceTags',
    'kms:UpdateKeyDescription',
    'kms:TagResource',
    'kms:UntagResource',
  ],
  'give-alias': ['kms:DescribeKey', 'kms:ListAliases', 'kms:CreateAlias'],
  'move-alias': ['kms:DescribeKey', 'kms:ListAliases', 'kms:UpdateAlias'],
  'remove-alias': ['kms:DescribeKey', 'kms:ListAliases', 'kms:DeleteAlias'],
  'replicate-key': [
    'kms:DescribeKey',
    'kms:GetKeyPolicy',
    'kms:ListResourceTags',
    'kms:ReplicateKey',
    'kms:CreateKey',
    'kms:TagResource',
  ],
  'rotate-now': ['kms:DescribeKey', 'kms:ListKeyRotations', 'kms:RotateKeyOnDemand'],
  'remove-waiting': ['kms:DescribeKey', 'kms:ListKeyRotations', 'kms:DeleteImportedKeyMaterial'],
};

/** What no key policy can allow: of aliases, and in another Region. */
const ofIam: readonly string[] = [
  'kms:ListAliases',
  'kms:CreateAlias',
  'kms:UpdateAlias',
  'kms:DeleteAlias',
  'kms:CreateKey',
  'kms:TagResource',
];

/** @param arn of the key; what is missing is asked for that key only, as far as AWS can tell it by its key. */
export const permissionsOf = (act: ActName, arn: string): JobPermissions => ({
  permissions: actionsOf[act].map((action) => (isOfIam(act, action) ? iamOnly : onTheKey)(action)),
  statements: (missing, scope) => [
    ...some(
      'LookAfterKey',
      [...missing].filter((action) => !isOfIam(act, action)),
      arn,
    ),
    ...some(
      'ListAliases',
      [...missing].filter((action) => action === 'kms:ListAliases'),
      '*',
    ),
    // AWS asks for it on the alias and on the key.
    ...some(
      'NameKeys',
      [...missing].filter((action) => action.endsWith('Alias')),
      [aliasesIn(scope), arn],
    ),
    ...(act === 'replicate-key'
      ? replicaStatements([...missing].filter((action) => isOfIam(act, action)))
      : []),
  ],
});

/** A tag of a key that exists can be allowed by its policy; one that a replica is born with cannot. */
const isOfIam = (act: ActName, action: string): boolean =>
  ofIam.includes(action) && (action !== 'kms:TagResource' || act === 'replicate-key');

const aliasesIn = ({ partition, region, accountId }: PermissionScope): string =>
  `arn:${partition}:kms:${region}:${accountId}:alias/*`;

const some = (
  Sid: string,
  Action: readonly string[],
  Resource: string | readonly string[],
): readonly object[] => (Action.length === 0 ? [] : [{ Sid, Effect: 'Allow', Action, Resource }]);
