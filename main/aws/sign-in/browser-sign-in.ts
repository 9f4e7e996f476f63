import {
  CreateTokenCommand,
  RegisterClientCommand,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { isAwsSignInPage } from '../transport/aws-hosts';
import { clientConfig } from '../transport/client-settings';
import type { Connection } from '../transport/connection';
import { awsError } from '../error-code';
import { readThrown } from '../errors/thrown';
import { isRegionName } from '../regions';
import { look, lookOnce, patience as usualPatience, type Patience } from '../send';
import { createAccessPortal, type AccessPortal } from './access-portal';
import { readStartUrl } from './start-url';

/** A sign-in that waits for the person in the browser. */
export interface BrowserAttempt {
  /** The person compares it with the code in the browser. */
  readonly userCode: string;
  readonly verificationUrl: string;
  readonly expiresAt: Date;
  /** Ends when the person has answered, the code has expired, or the signal aborts (`browserSignIn.denied`). */
  readonly wait: (signal?: AbortSignal) => Promise<Result<AccessPortal>>;
}

export interface BrowserSignInPorts {
  /** Opens the system's browser. Only called with a sign-in page of AWS. */
  readonly openExternal: (url: string) => Promise<void>;
  readonly now: () => Date;
  readonly patience?: Patience;
}

const call = (operation: string) => ({ source: 'sso_oidc', operation, stage: 'sign-in' }) as const;
const usualPauseSeconds = 5;
const grantType = 'urn:ietf:params:oauth:grant-type:device_code';

/**
 * Starts a sign-in through IAM Identity Center (device authorization, RFC 8628): registers this app as a public
 * client, gets a code, and opens AWS's page in the browser. Nothing is stored, and no listener is opened.
 */
export async function startBrowserSignIn(
  request: { readonly startUrl: string; readonly ssoRegion: string },
  connection: Connection,
  ports: BrowserSignInPorts,
): Promise<Result<BrowserAttempt>> {
  const startUrl = readStartUrl(request.startUrl);
  if (!startUrl.ok) return startUrl;
  if (!isRegionName(request.ssoRegion)) {
    return err(localError('sign-in', 'browserSignIn.wrongAddress', { reason: 'region' }));
  }
  const patience = ports.patience ?? usualPatience;
  const oidc = new SSOOIDCClient(clientConfig(connection.reach('sso_oidc', request.ssoRegion)));
  const registered = await look(
    {
      ...call('RegisterClient'),
      send: () =>
        oidc.send(
          new RegisterClientCommand({
            clientName: 'Keyferry',
            clientType: 'public',
            scopes: ['sso:account:access'],
          }),
        ),
      read: ({ clientId, clientSecret }) =>
        clientId && clientSecret ? { clientId, clientSecret } : undefined,
    },
    patience,
  );
  if (registered.outcome !== 'done') return err(registered.error);
  const appClient = registered.value;
  const started = await lookOnce({
    ...call('StartDeviceAuthorization'),
    send: () => oidc.send(new StartDeviceAuthorizationCommand({ ...appClient, startUrl: startUrl.value })),
    read: ({ deviceCode, userCode, verificationUriComplete, expiresIn, interval }) => {
      if (!deviceCode || !userCode || !/^[A-Z0-9-]{4,32}$/i.test(userCode)) return undefined;
      if (!verificationUriComplete || !expiresIn || expiresIn < 0) return undefined;
      return { deviceCode, userCode, url: verificationUriComplete, expiresIn, interval: interval ?? 0 };
    },
  });
  if (started.outcome !== 'done') return err(started.error);
  const { deviceCode, userCode, url, expiresIn, interval } = started.value;
  // SECURITY: this address comes from the network and goes to the system's browser, so it must be AWS's own page.
  if (!isAwsSignInPage(url))
    return err(localError('sign-in', 'browserSignIn.failed', { reason: 'address' }, 'no'));
  const expiresAt = new Date(ports.now().getTime() + expiresIn * 1000);
  // If no browser opens, the page still shows the address.
  await ports.openExternal(url).catch(() => undefined);

  async function wait(signal?: AbortSignal): Promise<Result<AccessPortal>> {
    let pauseSeconds = interval > 0 ? Math.min(interval, 60) : usualPauseSeconds;
    while (ports.now() < expiresAt) {
      await patience.sleep(pauseSeconds * 1000);
      if (signal?.aborted)
        return err(localError('sign-in', 'browserSignIn.denied', { reason: 'cancelled' }, 'same'));
      const answer = await askForToken();
      if (answer === 'slow-down') pauseSeconds += 5;
      else if (answer !== 'pending') return answer;
    }
    return err(localError('sign-in', 'browserSignIn.expired', undefined, 'same'));
  }

  async function askForToken(): Promise<Result<AccessPortal> | 'pending' | 'slow-down'> {
    try {
      const answer = await oidc.send(new CreateTokenCommand({ ...appClient, grantType, deviceCode }));
      if (!answer.accessToken)
        return err(localError('sign-in', 'browserSignIn.failed', { reason: 'answer' }, 'same'));
      return await createAccessPortal(answer.accessToken, request.ssoRegion, connection, patience);
    } catch (thrown) {
      const { name } = readThrown(thrown);
      if (name === 'AuthorizationPendingException') return 'pending';
      if (name === 'SlowDownException') return 'slow-down';
      const error = awsError(thrown, call('CreateToken'));
      // The person is still in the browser, so a short network failure does not end the attempt.
      return error.retry === 'same' && /^(network|aws)\./.test(error.code) ? 'pending' : err(error);
    }
  }

  return ok({ userCode, verificationUrl: url, expiresAt, wait });
}
