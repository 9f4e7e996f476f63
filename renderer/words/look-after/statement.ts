/** IAM policy for looking around: everything that the list and the page of a key ask for, and nothing that changes. */
export function readingStatement(partition: string, accountId: string): string {
  return JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'KeyferryLookAround',
          Effect: 'Allow',
          Action: ['kms:ListKeys', 'kms:ListAliases'],
          Resource: '*',
        },
        {
          Sid: 'KeyferryReadKeys',
          Effect: 'Allow',
          Action: [
            'kms:DescribeKey',
            'kms:GetKeyPolicy',
            'kms:ListResourceTags',
            'kms:ListKeyRotations',
            'kms:ListGrants',
            'kms:GetKeyLastUsage',
          ],
          Resource: `arn:${partition}:kms:*:${accountId}:key/*`,
        },
      ],
    },
    null,
    2,
  );
}
