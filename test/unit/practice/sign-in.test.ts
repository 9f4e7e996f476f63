import { GetRoleCommand } from '@aws-sdk/client-iam';
import { ListKeysCommand } from '@aws-sdk/client-kms';
import { GetRoleCredentialsCommand, ListAccountRolesCommand, ListAccountsCommand } from '@aws-sdk/client-sso';
import {
  CreateTokenCommand,
  RegisterClientCommand,
  StartDeviceAuthorizationCommand,
  type SSOOIDCClient,
} from '@aws-sdk/client-sso-oidc';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { awsClients, refusalOf } from '../../helpers/aws-clients';
import { needed } from '../../helpers/import-material';
import { hourMs, practiceBench } from '../../helpers/practice-bench';

const startUrl = 'https://practice.awsapps.com/start';
const grantType = 'urn:ietf:params:oauth:grant-type:device_code';

async function startSignIn(oidc: SSOOIDCClient) {
  const { clientId, clientSecret } = await oidc.send(
    new RegisterClientCommand({ clientName: 'keyferry', clientType: 'public' }),
  );
  const attempt = await oidc.send(new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }));
  const { deviceCode } = attempt;
  return {
    attempt,
    poll: () => oidc.send(new CreateTokenCommand({ clientId, clientSecret, grantType, deviceCode })),
  };
}

describe('signing in with the browser', () => {
  it('ends with credentials for a role, and its path stays hidden', async () => {
    const bench = practiceBench();
    const { attempt, poll } = await startSignIn(bench.oidc);
    expect(attempt).toMatchObject({ interval: 1, expiresIn: 600 });
    expect(attempt.userCode).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    expect(await refusalOf(poll())).toBe('AuthorizationPendingException');
    const accessToken = needed((await poll()).accessToken);

    const { accountList } = await bench.sso.send(new ListAccountsCommand({ accessToken }));
    const accountId = needed(accountList?.[0]?.accountId);
    const { roleList } = await bench.sso.send(new ListAccountRolesCommand({ accessToken, accountId }));
    expect(roleList).toEqual([{ roleName: 'KeyCeremony', accountId }]);
    const { roleCredentials } = await bench.sso.send(
      new GetRoleCredentialsCommand({ accessToken, accountId, roleName: 'KeyCeremony' }),
    );
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = needed(roleCredentials);
    expect(needed(expiration) - bench.now().getTime()).toBe(hourMs);

    const signedIn = awsClients({
      practice: bench.practice,
      credentials: {
        accessKeyId: needed(accessKeyId),
        secretAccessKey: needed(secretAccessKey),
        sessionToken: needed(sessionToken),
      },
    });
    const { Arn } = await signedIn.sts.send(new GetCallerIdentityCommand({}));
    expect(Arn).toMatch(/:assumed-role\/AWSReservedSSO_KeyCeremony_[0-9a-f]{16}\/practice$/);
    const RoleName = needed(Arn).split('/')[1];
    const { Role } = await signedIn.iam.send(new GetRoleCommand({ RoleName }));
    expect(Role?.Arn).toContain(':role/aws-reserved/sso.amazonaws.com/eu-central-1/');

    bench.moveOn(hourMs);
    expect(await refusalOf(signedIn.kms.send(new ListKeysCommand({})))).toBe('ExpiredTokenException');
    expect(await refusalOf(signedIn.sts.send(new GetCallerIdentityCommand({})))).toMatch(/^ExpiredToken/);
  });

  it('can be denied, run out, and be asked with another client’s code', async () => {
    const denied = await startSignIn(practiceBench({ browser: { answer: 'deny', pendingPolls: 0 } }).oidc);
    expect(await refusalOf(denied.poll())).toBe('AccessDeniedException');
    const bench = practiceBench({ browser: { answer: 'ignore', pendingPolls: 0 } });
    const ignored = await startSignIn(bench.oidc);
    expect(await refusalOf(ignored.poll())).toBe('AuthorizationPendingException');
    bench.moveOn(600 * 1000);
    expect(await refusalOf(ignored.poll())).toBe('ExpiredTokenException');
    const token = new CreateTokenCommand({ clientId: 'x', clientSecret: 'y', grantType, deviceCode: 'z' });
    expect(await refusalOf(bench.oidc.send(token))).toBe('InvalidClientException');
  });

  it('is needed for the portal, and only its own account is open', async () => {
    const bench = practiceBench({ browser: { answer: 'approve', pendingPolls: 0 } });
    const stranger = bench.sso.send(new ListAccountsCommand({ accessToken: 'made up' }));
    expect(await refusalOf(stranger)).toBe('UnauthorizedException');
    const { poll } = await startSignIn(bench.oidc);
    const accessToken = needed((await poll()).accessToken);
    const other = bench.sso.send(
      new GetRoleCredentialsCommand({ accessToken, accountId: '222233334444', roleName: 'KeyCeremony' }),
    );
    expect(await refusalOf(other)).toMatch(/^Forbidden/);
  });
});

describe('taking a role', () => {
  const RoleArn = 'arn:aws:iam::111122223333:role/security/KeyAdministrators';
  const assume = (mfaCode: string, TokenCode?: string) =>
    practiceBench({ mfaCode }).sts.send(
      new AssumeRoleCommand({
        RoleArn,
        RoleSessionName: 'ceremony',
        ...(TokenCode === undefined
          ? {}
          : { TokenCode, SerialNumber: 'arn:aws:iam::111122223333:mfa/amira.haddad' }),
      }),
    );

  it('works with and without a one-time code', async () => {
    expect((await assume('')).AssumedRoleUser?.Arn).toBe(
      'arn:aws:sts::111122223333:assumed-role/KeyAdministrators/ceremony',
    );
    expect(await refusalOf(assume('', '123456'))).toBe('done');
    expect(await refusalOf(assume('424242', '424242'))).toBe('done');
  });

  it('does not work with a wrong code', async () => {
    expect(await refusalOf(assume('424242', '123456'))).toBe('AccessDenied');
  });
});
