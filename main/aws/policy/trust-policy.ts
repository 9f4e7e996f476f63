/** Who may assume a role, and under which external ID. */
interface RoleTrust {
  /** The ARN of an account's root, or of a role. */
  readonly principal: string;
  readonly externalId: string;
}

/**
 * The trust policy of a role that a service in another account assumes. The external ID keeps that service from
 * assuming the role for another of its customers.
 * Source: IAM User Guide, "Access to AWS accounts owned by third parties".
 *
 * @returns an IAM trust policy document, JSON.
 */
export function trustPolicyText({ principal, externalId }: RoleTrust): string {
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': externalId } },
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, undefined, 2);
}
