import type { ReceiverPreset } from '../../schemas/receiver';

export const atlassianByok: ReceiverPreset = {
  id: 'atlassian-byok',
  name: 'Atlassian BYOK (before its customer-managed keys)',
  group: 'collaboration',
  source: {
    page: 'https://support.atlassian.com/security-and-access-policies/docs/restore-your-byok-encryption-keys/',
    readOn: '2026-11-27',
  },
  statement: 'not-found',
  terms: {
    blanks: [],
    access: { by: 'pasted-statement' },
    known: 'before-key',
    imported: { answer: 'no', text: 'Atlassian makes these keys itself, in your account.' },
    multiRegion: 'no',
    wants: ['account-id'],
    steps: ['Ask Atlassian about its successor, customer-managed keys.'],
    aftercare: [],
  },
};
