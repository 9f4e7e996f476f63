import type { ReceiverPreset } from '../../schemas/receiver';

export const slack: ReceiverPreset = {
  id: 'slack',
  name: 'Slack Enterprise Key Management',
  group: 'collaboration',
  source: { page: 'https://slack.com/help/articles/360019110974', readOn: '2026-11-27' },
  statement: 'not-found',
  terms: {
    blanks: [],
    access: { by: 'pasted-statement' },
    known: 'before-key',
    imported: { answer: 'not-said' },
    multiRegion: 'not-said',
    wants: ['key-arn'],
    steps: [
      'Slack sends an implementation guide, which prints the statement for your keys.',
      'Give Slack the ARNs of the keys.',
    ],
    aftercare: [],
  },
};
