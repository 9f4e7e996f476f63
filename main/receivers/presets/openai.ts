import type { ReceiverPreset } from '../../schemas/receiver';

export const openai: ReceiverPreset = {
  id: 'openai',
  name: 'OpenAI',
  group: 'artificial-intelligence',
  source: { page: 'https://help.openai.com/en/articles/20000947', readOn: '2026-11-27' },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'role',
        label: 'ARN of the role in your own account',
        hint: 'The IAM role that OpenAI assumes. Your IAM administrator makes it.',
        kind: 'own-role',
      },
      {
        name: 'trusted',
        label: 'Role of OpenAI that may assume yours',
        hint: 'The ARN in the guide that OpenAI gave you.',
        kind: 'role',
        published: {
          values: ['arn:aws:iam::790389265272:role/EnterpriseKeyManagement'],
          readOn: '2026-11-27',
        },
      },
      {
        name: 'external-id',
        label: 'External ID',
        hint: 'The ID of your organization or project at OpenAI.',
        kind: 'text',
      },
    ],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'Allow use by the role of OpenAI',
          principal: 'role',
          actions: ['kms:Decrypt', 'kms:Encrypt'],
          conditions: [],
        },
      ],
    },
    trust: { role: 'role', principal: 'trusted', externalId: 'external-id', permissions: true },
    known: 'before-key',
    imported: { answer: 'not-said' },
    multiRegion: 'possible',
    wants: ['role-arn', 'key-arn', 'alias-arn', 'external-id'],
    steps: ['Give OpenAI the ARNs of role and key, and the external ID.'],
    aftercare: [],
  },
};
