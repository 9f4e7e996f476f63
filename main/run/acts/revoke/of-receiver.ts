import type { GrantFacts } from '../../../aws/kms-port';
import { isOfAccount } from '../../../aws/policy/revoke-account';
import { isOfService } from '../../../shared/service-principal';

/** Whether an account made the grant, holds it, or may give it back. */
export const isGrantOf = ({ issuingAccount, grantee, retiring }: GrantFacts, accountId: string): boolean =>
  issuingAccount === accountId ||
  [grantee, retiring].some((name) => name !== undefined && isOfAccount(name, accountId));

/**
 * What a person is asked about: the grants of the account, and those of AWS services of which AWS does not say for whom
 * they are. IssuingAccount is an ARN with AWS; the port has made 12 digits of it.
 */
export const mayBeFor = (grant: GrantFacts, accountId: string): boolean =>
  isGrantOf(grant, accountId) || (isOfService(grant) && grant.issuingAccount === undefined);

/** `Decrypt, DescribeKey: arn:aws:iam::…:role/Reader`, for notes and records. */
export const grantText = ({ operations, grantee = '' }: Pick<GrantFacts, 'operations' | 'grantee'>): string =>
  `${operations.join(', ')}: ${grantee}`;
