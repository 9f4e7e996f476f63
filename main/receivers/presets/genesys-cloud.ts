import type { ReceiverPreset } from '../../schemas/receiver';

export const genesysCloud: ReceiverPreset = {
  id: 'genesys-cloud',
  name: 'Genesys Cloud',
  group: 'contact-centre',
  source: {
    page: 'https://help.mypurecloud.com/articles/use-an-aws-kms-symmetric-key-for-recordings/',
    readOn: '2026-11-27',
  },
  statement: 'printed',
  terms: {
    blanks: [
      {
        name: 'account',
        label: "Receiver's AWS account ID",
        hint: 'The 12 digits that Genesys names for your Region. For FedRAMP, your representative has them.',
        kind: 'account',
        published: { values: ['765628985471'], readOn: '2026-11-27' },
      },
      {
        name: 'organization',
        label: 'Genesys Cloud organization ID',
        hint: 'The ID of your organization in Genesys Cloud.',
        kind: 'text',
        most: 10,
      },
    ],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'Allow use by Genesys Cloud',
          principal: 'account',
          actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
          conditions: [
            {
              operator: 'StringEquals',
              key: 'kms:EncryptionContext:genesys-cloud-organization-id',
              values: [{ blank: 'organization' }],
            },
          ],
        },
      ],
    },
    known: 'before-key',
    imported: { answer: 'not-said' },
    multiRegion: 'possible',
    wants: ['alias-arn'],
    where: 'Admin, Quality, Encryption Keys',
    steps: [
      'Enter the ARN of the alias, not of the key, under Admin, Quality, Encryption Keys. Test it, and save.',
    ],
    aftercare: [
      'The key, or its replica, has to be in the home Region of your organization.',
      'When you change the key of conversations, keep the old one for 31 days.',
    ],
  },
};
