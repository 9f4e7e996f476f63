import type { ReceiverPreset } from '../../schemas/receiver';

export const mongodbAtlas: ReceiverPreset = {
  id: 'mongodb-atlas',
  name: 'MongoDB Atlas',
  group: 'data',
  source: {
    page: 'https://www.mongodb.com/docs/atlas/security/aws-kms-over-public-network/',
    readOn: '2026-11-27',
  },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'role',
        label: 'ARN of the role in your own account',
        hint: 'The IAM role that Atlas assumes. Your IAM administrator makes it.',
        kind: 'own-role',
      },
      {
        name: 'trusted',
        label: 'AWS account ID of Atlas',
        hint: 'The account of the principal that Atlas shows for your project.',
        kind: 'account',
      },
      {
        name: 'external-id',
        label: 'External ID',
        hint: 'Atlas issues it for your project, together with its account.',
        kind: 'text',
      },
    ],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'Allow use by the role of MongoDB Atlas',
          principal: 'role',
          actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:DescribeKey'],
          conditions: [],
        },
      ],
    },
    trust: { role: 'role', principal: 'trusted', externalId: 'external-id', permissions: true },
    known: 'before-key',
    imported: { answer: 'not-said' },
    multiRegion: 'not-said',
    wants: ['key-id', 'role-arn', 'region'],
    steps: [
      'Enter the ID of the key, or its ARN if the role is in another account, the role and the Region in Atlas.',
    ],
    aftercare: ['A project that has moved to roles cannot go back to access keys.'],
  },
};
