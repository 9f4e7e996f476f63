import { onTheKey, type JobPermissions } from '../../../aws/permission';
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
};

/** @param arn of the key; what is missing is asked for that key only. */
export const permissionsOf = (act: ActName, arn: string): JobPermissions => ({
  permissions: actionsOf[act].map(onTheKey),
  statements: (missing) => [{ Sid: 'LookAfterKey', Effect: 'Allow', Action: [...missing], Resource: arn }],
});
