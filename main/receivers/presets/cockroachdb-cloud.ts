import type { ReceiverPreset } from '../../schemas/receiver';

export const cockroachdbCloud: ReceiverPreset = {
  id: 'cockroachdb-cloud',
  name: 'CockroachDB Cloud',
  group: 'data',
  source: { page: 'https://www.cockroachlabs.com/docs/cockroachcloud/cmek-ops-aws', readOn: '2026-11-27' },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'role',
        label: 'ARN of the role in your own account',
        hint: 'The IAM role that CockroachDB Cloud assumes. Your IAM administrator makes it.',
        kind: 'own-role',
      },
      {
        name: 'trusted',
        label: 'AWS account ID of the cluster',
        hint: 'The account of your cluster.',
        kind: 'account',
      },
      {
        name: 'external-id',
        label: 'Organization ID of CockroachDB Cloud',
        hint: 'It is the external ID of the trust.',
        kind: 'text',
      },
    ],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'Allow use by the role of CockroachDB Cloud',
          principal: 'role',
          actions: [
            'kms:Encrypt',
            'kms:Decrypt',
            'kms:GenerateDataKey*',
            'kms:DescribeKey',
            'kms:ReEncrypt*',
          ],
          conditions: [],
        },
      ],
    },
    trust: { role: 'role', principal: 'trusted', externalId: 'external-id', permissions: false },
    known: 'before-key',
    imported: {
      answer: 'not-said',
      text: 'Its guide chooses a key made by KMS, and names another way by which own material is brought.',
    },
    multiRegion: 'possible',
    wants: ['key-arn', 'role-arn', 'region'],
    steps: ['Give CockroachDB Cloud the ARNs of key and role for each Region.'],
    aftercare: ['Each Region of the cluster needs a key and a role.'],
  },
};
