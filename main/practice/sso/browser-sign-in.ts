import { randomBytes } from 'node:crypto';
import { refuse } from '../aws-fault';
import { readFields, type Fields } from '../fields';
import type { Route } from '../route';
import { textOf, type WireRequest } from '../wire';
import type { World } from '../world';
import { restRoute } from './rest-protocol';

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
const attemptSeconds = 600;
const tokenSeconds = 8 * 60 * 60;
const clientDays = 90;

interface Attempt {
  readonly clientId: string;
  readonly expiresAt: number;
  polls: number;
  readonly userCode: string;
  /** What the person answered, where they are asked. */
  answer: 'approve' | 'deny' | undefined;
}

/** SSO-OIDC: the device authorization grant (RFC 8628). It also knows which access tokens it issued. */
export interface BrowserSignIn {
  readonly route: (request: WireRequest) => Route | undefined;
  readonly isSignedIn: (accessToken: string) => boolean;
  /** The person compared the code, and answers in the browser. */
  readonly answer: (userCode: string, answer: 'approve' | 'deny') => void;
}

export function createBrowserSignIn(world: World): BrowserSignIn {
  const clients = new Map<string, string>();
  const attempts = new Map<string, Attempt>();
  const tokens = new Map<string, number>();
  const secret = (): string => randomBytes(24).toString('base64url');

  function registerClient(input: Fields): object {
    input.text('clientName', { min: 1 });
    if (input.text('clientType') !== 'public') refuse('InvalidClientMetadataException');
    const [clientId, clientSecret] = [secret(), secret()];
    clients.set(clientId, clientSecret);
    const issued = Math.floor(world.now() / 1000);
    return {
      clientId,
      clientSecret,
      clientIdIssuedAt: issued,
      clientSecretExpiresAt: issued + clientDays * 24 * 60 * 60,
    };
  }

  function requireClient(input: Fields): string {
    const clientId = input.text('clientId');
    if (clients.get(clientId) !== input.text('clientSecret'))
      refuse('InvalidClientException', undefined, 401);
    return clientId;
  }

  function startDeviceAuthorization(input: Fields): object {
    const clientId = requireClient(input);
    const startUrl = input.text('startUrl');
    if (!/^https:\/\/[^/]+\/start\/?/.test(startUrl)) refuse('InvalidRequestException');
    const deviceCode = secret();
    const userCode = `${userLetters()}-${userLetters()}`;
    const expiresAt = world.now() + attemptSeconds * 1000;
    attempts.set(deviceCode, { clientId, expiresAt, polls: 0, userCode, answer: undefined });
    const verificationUri = `${new URL(startUrl).origin}/start/#/device`;
    return {
      deviceCode,
      userCode,
      verificationUri,
      verificationUriComplete: `${verificationUri}?user_code=${userCode}`,
      expiresIn: attemptSeconds,
      interval: 1,
    };
  }

  function createToken(input: Fields): object {
    const clientId = requireClient(input);
    if (input.text('grantType') !== deviceGrant) refuse('UnsupportedGrantTypeException');
    const attempt = attempts.get(input.text('deviceCode'));
    if (attempt?.clientId !== clientId) refuse('InvalidGrantException');
    if (attempt.expiresAt <= world.now()) refuse('ExpiredTokenException');
    const { answer: usual, pendingPolls } = world.options.browser;
    const answer = usual === 'ask' ? (attempt.answer ?? 'ignore') : usual;
    attempt.polls += 1;
    if (answer === 'ignore' || attempt.polls <= pendingPolls) refuse('AuthorizationPendingException');
    if (answer === 'deny') refuse('AccessDeniedException');
    const accessToken = secret();
    tokens.set(accessToken, world.now() + tokenSeconds * 1000);
    return { accessToken, tokenType: 'Bearer', expiresIn: tokenSeconds };
  }

  const operations: Readonly<Record<string, readonly [string, (input: Fields) => object]>> = {
    '/client/register': ['RegisterClient', registerClient],
    '/device_authorization': ['StartDeviceAuthorization', startDeviceAuthorization],
    '/token': ['CreateToken', createToken],
  };
  return {
    route(request) {
      const [operation, run] = (request.method === 'POST' ? operations[request.path] : undefined) ?? [];
      if (operation === undefined || run === undefined) return undefined;
      const input = () => readFields(textOf(request.body));
      return restRoute(
        'sso-oidc',
        operation,
        () => run(input()),
        ({ code, detail }) => ({
          error: oauthName(code),
          error_description: detail ?? null,
        }),
      );
    },
    isSignedIn: (accessToken) => (tokens.get(accessToken) ?? 0) > world.now(),
    answer(userCode, answer) {
      for (const attempt of attempts.values()) if (attempt.userCode === userCode) attempt.answer ??= answer;
    },
  };
}

/** The OAuth name of an error: AuthorizationPendingException is `authorization_pending`. */
function oauthName(code: string): string {
  return code
    .replace(/Exception$/, '')
    .replace(/[a-z](?=[A-Z])/g, '$&_')
    .toLowerCase();
}

/** Random letters, none of which looks like another one. */
function userLetters(): string {
  const alphabet = 'BCDFGHJKLMNPQRSTVWXZ';
  return Array.from(randomBytes(4), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
