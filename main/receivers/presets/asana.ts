import type { ReceiverPreset } from '../../schemas/receiver';

export const asana: ReceiverPreset = {
  id: 'asana',
  name: 'Asana',
  group: 'collaboration',
  source: { page: 'https://help.asana.com/hc/articles/14101076971803', readOn: '2026-11-27' },
  statement: 'not-found',
  terms: {
    blanks: [],
    access: { by: 'pasted-statement' },
    known: 'before-key',
    imported: { answer: 'not-said' },
    multiRegion: 'not-said',
    wants: ['key-arn'],
    steps: ['The sales team of Asana hands out the statement.'],
    aftercare: ['Use the key for nothing else.'],
  },
};
