import type { ReceiverPreset } from '../../schemas/receiver';

export const salesforce: ReceiverPreset = {
  id: 'salesforce',
  name: 'Salesforce Shield, external keys',
  group: 'collaboration',
  source: {
    page: 'https://help.salesforce.com (security_shield_pe_external_key_management_ekm)',
    readOn: '2026-11-27',
  },
  statement: 'not-found',
  terms: {
    blanks: [],
    access: { by: 'pasted-statement' },
    known: 'after-arn',
    imported: { answer: 'not-said' },
    multiRegion: 'not-said',
    wants: ['key-arn'],
    where: 'Setup of Salesforce',
    steps: [
      'Enter the ARN of the key in Setup.',
      'Salesforce writes a key policy for this key. Let it in by that statement.',
      'Check the connection in Setup.',
    ],
    aftercare: [],
  },
};
