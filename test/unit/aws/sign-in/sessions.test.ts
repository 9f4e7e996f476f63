import { noSettings } from '../../../../main/shared/organisation-forbids';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCertificateAuthorities } from '../../../../main/aws/transport/certificate-authorities';
import { usualConnection } from '../../../../main/aws/transport/connection';
import { createPracticeAws } from '../../../../main/practice/practice-aws';
import { createSessions, type SignInDeskPorts } from '../../../../main/aws/sign-in/sessions';
import { callerIdentity, testCredentials, xmlRefusal } from '../../../helpers/aws-answers';
import { makeAwsHome } from '../../../helpers/aws-files';
import { makeAuthority, startHttpServer, startProxy, type RunningServer } from '../../../helpers/tls-server';

const home = makeAwsHome();
let aws: RunningServer;
let asked: string[] = [];
let answer: 'identity' | 'refusal' = 'identity';

beforeAll(async () => {
  vi.stubEnv('HOME', home.folder);
  vi.stubEnv('AWS_CONFIG_FILE', `${home.folder}/.aws/config`);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', `${home.folder}/.aws/credentials`);
  aws = await startHttpServer((request, response) => {
    asked.push(request.headers.authorization ?? '');
    const said =
      answer === 'identity'
        ? callerIdentity('arn:aws:iam::111122223333:user/jo')
        : xmlRefusal('InvalidClientTokenId');
    response.writeHead(said.status ?? 200, said.headers).end(said.body);
  });
});
beforeEach(() => {
  asked = [];
  answer = 'identity';
});
afterAll(async () => {
  vi.unstubAllEnvs();
  home.remove();
  await aws.close();
});

const desks: ReturnType<typeof createSessions>[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.forget();
});

function deskWith(changes: Partial<SignInDeskPorts> = {}) {
  const desk = createSessions({
    organisation: noSettings,
    environment: { AWS_ENDPOINT_URL: `http://127.0.0.1:${aws.port}` },
    resolveProxy: () => Promise.resolve('DIRECT'),
    openExternal: () => Promise.resolve(),
    now: () => new Date(),
    practice: () => Promise.resolve(createPracticeAws({ now: () => new Date() })),
    ...changes,
  });
  desks.push(desk);
  return desk;
}

const keys = `aws_access_key_id = ${testCredentials.accessKeyId}\naws_secret_access_key = ${testCredentials.secretAccessKey}\naws_session_token = ${testCredentials.sessionToken}\n`;
const pasted = { by: 'pasted', text: keys, region: 'eu-west-1' } as const;
const allowed = { ...usualConnection, foreignEndpointsAllowed: true };

describe('the sign-in desk', () => {
  it("sends nothing to somebody else's server before the person agreed", async () => {
    const desk = deskWith();
    expect(await desk.signIn(pasted)).toMatchObject({ error: { code: 'network.endpointConsent' } });
    expect(asked).toEqual([]);
    expect((await desk.changeConnection(allowed)).endpoints).toHaveLength(5);
    expect(await desk.signIn(pasted)).toMatchObject({ value: { state: 'signed-in' } });
    expect(asked).toHaveLength(1);
  });

  it('keeps sessions under handles, and forgets them', async () => {
    const desk = deskWith();
    await desk.changeConnection(allowed);
    home.write({ credentials: `[p]\n${keys}` });
    const signedIn = await desk.signIn({ by: 'profile', profile: 'p', region: 'eu-west-1' });
    if (!signedIn.ok || signedIn.value.state !== 'signed-in') throw new Error('not signed in');
    const handle = signedIn.value.signedIn.session;
    expect(desk.findSession(handle)?.view).toEqual(signedIn.value.signedIn);
    expect(signedIn.value.signedIn).toMatchObject({
      mode: 'aws',
      accountId: '111122223333',
      region: 'eu-west-1',
    });
    desk.forget();
    expect(desk.findSession(handle)).toBeUndefined();
  });

  it('knows by which proxy it came, without its password, and what it trusts (audit 11)', async () => {
    const proxy = await startProxy(aws.port);
    const { ca } = makeAuthority('aws.example');
    const read = readCertificateAuthorities(ca);
    if (!read.ok) throw new Error(read.error.code);
    const desk = deskWith({ environment: { AWS_ENDPOINT_URL: 'http://aws.example' } });
    await desk.changeConnection({
      ...allowed,
      proxy: { kind: 'manual', url: `http://jo:planted@127.0.0.1:${proxy.port}` },
      ca: { fileName: 'company.pem', ...read.value },
    });
    const signedIn = await desk.signIn(pasted);
    await proxy.close();
    if (!signedIn.ok || signedIn.value.state !== 'signed-in') throw new Error('not signed in');
    const session = desk.findSession(signedIn.value.signedIn.session);
    expect(proxy.asked[0]).toBe('aws.example:80');
    expect(session?.proxies?.()).toEqual([`127.0.0.1:${proxy.port}`]);
    expect(session?.authorities).toEqual(read.value.certificates.map(({ sha256 }) => sha256));
  });

  it('practises without looking at anything of the person', async () => {
    const desk = deskWith();
    const signedIn = await desk.signIn({ by: 'practice', region: 'eu-central-1' });
    expect(signedIn).toMatchObject({ value: { state: 'signed-in', signedIn: { mode: 'practice' } } });
    expect(asked).toEqual([]);
  });

  it('says what is wrong', async () => {
    const desk = deskWith();
    await desk.changeConnection(allowed);
    answer = 'refusal';
    expect(await desk.signIn(pasted)).toMatchObject({ error: { code: 'credentials.refused' } });
    expect(await desk.signIn({ ...pasted, text: 'x' })).toMatchObject({
      error: { code: 'credentials.pastedUnreadable' },
    });
    expect(await desk.signIn({ ...pasted, region: 'evil.example/' })).toMatchObject({
      error: { code: 'network.endpointSettings', facts: { reason: 'region' } },
    });
    for (const request of [
      { by: 'browser-wait', attempt: 'gone' },
      { by: 'role', attempt: 'gone', accountId: '1', roleName: 'r', region: 'eu-west-1' },
    ] as const) {
      expect(await desk.signIn(request)).toMatchObject({ error: { code: 'session.gone' } });
    }
  });

  it('goes through the browser to a role', async () => {
    const portal = await startHttpServer((request, response) => {
      const json = (body: object) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      const path = (request.url ?? '').split('?')[0];
      if (path === '/client/register') json({ clientId: 'c', clientSecret: 's' });
      else if (path === '/device_authorization') {
        json({
          deviceCode: 'd',
          userCode: 'ABCD-EFGH',
          verificationUriComplete: 'https://corp.awsapps.com/start/#/device',
          expiresIn: 600,
          interval: 0.01,
        });
      } else if (path === '/token') json({ accessToken: 't' });
      else if (path === '/assignment/accounts')
        json({ accountList: [{ accountId: '111122223333', accountName: 'Dev' }] });
      else if (path === '/assignment/roles') json({ roleList: [{ roleName: 'Admin' }] });
      else if (path === '/federation/credentials')
        json({ roleCredentials: { ...testCredentials, expiration: 4_000_000_000_000 } });
      else {
        const said = callerIdentity('arn:aws:iam::111122223333:user/jo');
        response.writeHead(200, said.headers).end(said.body);
      }
    });
    const opened: string[] = [];
    const desk = deskWith({
      environment: { AWS_ENDPOINT_URL: `http://127.0.0.1:${portal.port}` },
      openExternal: (url) => Promise.resolve(void opened.push(url)),
    });
    await desk.changeConnection(allowed);
    const started = await desk.signIn({ by: 'browser', startUrl: 'corp', ssoRegion: 'eu-west-1' });
    if (!started.ok || started.value.state !== 'browser') throw new Error(JSON.stringify(started));
    expect(opened).toEqual(['https://corp.awsapps.com/start/#/device']);
    const { attempt } = started.value;
    const waited = await desk.signIn({ by: 'browser-wait', attempt });
    expect(waited).toMatchObject({ value: { state: 'choose-role', accounts: [{ roleNames: ['Admin'] }] } });
    const signedIn = await desk.signIn({
      by: 'role',
      attempt,
      accountId: '111122223333',
      roleName: 'Admin',
      region: 'eu-west-1',
    });
    expect(signedIn).toMatchObject({
      value: { state: 'signed-in', signedIn: { expiresAt: '2096-10-02T07:06:40.000Z' } },
    });
    const everything = JSON.stringify([started, waited, signedIn]);
    for (const secret of Object.values(testCredentials)) expect(everything).not.toContain(secret);
    await portal.close();
  });

  it('describes what there is to sign in with', async () => {
    home.write({ credentials: `[p]\n${keys}` });
    const { profiles, regions, connection } = await deskWith().describe();
    expect(profiles).toEqual([{ name: 'p', kind: 'static', needsMfa: false }]);
    expect(regions.length).toBeGreaterThan(30);
    expect(connection.endpoints[0]).toMatchObject({ isAws: false, source: 'environment' });
    expect(JSON.stringify({ profiles, connection })).not.toContain(testCredentials.secretAccessKey);
  });
});
