import { policyText } from '../kms/policy/text';
import { partitionOf } from '../identities';

const useActions = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
];

const statement = (sid: string, AWS: string | readonly string[], actions: string | readonly string[]) => ({
  Sid: sid,
  Effect: 'Allow',
  Principal: { AWS },
  Action: actions,
  Resource: '*',
});

/** Who owns a sample key, and whom its policy lets use it. */
interface Parties {
  readonly region: string;
  readonly accountId: string;
  readonly receivers: readonly string[];
}

const rootIn = (region: string, account: string): string => `arn:${partitionOf(region)}:iam::${account}:root`;

/** The account itself, and each receiver: it may use the key, and lend it to the services that it uses. */
export function receiversPolicy({ region, accountId, receivers }: Parties): string {
  return policyText({
    Version: '2012-10-17',
    Id: 'key-consolepolicy-3',
    Statement: [
      statement('Enable IAM User Permissions', rootIn(region, accountId), 'kms:*'),
      ...receivers.flatMap((account) => [
        statement(`Allow use of the key by ${account}`, rootIn(region, account), useActions),
        {
          ...statement(`Allow grants for AWS services by ${account}`, rootIn(region, account), [
            'kms:CreateGrant',
            'kms:ListGrants',
            'kms:RevokeGrant',
          ]),
          Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
        },
      ]),
    ],
  });
}

/** Only one person, so that everybody else may not even describe the key. */
export function onePersonPolicy(principalArn: string): string {
  return policyText({
    Version: '2012-10-17',
    Statement: [statement('Auditors only', principalArn, 'kms:*')],
  });
}

/** Source: AWS KMS Developer Guide, "View the key policy of an AWS managed key", for Amazon EBS. */
export function awsManagedPolicy({ region, accountId }: Omit<Parties, 'receivers'>): string {
  return policyText({
    Version: '2012-10-17',
    Id: 'auto-ebs-2',
    Statement: [
      {
        ...statement(
          'Allow access through EBS for all principals in the account that are authorized to use EBS',
          '*',
          [...useActions, 'kms:CreateGrant'],
        ),
        Condition: {
          StringEquals: { 'kms:ViaService': `ec2.${region}.amazonaws.com`, 'kms:CallerAccount': accountId },
        },
      },
      statement('Allow direct access to key metadata to the account', rootIn(region, accountId), [
        'kms:Describe*',
        'kms:Get*',
        'kms:List*',
        'kms:RevokeGrant',
      ]),
    ],
  });
}
