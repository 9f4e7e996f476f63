import type { KeyView } from '../../../main/shared/views/keys';

/** Accounts besides the key's own that its policy or one of its grants names, in order. */
export function receiversOf({ row, grants, accountId: own }: KeyView): readonly string[] {
  const byGrant = (grants.read ? grants.value : []).flatMap(({ issuingAccount, grantee, retiring }) => [
    issuingAccount,
    accountIn(grantee),
    accountIn(retiring),
  ]);
  const accounts = [...(row.receivers ?? []), ...byGrant].filter((account) => account !== undefined);
  return [...new Set(accounts)].filter((account) => /^\d{12}$/.test(account) && account !== own).sort();
}

const accountIn = (principal: string | undefined): string | undefined =>
  principal === undefined ? undefined : (/^arn:[\w-]+:\w+::(\d{12}):/.exec(principal)?.[1] ?? principal);
