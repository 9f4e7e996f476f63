import type { ReceiverPreset } from '../../schemas/receiver';

export const bluescape: ReceiverPreset = {
  id: 'bluescape',
  name: 'Bluescape',
  group: 'collaboration',
  source: { page: 'https://community.bluescape.com/t/3128', readOn: '2026-11-27' },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'account',
        label: "Receiver's AWS account ID",
        hint: 'The 12 digits that Bluescape gave you.',
        kind: 'account',
      },
    ],
    access: { by: 'console', grants: true },
    known: 'before-key',
    imported: { answer: 'yes', text: 'Bluescape asks for a key with imported material.' },
    multiRegion: 'not-said',
    wants: ['key-arn', 'account-id', 'region'],
    steps: ['Give Bluescape the ARN of the key: it encrypts the data stores with it.'],
    aftercare: [],
  },
};
