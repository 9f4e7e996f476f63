import { randomUUID } from 'node:crypto';
import type { SignInAnswer } from '../../shared/views/aws';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import type { AwsCredentials } from '../transport/client-settings';
import type { Connection } from '../transport/connection';
import type { AccessPortal } from './access-portal';
import { startBrowserSignIn, type BrowserAttempt, type BrowserSignInPorts } from './browser-sign-in';

interface Attempt {
  readonly connection: Connection;
  readonly cancel: AbortController;
  readonly waiting: BrowserAttempt;
  portal?: AccessPortal;
}

interface RoleRequest {
  readonly attempt: string;
  readonly accountId: string;
  readonly roleName: string;
}

/** Sign-ins that wait for a browser: the page holds handles of them. */
export function createBrowserAttempts(ports: BrowserSignInPorts) {
  const attempts = new Map<string, Attempt>();

  function end(): void {
    for (const attempt of attempts.values()) {
      attempt.cancel.abort();
      attempt.connection.close();
    }
    attempts.clear();
  }

  return {
    async start(
      request: { readonly startUrl: string; readonly ssoRegion: string },
      connection: Connection,
    ): Promise<Result<SignInAnswer>> {
      const started = await startBrowserSignIn(request, connection, ports);
      if (!started.ok) {
        connection.close();
        return started;
      }
      // A new attempt means that the previous one was given up.
      end();
      const attempt = randomUUID();
      const { userCode, verificationUrl, expiresAt } = started.value;
      attempts.set(attempt, { connection, cancel: new AbortController(), waiting: started.value });
      return ok({
        state: 'browser',
        attempt,
        userCode,
        verificationUrl,
        expiresAt: expiresAt.toISOString(),
      });
    },

    async wait(handle: string): Promise<Result<SignInAnswer>> {
      const attempt = attempts.get(handle);
      if (!attempt) return err(localError('sign-in', 'session.gone'));
      const portal = await attempt.waiting.wait(attempt.cancel.signal);
      if (!portal.ok) {
        attempts.delete(handle);
        attempt.connection.close();
        return portal;
      }
      attempt.portal = portal.value;
      return ok({ state: 'choose-role', attempt: handle, accounts: portal.value.accounts });
    },

    async roleCredentials({ attempt, accountId, roleName }: RoleRequest): Promise<Result<AwsCredentials>> {
      const portal = attempts.get(attempt)?.portal;
      if (!portal) return err(localError('sign-in', 'session.gone'));
      return portal.roleCredentials(accountId, roleName);
    },

    end,
  };
}
