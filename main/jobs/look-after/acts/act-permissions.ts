import { onTheKey, type JobPermissions } from '../../../aws/permission';
import type { ActName } from '../../../schemas/act';

/** What each act calls, as IAM names it. AWS KMS Developer Guide, "AWS KMS permissions". */
const actionsOf: Readonly<Record<ActName, readonly string[]>> = {
  'disable-key': ['kms:DescribeKey', 'kms:DisableKey'],
  'enable-key': ['kms:DescribeKey', 'kms:EnableKey'],
  'rotate-now': ['kms:DescribeKey', 'kms:ListKeyRotations', 'kms:RotateKeyOnDemand'],
  'remove-waiting': ['kms:DescribeKey', 'kms:ListKeyRotations', 'kms:DeleteImportedKeyMaterial'],
};

/** @param arn of the key; what is missing is asked for that key only. */
export const permissionsOf = (act: ActName, arn: string): JobPermissions => ({
  permissions: actionsOf[act].map(onTheKey),
  statements: (missing) => [{ Sid: 'LookAfterKey', Effect: 'Allow', Action: [...missing], Resource: arn }],
});
