import type { StillOpen } from '../../shared/views/revoke';
import type { ReadStatement } from '../../shared/views/policy';
import { parseArn } from '../arn';
import { readPolicyText } from './read-policy';
import { isOfAccount } from './revoke-account';

/** Condition keys that say of which account or organisation a caller is, in small letters. */
const accountKeys = ['kms:calleraccount', 'aws:principalaccount'];
const organisationKeys = ['aws:principalorgid', 'aws:principalorgpaths'];

/**
 * What of a policy may still let in an account whose principals are not named in it. A condition is looked at only where
 * it says whom it means; what else narrows a statement is not counted, so that too much is named rather than too little.
 *
 * @param policy JSON text.
 */
export function stillOpen(
  policy: string,
  { accountId, ownAccount }: { readonly accountId: string; readonly ownAccount: string },
): readonly StillOpen[] {
  return readPolicyText(policy).flatMap((statement): readonly StillOpen[] => {
    const { sid, json, principals, effect } = statement;
    if (json !== undefined) return /^ *"Effect": "Deny",?$/m.test(json) ? [] : [unread(json)];
    if (effect === 'Deny') return [];
    if (principals.includes('*')) return forEverybody(statement, accountId);
    const named = principals.filter((name) => isOfAccount(name, accountId));
    const roles = principals.filter((name) => isRoleOf(name, ownAccount));
    const isRoot = principals.some((name) => isRootOf(name, ownAccount));
    return [
      ...(named.length === 0 ? [] : [{ through: 'named' as const, sid, principals: named }]),
      ...(roles.length === 0 ? [] : [{ through: 'own-roles' as const, sid, principals: roles }]),
      ...(isRoot ? [{ through: 'own-iam' as const, sid, principals: [] }] : []),
    ];
  });
}

function forEverybody({ sid, conditions = [] }: ReadStatement, accountId: string): readonly StillOpen[] {
  const about = (keys: readonly string[]) =>
    conditions.filter(
      ({ operator, key }) =>
        /^(ForAnyValue:)?String(Equals|Like)$/.test(operator) && keys.includes(key.toLowerCase()),
    );
  const accounts = about(accountKeys);
  const isOther = accounts.some(({ values }) => !values.some((value) => matches(value, accountId)));
  if (isOther) return [];
  if (accounts.length > 0) return [{ through: 'condition', sid, principals: [accountId] }];
  const organisations = about(organisationKeys).flatMap(({ values }) => values);
  return organisations.length > 0
    ? [{ through: 'organisation', sid, principals: organisations }]
    : [{ through: 'everybody', sid, principals: [] }];
}

/** `NotPrincipal` is among what is not read. */
function unread(json: string): StillOpen {
  const through = json.includes('"NotPrincipal"') ? 'not-principal' : 'unread';
  return { through, sid: /^ *"Sid": "(.*)",?$/m.exec(json)?.[1] ?? '', principals: [] };
}

/** A pattern counts as one that means the account. */
const matches = (pattern: string, accountId: string): boolean =>
  pattern === accountId || /[*?$]/.test(pattern);

const isRootOf = (name: string, account: string): boolean =>
  name === account || (isOfAccount(name, account) && parseArn(name)?.resource === 'root');

/** A user has nobody else behind it; a role may be assumed from another account. */
const isRoleOf = (name: string, account: string): boolean =>
  isOfAccount(name, account) && /^(role|assumed-role)\//.test(parseArn(name)?.resource ?? '');
