import type { ReadStatement } from '../../shared/views/policy';
import { parseArn } from '../arn';

/** Whom a key policy admits besides the key's own account. */
export interface AdmittedAccounts {
  /** In order; `*` for anybody. */
  readonly accounts: readonly string[];
  /** Whether a statement could not be read, so that there may be more. */
  readonly maybeMore: boolean;
}

/**
 * The accounts that the Allow statements of a key policy name. What a Deny takes back, or a condition narrows, is not
 * taken off: an account that is named too often is looked at, and one that is missing is not. AWS services and deleted
 * principals are of no account.
 */
export function admittedAccounts(statements: readonly ReadStatement[], ownAccount: string): AdmittedAccounts {
  const accounts = statements.flatMap((statement) => (isAllow(statement) ? accountsOf(statement) : []));
  return {
    accounts: [...new Set(accounts)].filter((account) => account !== ownAccount).sort(),
    maybeMore: statements.some(({ json }) => json !== undefined && !/^ *"Effect": "Deny",?$/m.test(json)),
  };
}

const isAllow = ({ effect, json }: ReadStatement): boolean => effect === undefined && json === undefined;

const callerAccountKeys: readonly string[] = ['kms:CallerAccount', 'aws:PrincipalAccount'];

function accountsOf({ principals, conditions = [] }: ReadStatement): readonly string[] {
  return principals.flatMap((principal) => {
    if (principal === '*') {
      // The policy that AWS writes for its own keys admits anybody of one account.
      const caller = conditions.find(
        ({ operator, key }) => operator === 'StringEquals' && callerAccountKeys.includes(key),
      );
      return caller ? caller.values : ['*'];
    }
    if (/^\d{12}$/.test(principal)) return [principal];
    const account = parseArn(principal)?.accountId ?? '';
    return account === '' ? [] : [account];
  });
}
