import { parseArn } from '../aws/arn';
import type { ReceiverStatement } from '../schemas/receiver';

/** @returns the first account of these ARNs and IDs that is not the person's own; empty where there is none. */
export function foreignAccount(
  named: readonly string[],
  own: { readonly accountId: string | undefined },
): string {
  const accounts = named.map((text) => (/^\d{12}$/.test(text) ? text : (parseArn(text)?.accountId ?? '')));
  return accounts.find((accountId) => accountId !== '' && accountId !== own.accountId) ?? '';
}

/** Whom statements let in: their principals, and for everybody (`*`) those to whom a condition binds it. */
export const namedIn = (statements: readonly ReceiverStatement[]): readonly string[] =>
  statements.flatMap(({ principals, conditions }) =>
    principals.includes('*')
      ? conditions
          .filter(({ key }) => /^(?:kms:calleraccount|aws:principal(?:account|arn))$/i.test(key))
          .flatMap(({ values }) => values)
      : principals,
  );
