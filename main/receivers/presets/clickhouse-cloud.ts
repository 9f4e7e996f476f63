import type { ReceiverPreset } from '../../schemas/receiver';

export const clickhouseCloud: ReceiverPreset = {
  id: 'clickhouse-cloud',
  name: 'ClickHouse Cloud',
  group: 'data',
  source: { page: 'https://clickhouse.com/docs/cloud/security/cmek', readOn: '2026-11-27' },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'role',
        label: 'Encryption role ID',
        hint: 'The ARN of the role that the settings of your service show.',
        kind: 'role',
      },
    ],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'Allow ClickHouse to use the key',
          principal: 'role',
          actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:DescribeKey'],
          conditions: [],
        },
      ],
    },
    known: 'before-key',
    imported: { answer: 'not-said' },
    multiRegion: 'no',
    wants: ['key-arn'],
    where: 'Settings of the service',
    steps: [
      'Switch on encryption when you make the service, and copy the encryption role ID.',
      'Enter the ARN of the key in the settings of the service.',
    ],
    stepsBefore: 1,
    aftercare: ['ClickHouse checks the key every 10 minutes. When it cannot be used, the service stops.'],
  },
};
