import type { ReceiverPreset } from '../../schemas/receiver';

export const zep: ReceiverPreset = {
  id: 'zep',
  name: 'Zep',
  group: 'artificial-intelligence',
  source: { page: 'https://help.getzep.com/bring-your-own-key', readOn: '2026-11-27' },
  statement: 'not-found',
  terms: {
    blanks: [],
    access: { by: 'pasted-statement' },
    known: 'before-key',
    imported: { answer: 'not-said', text: 'Its example makes the key by KMS.' },
    multiRegion: 'possible',
    wants: ['key-arn'],
    where: 'Account, Encryption',
    steps: [
      'Copy the statement from the guide of Zep; it has a condition on the encryption context.',
      'Enter the ARN of the key under Account, Encryption.',
    ],
    aftercare: ['The key, or a replica, has to be in us-west-2.'],
  },
};
