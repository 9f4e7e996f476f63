import type { ReceiverPreset } from '../../schemas/receiver';

export const databricksManagedServices: ReceiverPreset = {
  id: 'databricks-managed-services',
  name: 'Databricks, managed services',
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
    ],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'Allow Databricks to use the key for managed services',
          principal: 'account',
          actions: ['kms:Encrypt', 'kms:Decrypt'],
          conditions: [],
        },
      ],
    },
    known: 'before-key',
    imported: { answer: 'not-said' },
    multiRegion: 'no',
    wants: ['key-arn', 'alias'],
    where: 'Account console, key configuration',
    steps: [
      'Make a key configuration with the use case managed services in the account console, with the ARN of the key.',
    ],
    aftercare: [
      'The key has to be in the Region of the workspace.',
      'Newer pages of Databricks add a condition on the account ID. Ask Databricks whether your account needs it.',
    ],
  },
};
