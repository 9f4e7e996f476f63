import type { ReceiverPreset } from '../../schemas/receiver';

export const webex: ReceiverPreset = {
  id: 'webex',
  name: 'Webex (AWS KMS)',
  group: 'collaboration',
  source: { page: 'https://help.webex.com/article/yih9oo', readOn: '2026-11-27' },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'user',
        label: 'IAM user of Webex',
        hint: 'The ARN that Control Hub shows for your organization.',
        kind: 'user',
      },
    ],
    access: {
      by: 'grant',
      grant: { grantee: 'user', retiring: 'user', operations: ['Encrypt', 'Decrypt', 'DescribeKey'] },
    },
    known: 'after-arn',
    imported: { answer: 'not-said' },
    multiRegion: 'advised',
    wants: ['key-arn'],
    where: 'Control Hub',
    steps: [
      'Copy the IAM user from Control Hub.',
      'Make a grant for it, as grantee and as retiring principal.',
      'Enter the ARN of the key in Control Hub.',
    ],
    aftercare: [],
  },
};
