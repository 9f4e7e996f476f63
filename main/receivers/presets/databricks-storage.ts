import { grantActions, useActions } from '../../shared/kms-words';
import type { ReceiverPreset } from '../../schemas/receiver';

export const databricksStorage: ReceiverPreset = {
  id: 'databricks-storage',
  name: 'Databricks, workspace storage',
  group: 'data',
  source: {
    page: 'https://github.com/databricks/terraform-provider-databricks (mws_customer_managed_keys)',
    readOn: '2026-11-27',
  },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'account',
        label: "Receiver's AWS account ID",
        hint: 'The 12 digits of Databricks for your kind of account.',
        kind: 'account',
        published: { values: ['414351767826'], readOn: '2026-11-27' },
      },
      {
        name: 'cross-account-role',
        label: 'Cross-account role of the workspace',
        hint: 'The ARN of the role in your account by which Databricks starts computers.',
        kind: 'own-role',
      },
    ],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'Allow Databricks to use the key for storage',
          principal: 'account',
          actions: useActions,
          conditions: [],
        },
        {
          sid: 'Allow Databricks to use the key for storage by grants',
          principal: 'account',
          actions: grantActions,
          conditions: [{ operator: 'Bool', key: 'kms:GrantIsForAWSResource', values: [{ is: 'true' }] }],
        },
        {
          sid: 'Allow Databricks to use the key for disks',
          principal: 'cross-account-role',
          actions: ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:CreateGrant', 'kms:DescribeKey'],
          conditions: [
            {
              operator: 'ForAnyValue:StringLike',
              key: 'kms:ViaService',
              values: [{ is: 'ec2.*.amazonaws.com' }],
            },
          ],
        },
      ],
    },
    known: 'before-key',
    imported: { answer: 'not-said' },
    multiRegion: 'no',
    wants: ['key-arn', 'alias'],
    where: 'Account console, key configuration',
    steps: [
      'Make a key configuration with the use case storage in the account console, with the ARN of the key.',
    ],
    aftercare: ['The key has to be in the Region of the workspace.'],
  },
};
