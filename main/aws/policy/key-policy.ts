import type { PolicyStatementView, ReceiverChoice } from '../../shared/views/aws';

interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: { readonly AWS: string | readonly string[] };
  readonly Action: string | readonly string[];
  readonly Resource: '*';
  readonly Condition?: { readonly Bool: { readonly 'kms:GrantIsForAWSResource': 'true' } };
}

export interface KeyPolicy {
  readonly Version: '2012-10-17';
  readonly Id: string;
  readonly Statement: readonly PolicyStatement[];
}

export interface KeyPolicyInput {
  readonly partition: string;
  /** 12 digits: the account that will own the key. */
  readonly accountId: string;
  /** ARNs of users and roles of that account. */
  readonly administrators: readonly string[];
  readonly users: readonly string[];
  readonly receiver: Pick<ReceiverChoice, 'accountId' | 'needsGrants'>;
  readonly multiRegion: boolean;
}

/** What users of a symmetric key may do with it. */
export const useActions: readonly string[] = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
];

/** Lets AWS services use the key on a user's behalf; always with the condition `kms:GrantIsForAWSResource`. */
export const grantActions: readonly string[] = ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'];

export const onlyForAwsResources = { Bool: { 'kms:GrantIsForAWSResource': 'true' } } as const;

const administratorActions: readonly string[] = [
  'kms:Create*',
  'kms:Describe*',
  'kms:Enable*',
  'kms:List*',
  'kms:Put*',
  'kms:Update*',
  'kms:Revoke*',
  'kms:Disable*',
  'kms:Get*',
  'kms:Delete*',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:ScheduleKeyDeletion',
  'kms:CancelKeyDeletion',
];

/**
 * The key policy that the AWS console writes for a symmetric key with imported key material. The console recognises the
 * statements by their Sids, so these are never reworded.
 *
 * The receiver's account may use the key, and may make grants only if the receiver needs them. Users of the key in the
 * owning account may do both, as in the console.
 * Source: AWS KMS Developer Guide, "Default key policy" and "Allowing users in other accounts to use a KMS key".
 */
export function makeKeyPolicy(input: KeyPolicyInput): KeyPolicy {
  const administrators = unique(input.administrators);
  const receiver = accountRoot(input.partition, input.receiver.accountId);
  const mayUse = unique([...input.users, receiver]);
  const mayGrant = unique(input.receiver.needsGrants ? mayUse : input.users);
  return {
    Version: '2012-10-17',
    Id: 'key-consolepolicy-3',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: accountRoot(input.partition, input.accountId) },
        Action: 'kms:*',
        Resource: '*',
      },
      ...statementFor(administrators, (AWS) => ({
        Sid: 'Allow access for Key Administrators',
        Effect: 'Allow',
        Principal: { AWS },
        Action: [
          ...administratorActions,
          ...(input.multiRegion
            ? ['kms:ImportKeyMaterial', 'kms:ReplicateKey', 'kms:UpdatePrimaryRegion']
            : ['kms:RotateKeyOnDemand', 'kms:ImportKeyMaterial']),
        ],
        Resource: '*',
      })),
      {
        Sid: 'Allow use of the key',
        Effect: 'Allow',
        Principal: { AWS: mayUse },
        Action: useActions,
        Resource: '*',
      },
      ...statementFor(mayGrant, (AWS) => ({
        Sid: 'Allow attachment of persistent resources',
        Effect: 'Allow',
        Principal: { AWS },
        Action: grantActions,
        Resource: '*',
        Condition: onlyForAwsResources,
      })),
    ],
  };
}

/** The document as it is both shown and sent, character by character. */
export function keyPolicyText(policy: KeyPolicy): string {
  return JSON.stringify(policy, undefined, 2);
}

/** The statements, for the page to put into sentences. */
export function describePolicy(policy: KeyPolicy): readonly PolicyStatementView[] {
  return policy.Statement.map((statement) => ({
    sid: statement.Sid,
    principals: [statement.Principal.AWS].flat(),
    actions: [statement.Action].flat(),
    onlyForAwsResources: statement.Condition !== undefined,
  }));
}

export function accountRoot(partition: string, accountId: string): string {
  return `arn:${partition}:iam::${accountId}:root`;
}

// No statement without principals: KMS refuses it.
function statementFor(
  principals: readonly string[],
  make: (principals: readonly string[]) => PolicyStatement,
): readonly PolicyStatement[] {
  return principals.length === 0 ? [] : [make(principals)];
}

const unique = (arns: readonly string[]): readonly string[] => [...new Set(arns)];
