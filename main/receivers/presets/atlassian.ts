import type { ReceiverPreset } from '../../schemas/receiver';

export const atlassian: ReceiverPreset = {
  id: 'atlassian',
  name: 'Atlassian, customer-managed keys',
  group: 'collaboration',
  source: {
    page: 'https://support.atlassian.com/organization-administration/docs/set-up-your-aws-account-and-create-a-kms-key-policy/',
    readOn: '2026-11-27',
  },
  statement: 'not-found',
  terms: {
    blanks: [],
    access: { by: 'pasted-statement' },
    known: 'before-key',
    imported: { answer: 'not-said' },
    multiRegion: 'no',
    wants: ['account-id', 'region', 'key-arn'],
    where: 'A support ticket',
    steps: [
      'Make one key in each Region of your realm, with the policy that Atlassian gives you.',
      'Send the AWS account ID, your site, the realm and the ARNs in a ticket.',
    ],
    aftercare: [],
  },
};
