import { refuse } from '../aws-fault';
import type { PracticePerson } from '../options';
import type { Route } from '../route';
import type { WireRequest } from '../wire';
import type { World } from '../world';
import type { BrowserSignIn } from './browser-sign-in';
import { restRoute } from './rest-protocol';

const credentialSeconds = 60 * 60;
/** Roles that IAM Identity Center makes are named after their permission set. */
const reservedRole = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

const permissionSetOf = ({ name }: PracticePerson): string | undefined => reservedRole.exec(name)?.[1];

/** The access portal: which accounts and roles a signed-in person may use, and credentials for one of them. */
export function routeToPortal(world: World, signIn: BrowserSignIn, request: WireRequest): Route | undefined {
  const { accountId, people, issue } = world.identities;
  const roles = people.filter((person) => permissionSetOf(person) !== undefined);

  function requireSignedIn(): void {
    if (!signIn.isSignedIn(request.headers['x-amz-sso_bearer_token'] ?? '')) {
      refuse('UnauthorizedException', 'Session token not found or invalid', 401);
    }
  }

  function requireAccount(): void {
    if (request.query['account_id'] !== accountId) refuse('ForbiddenException', 'No access', 403);
  }

  function getRoleCredentials(): object {
    requireAccount();
    const role = roles.find((person) => permissionSetOf(person) === request.query['role_name']);
    if (!role) refuse('ForbiddenException', 'No access', 403);
    const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = issue(
      role,
      'practice',
      credentialSeconds,
    );
    return { roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration: expiresAt } };
  }

  function listAccountRoles(): object {
    requireAccount();
    return {
      roleList: roles.map((role) => ({ roleName: permissionSetOf(role), accountId })),
      nextToken: null,
    };
  }

  const listAccounts = (): object => ({
    accountList: [{ accountId, accountName: 'Practice', emailAddress: 'practice@example.com' }],
    nextToken: null,
  });

  const operations: Readonly<Record<string, readonly [string, () => object]>> = {
    '/assignment/accounts': ['ListAccounts', listAccounts],
    '/assignment/roles': ['ListAccountRoles', listAccountRoles],
    '/federation/credentials': ['GetRoleCredentials', getRoleCredentials],
  };
  const [operation, run] = (request.method === 'GET' ? operations[request.path] : undefined) ?? [];
  if (operation === undefined || run === undefined) return undefined;
  const signedIn = () => {
    requireSignedIn();
    return run();
  };
  return restRoute('sso', operation, signedIn, ({ detail, code }) => ({ message: detail ?? code }));
}
