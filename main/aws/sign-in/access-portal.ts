import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  ListAccountsCommand,
  SSOClient,
  type AccountInfo,
} from '@aws-sdk/client-sso';
import type { RoleChoice } from '../../shared/views/aws';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { clientConfig, type AwsCredentials } from '../transport/client-settings';
import type { Connection } from '../transport/connection';
import type { CallOutcome } from '../kms-port';
import { look, type Patience } from '../send';

/** The roles that a person who signed in through the browser may choose. SECURITY: holds the access token in memory. */
export interface AccessPortal {
  readonly accounts: readonly RoleChoice[];
  /** Credentials of one of the choices. */
  readonly roleCredentials: (accountId: string, roleName: string) => Promise<Result<AwsCredentials>>;
  readonly close: () => void;
}

const call = (operation: string) => ({ source: 'sso', operation, stage: 'sign-in' }) as const;
const maxPages = 100;
const atOnce = 4;

/** Lists accounts and their roles. Error: `browserSignIn.noAccounts` when nothing is assigned to the person. */
export async function createAccessPortal(
  accessToken: string,
  ssoRegion: string,
  connection: Connection,
  patience: Patience,
): Promise<Result<AccessPortal>> {
  const sso = new SSOClient(clientConfig(connection.reach('sso', ssoRegion)));
  const accounts = await allPages((nextToken) =>
    look(
      {
        ...call('ListAccounts'),
        send: () => sso.send(new ListAccountsCommand({ accessToken, maxResults: 100, nextToken })),
        read: ({ accountList, nextToken: next }) => ({ items: accountList ?? [], next }),
      },
      patience,
    ),
  );
  if (accounts.outcome !== 'done') return err(accounts.error);
  const known = accounts.value.flatMap((account) =>
    account.accountId !== undefined && /^\d{12}$/.test(account.accountId)
      ? [{ accountId: account.accountId, accountName: nameOf(account) }]
      : [],
  );

  const choices: RoleChoice[] = [];
  for (let at = 0; at < known.length; at += atOnce) {
    const batch = await Promise.all(
      known
        .slice(at, at + atOnce)
        .map(async (account) => ({ account, roles: await rolesOf(account.accountId) })),
    );
    for (const { account, roles } of batch) {
      if (roles.outcome !== 'done') return err(roles.error);
      const roleNames = roles.value.flatMap(({ roleName }) => (roleName ? [roleName] : [])).sort();
      if (roleNames.length > 0) choices.push({ ...account, roleNames });
    }
  }
  if (choices.length === 0)
    return err(localError('sign-in', 'browserSignIn.noAccounts', undefined, 'check-first'));

  function rolesOf(accountId: string) {
    return allPages((nextToken) =>
      look(
        {
          ...call('ListAccountRoles'),
          send: () =>
            sso.send(new ListAccountRolesCommand({ accessToken, accountId, maxResults: 100, nextToken })),
          read: ({ roleList, nextToken: next }) => ({ items: roleList ?? [], next }),
        },
        patience,
      ),
    );
  }

  return ok({
    accounts: choices.sort((a, b) => a.accountName.localeCompare(b.accountName)),
    close: () => sso.destroy(),
    async roleCredentials(accountId, roleName) {
      const offered = choices.find((choice) => choice.accountId === accountId)?.roleNames.includes(roleName);
      if (!offered)
        return err(localError('sign-in', 'credentials.roleNotAssigned', { accountId, role: roleName }));
      const got = await look(
        {
          ...call('GetRoleCredentials'),
          send: () => sso.send(new GetRoleCredentialsCommand({ accessToken, accountId, roleName })),
          read: ({ roleCredentials }) => {
            const { accessKeyId, secretAccessKey, sessionToken, expiration } = roleCredentials ?? {};
            if (!accessKeyId || !secretAccessKey || !sessionToken) return undefined;
            return { accessKeyId, secretAccessKey, sessionToken, ...until(expiration) };
          },
        },
        patience,
      );
      return got.outcome === 'done' ? ok(got.value) : err(got.error);
    },
  });
}

function until(expiration: number | undefined): { expiration?: Date } {
  const date = new Date(expiration ?? NaN);
  return Number.isNaN(date.getTime()) ? {} : { expiration: date };
}

// The name to show; an account may have none.
function nameOf({ accountId, accountName }: AccountInfo): string {
  return (accountName ?? '').slice(0, 100) || (accountId ?? '');
}

async function allPages<T>(
  page: (
    nextToken: string | undefined,
  ) => Promise<CallOutcome<{ readonly items: readonly T[]; readonly next: string | undefined }>>,
): Promise<Exclude<CallOutcome<readonly T[]>, { outcome: 'unknown' }>> {
  const items: T[] = [];
  let next: string | undefined;
  for (let count = 0; count < maxPages; count++) {
    const answer = await page(next);
    if (answer.outcome !== 'done') return { outcome: 'refused', error: answer.error };
    items.push(...answer.value.items);
    next = answer.value.next;
    if (!next) break;
  }
  return { outcome: 'done', value: items };
}
