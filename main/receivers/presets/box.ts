import type { ReceiverPreset } from '../../schemas/receiver';

export const box: ReceiverPreset = {
  id: 'box',
  name: 'Box KeySafe',
  group: 'collaboration',
  source: { page: 'https://docs.box.com/en/box-compliance/keysafe', readOn: '2026-11-27' },
  statement: 'not-found',
  terms: {
    blanks: [],
    access: { by: 'pasted-statement' },
    known: 'before-key',
    imported: { answer: 'not-said' },
    multiRegion: 'possible',
    wants: ['account-id', 'key-id'],
    where: 'Admin Console of Box',
    steps: [
      'Box Support configures KeySafe first, and names the identity that the key policy has to let in.',
      'Enter the AWS account ID and the key ID in the Admin Console.',
    ],
    aftercare: ['With a Multi-Region key, let Box use the primary and the replicas.'],
  },
};
