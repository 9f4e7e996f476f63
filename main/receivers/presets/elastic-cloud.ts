import type { ReceiverPreset } from '../../schemas/receiver';

export const elasticCloud: ReceiverPreset = {
  id: 'elastic-cloud',
  name: 'Elastic Cloud Hosted',
  group: 'data',
  source: {
    page: 'https://www.elastic.co/docs/deploy-manage/security/encrypt-deployment-with-customer-managed-encryption-key',
    readOn: '2026-11-27',
  },
  statement: 'printed',
  terms: {
    blanks: [],
    access: {
      by: 'statements',
      statements: [
        {
          sid: 'ElasticKeyAccess',
          principal: '*',
          actions: [
            'kms:Decrypt',
            'kms:Encrypt',
            'kms:GetKeyRotationStatus',
            'kms:GenerateDataKey',
            'kms:DescribeKey',
          ],
          conditions: [
            {
              operator: 'ForAnyValue:StringLike',
              key: 'aws:PrincipalOrgPaths',
              values: [{ is: 'o-ygducmlz12/r-e5t3/ou-e5t3-fzpdq76p/ou-e5t3-ysfcmd95/ou-e5t3-hwt05su3/*' }],
            },
          ],
        },
      ],
    },
    known: 'before-key',
    imported: { answer: 'not-said', text: 'It excludes external key stores, which is another thing.' },
    multiRegion: 'possible',
    wants: ['key-arn', 'alias-arn'],
    steps: ['Enter the ARN of the key, or of its alias, when you make the deployment.'],
    aftercare: ['A key, or a replica, is needed in the Region of each deployment.'],
  },
};
