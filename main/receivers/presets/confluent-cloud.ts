import { grantActions, useActions } from '../../shared/kms-words';
import type { ReceiverPreset } from '../../schemas/receiver';

export const confluentCloud: ReceiverPreset = {
  id: 'confluent-cloud',
  name: 'Confluent Cloud',
  group: 'data',
  source: { page: 'https://docs.confluent.io/cloud/current/security/encrypt/byok/', readOn: '2026-11-27' },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'roles',
        label: 'Roles of Confluent',
        hint: 'The ARNs that Confluent shows once the key is registered.',
        kind: 'role',
        most: 10,
      },
    ],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'Allow Confluent to use the key',
          principal: 'roles',
          actions: [...useActions, ...grantActions],
          conditions: [],
        },
      ],
    },
    known: 'after-arn',
    imported: { answer: 'not-said', text: 'Its page about Google Cloud excludes imported material.' },
    multiRegion: 'not-said',
    wants: ['key-arn'],
    steps: [
      'Register the ARN of the key with Confluent, which answers with roles.',
      'Let these roles in.',
      'Make the cluster.',
    ],
    aftercare: ['The key has to be in the Region of the cluster.'],
  },
};
