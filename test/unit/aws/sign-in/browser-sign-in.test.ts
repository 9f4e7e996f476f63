import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../main/aws/transport/connection';
import { startBrowserSignIn } from '../../../../main/aws/sign-in/browser-sign-in';
import { readStartUrl } from '../../../../main/aws/sign-in/start-url';
import { answering, networkError, refusal, type Answer, type Answering } from '../../../helpers/aws-answers';

const planted = [
  'plantedClientSecret',
  'plantedDeviceCode',
  'plantedAccessToken',
  'plantedRoleSecret',
] as const;
const [clientSecret, deviceCode, accessToken, secretAccessKey] = planted;
const verificationUriComplete = 'https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH';

interface Script {
  readonly device?: object;
  /** What CreateToken answers, one after the other; the last one stays. */
  readonly token?: readonly (Answer | Error)[];
  readonly portal?: Answering;
  readonly start?: Answer | Error;
}

const pending = refusal('AuthorizationPendingException');
const token = { body: { accessToken, expiresIn: 28_800, tokenType: 'Bearer' } };

const usualPortal: Answering = ({ operation }) => {
  if (operation === '/assignment/accounts') {
    return {
      body: {
        accountList: [
          { accountId: '222233334444', accountName: 'Prod' },
          { accountId: '111122223333', accountName: 'Dev' },
        ],
      },
    };
  }
  if (operation === '/assignment/roles')
    return { body: { roleList: [{ roleName: 'Reader' }, { roleName: 'Admin' }] } };
  return {
    body: {
      roleCredentials: {
        accessKeyId: 'ASIAROLE',
        secretAccessKey,
        sessionToken: 't',
        expiration: 1_795_000_000_000,
      },
    },
  };
};

async function begin(
  { device, token: tokens = [token], portal = usualPortal, start }: Script,
  startUrl = 'corp',
) {
  let asked = 0;
  let nowMs = 0;
  const pauses: number[] = [];
  const browser: string[] = [];
  const handler = answering((request, count) => {
    if (request.operation === '/client/register') {
      return { body: { clientId: 'client', clientSecret, clientSecretExpiresAt: 9_999_999_999 } };
    }
    if (request.operation === '/device_authorization') {
      const body = {
        deviceCode,
        userCode: 'ABCD-EFGH',
        verificationUriComplete,
        expiresIn: 600,
        interval: 1,
        ...device,
      };
      return start ?? { body };
    }
    if (request.operation === '/token') return tokens[Math.min(asked++, tokens.length - 1)] ?? token;
    return portal(request, count);
  });
  const connection: Connection = {
    requestHandler: handler,
    foreignEndpoints: [],
    authorities: [],
    proxies: () => [],
    close: () => undefined,
    reach: (_, region) => ({
      region,
      requestHandler: handler,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
    }),
  };
  const started = await startBrowserSignIn({ startUrl, ssoRegion: 'eu-west-1' }, connection, {
    openExternal: (url) => Promise.resolve(void browser.push(url)),
    now: () => new Date(nowMs),
    patience: {
      random: () => 0,
      sleep: (ms) => {
        pauses.push(ms);
        nowMs += ms;
        return Promise.resolve();
      },
    },
  });
  return { started, sent: handler.sent, browser, pauses };
}

async function waitFor(script: Script, signal?: AbortSignal) {
  const begun = await begin(script);
  if (!begun.started.ok) throw new Error(begun.started.error.code);
  return { ...begun, portal: await begun.started.value.wait(signal) };
}

describe('signing in through the browser', () => {
  it("opens AWS's page and shows the code", async () => {
    const { started, browser, sent } = await begin({});
    expect(started).toMatchObject({
      value: { userCode: 'ABCD-EFGH', verificationUrl: verificationUriComplete },
    });
    expect(browser).toEqual([verificationUriComplete]);
    expect(sent[0]?.host).toBe('https://oidc.eu-west-1.amazonaws.com');
    expect(JSON.parse(sent[1]?.body ?? '')).toMatchObject({ startUrl: 'https://corp.awsapps.com/start' });
  });

  it.each([
    'https://evil.example/?user_code=ABCD-EFGH',
    'http://device.sso.eu-west-1.amazonaws.com/',
    'file:///etc/passwd',
    'https://bucket.s3.amazonaws.com/',
  ])('opens nothing else: %s', async (url) => {
    const { started, browser } = await begin({ device: { verificationUriComplete: url } });
    expect(started).toMatchObject({ error: { code: 'browserSignIn.failed' } });
    expect(browser).toEqual([]);
  });

  it('waits as long as it is told, slows down when told so, then lists accounts and roles', async () => {
    const { portal, pauses } = await waitFor({
      token: [pending, refusal('SlowDownException'), pending, networkError('ECONNRESET'), token],
    });
    expect(pauses).toEqual([1000, 1000, 6000, 6000, 6000]);
    expect(portal).toMatchObject({
      value: {
        accounts: [
          { accountId: '111122223333', accountName: 'Dev', roleNames: ['Admin', 'Reader'] },
          { accountId: '222233334444', accountName: 'Prod', roleNames: ['Admin', 'Reader'] },
        ],
      },
    });
  });

  it('gets credentials of a role that was offered, and of no other', async () => {
    const { portal, sent } = await waitFor({});
    if (!portal.ok) throw new Error(portal.error.code);
    expect(await portal.value.roleCredentials('111122223333', 'Admin')).toEqual({
      ok: true,
      value: {
        accessKeyId: 'ASIAROLE',
        secretAccessKey,
        sessionToken: 't',
        expiration: new Date(1_795_000_000_000),
      },
    });
    const before = sent.length;
    expect(await portal.value.roleCredentials('999999999999', 'Admin')).toMatchObject({
      error: { code: 'credentials.roleNotAssigned' },
    });
    expect(sent).toHaveLength(before);
  });

  it('reads all pages', async () => {
    let pages = 0;
    const { portal, sent } = await waitFor({
      portal: (request, count) => {
        if (request.operation !== '/assignment/accounts') return usualPortal(request, count);
        pages += 1;
        const accountId = pages === 1 ? '111122223333' : '222233334444';
        return { body: { accountList: [{ accountId }], ...(pages === 1 ? { nextToken: 'n' } : {}) } };
      },
    });
    expect(portal.ok && portal.value.accounts.map(({ accountId }) => accountId)).toEqual([
      '111122223333',
      '222233334444',
    ]);
    expect(sent.filter(({ operation }) => operation === '/assignment/accounts')).toHaveLength(2);
  });

  it('ends when it is told to', async () => {
    const cancel = new AbortController();
    cancel.abort();
    const { portal, sent } = await waitFor({ token: [pending] }, cancel.signal);
    expect(portal).toMatchObject({ error: { code: 'browserSignIn.denied', facts: { reason: 'cancelled' } } });
    expect(sent.some(({ operation }) => operation === '/token')).toBe(false);
  });

  it.each<readonly [string, Script, string]>([
    ['the person says no', { token: [pending, refusal('AccessDeniedException')] }, 'browserSignIn.denied'],
    ['the code runs out', { token: [refusal('ExpiredTokenException')] }, 'browserSignIn.expired'],
    ['nobody answers', { token: [pending] }, 'browserSignIn.expired'],
    ['AWS refuses', { token: [refusal('InvalidGrantException')] }, 'browserSignIn.failed'],
    ['the answer is empty', { token: [{ body: {} }] }, 'browserSignIn.failed'],
    ['nothing is assigned', { portal: () => ({ body: { accountList: [] } }) }, 'browserSignIn.noAccounts'],
    [
      'the login is gone',
      { portal: () => refusal('UnauthorizedException', '', 401) },
      'credentials.ssoSignInNeeded',
    ],
  ])('fails when %s', async (_, script, code) => {
    const { portal } = await waitFor(script);
    expect(portal).toMatchObject({ ok: false, error: { code, stage: 'sign-in' } });
    for (const secret of planted) expect(JSON.stringify(portal)).not.toContain(secret);
  });

  it.each<readonly [string, Script, string]>([
    [
      'the address is of no portal',
      { start: refusal('InvalidRequestException') },
      'browserSignIn.wrongAddress',
    ],
    ['AWS is down', { start: refusal('InternalServerException', '', 500) }, 'aws.unavailable'],
    ['the network is gone', { start: networkError('ENOTFOUND') }, 'network.unreachable'],
    ['the answer makes no sense', { device: { userCode: undefined } }, 'aws.unexpected'],
  ])('does not begin when %s', async (_, script, code) => {
    const { started, browser } = await begin(script);
    expect(started).toMatchObject({ ok: false, error: { code } });
    expect(browser).toEqual([]);
  });

  it('holds its secrets back from whoever prints it', async () => {
    const { started, portal } = await waitFor({});
    const text = JSON.stringify([started, portal]);
    for (const secret of planted) expect(text).not.toContain(secret);
  });
});

describe('the address of an access portal', () => {
  it.each([
    ['https://d-1234567890.awsapps.com/start', 'https://d-1234567890.awsapps.com/start'],
    [' https://corp.awsapps.com/start/#/?tab=accounts ', 'https://corp.awsapps.com/start'],
    ['corp.awsapps.com', 'https://corp.awsapps.com/start'],
    ['d-1234567890', 'https://d-1234567890.awsapps.com/start'],
    ['Corp', 'https://corp.awsapps.com/start'],
    [
      'https://start.us-gov-home.awsapps.com/directory/d-1',
      'https://start.us-gov-home.awsapps.com/directory/d-1',
    ],
    ['https://ssoins-0a1b.portal.eu-west-1.app.aws', 'https://ssoins-0a1b.portal.eu-west-1.app.aws'],
    ['https://identitycenter.amazonaws.com/ssoins-0a1b', 'https://identitycenter.amazonaws.com/ssoins-0a1b'],
  ])('%s is read', (text, expected) => {
    expect(readStartUrl(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', 'empty'],
    ['http://corp.awsapps.com/start', 'shape'],
    ['https://jo:pw@corp.awsapps.com/start', 'shape'],
    ['https://awsapps.com.evil.example/start', 'host'],
    ['https://corp.awsapps.com:8443/start', 'host'],
    ['https://console.aws.amazon.com', 'host'],
    ['two words', 'shape'],
    ['-corp', 'host'],
  ])('%j is refused: %s', (text, reason) => {
    expect(readStartUrl(text)).toMatchObject({
      error: { code: 'browserSignIn.wrongAddress', facts: { reason } },
    });
  });
});
