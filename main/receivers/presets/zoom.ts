import type { ReceiverPreset } from '../../schemas/receiver';

export const zoom: ReceiverPreset = {
  id: 'zoom',
  name: 'Zoom',
  group: 'collaboration',
  source: { page: 'https://support.zoom.com (KB0065902, KB0058987)', readOn: '2026-11-27' },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'account',
        label: "Receiver's AWS account ID",
        hint: 'The 12 digits that Zoom gives to its customers.',
        kind: 'account',
        published: { values: ['409910850980'], readOn: '2026-11-27' },
      },
    ],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'Allow use by Zoom',
          principal: 'account',
          actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:DescribeKey', 'kms:GenerateDataKey*'],
          conditions: [],
        },
      ],
    },
    known: 'before-key',
    imported: {
      answer: 'not-said',
      text: 'One article of Zoom asks for a key made by KMS, another describes own key material.',
    },
    multiRegion: 'advised',
    wants: ['key-arn'],
    steps: ['Enter the ARN of the key in the Zoom web portal.'],
    aftercare: [
      'The key has to be in the Region where Zoom keeps the data of your account, which is us-east-1 by default.',
      'Each replica of a Multi-Region key needs the same policy and its own import of the material.',
    ],
  },
};
