import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { usualConnection } from '../../../main/aws/transport/connection';
import { onlyAllowed } from '../../../main/aws/sign-in/organisation';
import { createSessions } from '../../../main/aws/sign-in/sessions';
import { createReceiverCard } from '../../../main/jobs/receiver-card';
import { createSignIn } from '../../../main/jobs/sign-in';
import { ruledOutBy } from '../../../main/jobs/ruled-out';
import { createPracticeAws } from '../../../main/practice/practice-aws';
import type { RequestOf } from '../../../main/shared/contract';
import { ok, type Result } from '../../../main/shared/result';
import type { OrganisationSettings } from '../../../main/shared/views/organisation';
import { actOn } from '../../helpers/act-work';
import { callerIdentity, testCredentials } from '../../helpers/aws-answers';
import { makeAwsHome } from '../../helpers/aws-files';
import { bytesOf, ed25519, goodCard, jwkOf, signByHand, writeCard } from '../../helpers/receiver-cards';
import { primaryKey } from '../../helpers/replica-work';
import { shownOf, valueOf } from '../../helpers/results';
import { newFolder } from '../../helpers/saved-record';
import { makeAuthority, startHttpServer, type RunningServer } from '../../helpers/tls-server';

const home = makeAwsHome();
let aws: RunningServer;
let asked = 0;

beforeAll(async () => {
  vi.stubEnv('HOME', home.folder);
  vi.stubEnv('AWS_CONFIG_FILE', `${home.folder}/.aws/config`);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', `${home.folder}/.aws/credentials`);
  aws = await startHttpServer((_request, response) => {
    asked += 1;
    const said = callerIdentity('arn:aws:iam::111122223333:user/jo');
    response.writeHead(said.status ?? 200, said.headers).end(said.body);
  });
});
beforeEach(() => {
  asked = 0;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  home.remove();
  await aws.close();
});

/** The verbs of signing in, where the person has agreed to the endpoint of the test. */
async function desk(settings: Partial<OrganisationSettings>, isOverridden = true) {
  const organisation: OrganisationSettings = { version: 1, ...settings };
  const authorities = { fileName: 'company.pem', pem: makeAuthority('aws.example').ca, certificates: [] };
  const sessions = createSessions({
    organisation,
    ...(settings.certificateAuthorities === undefined ? {} : { authorities }),
    environment: isOverridden ? { AWS_ENDPOINT_URL: `http://127.0.0.1:${aws.port}` } : {},
    resolveProxy: () => Promise.resolve('DIRECT'),
    openExternal: () => Promise.resolve(),
    now: () => new Date(),
    practice: () => Promise.resolve(createPracticeAws({ now: () => new Date() })),
  });
  if (isOverridden) await sessions.changeConnection({ ...usualConnection, foreignEndpointsAllowed: true });
  const dialogs = { pickCertificates: () => Promise.reject(new Error('No dialog is opened.')) };
  return createSignIn({ loadSessions: () => Promise.resolve(sessions), dialogs, organisation }).verbs;
}

const refusedBy = (result: Result<unknown>): unknown =>
  result.ok ? 'ok' : (result.error.facts?.['setting'] ?? result.error.code);

const text = `aws_access_key_id = ${testCredentials.accessKeyId}\naws_secret_access_key = ${testCredentials.secretAccessKey}\naws_session_token = ${testCredentials.sessionToken}\n`;
const pasted = { by: 'pasted', text, region: 'eu-central-1' } as const;
const startUrl = 'https://d-0000000000.awsapps.com/start';
const realWays: readonly RequestOf<'signIn'>[] = [
  pasted,
  { by: 'profile', profile: 'work', region: 'eu-central-1' },
  { by: 'browser', startUrl, ssoRegion: 'eu-central-1' },
];

describe('an organisation that has set', () => {
  it('practice only is signed in to AWS by nobody, and nothing real is wrapped', async () => {
    const verbs = await desk({ practiceOnly: true });
    for (const way of realWays) expect(refusedBy(await verbs.signIn(way))).toBe('practiceOnly');
    expect(asked).toBe(0);
    expect(refusedBy(await verbs.signIn({ by: 'practice', region: 'eu-central-1' }))).toBe('ok');
    expect(ruledOutBy({ version: 1, practiceOnly: true }, {}, false)).toMatchObject({ ok: false });
    expect(ruledOutBy({ version: 1, practiceOnly: true }, {}, true)).toBeUndefined();
  });

  it('its accounts is signed in to no other', async () => {
    expect(refusedBy(await (await desk({ allowedAccounts: ['222233334444'] })).signIn(pasted))).toBe(
      'allowedAccounts',
    );
    expect(refusedBy(await (await desk({ allowedAccounts: ['111122223333'] })).signIn(pasted))).toBe('ok');
    const offered = (accountId: string) => ({ accountId, accountName: accountId, roleNames: ['Ops'] });
    const accounts = [offered('111122223333'), offered('222233334444')];
    const answer = ok({ state: 'choose-role', attempt: 'one', accounts } as const);
    expect(onlyAllowed({ version: 1, allowedAccounts: ['222233334444'] }, answer)).toMatchObject({
      value: { accounts: [{ accountId: '222233334444' }] },
    });
    expect(refusedBy(onlyAllowed({ version: 1, allowedAccounts: ['333344445555'] }, answer))).toBe(
      'allowedAccounts',
    );
    const keyArn = { accountId: '111122223333', region: 'eu-west-1' };
    expect(ruledOutBy({ version: 1, allowedAccounts: ['222233334444'] }, { keyArn }, false)).toMatchObject({
      error: { facts: { setting: 'allowedAccounts' } },
    });
  });

  it('its Regions is asked for no other', async () => {
    const verbs = await desk({ allowedRegions: ['eu-west-1'] });
    expect(refusedBy(await verbs.signIn(pasted))).toBe('allowedRegions');
    expect(asked).toBe(0);
    const { regions } = valueOf(await verbs.describeSignIn());
    const free = regions.filter(({ isForbidden }) => !isForbidden);
    expect(free.map(({ code }) => code)).toEqual(['eu-west-1']);
    const keyArn = { accountId: '111122223333', region: 'eu-central-1' };
    expect(ruledOutBy({ version: 1, allowedRegions: ['eu-west-1'] }, { keyArn }, false)).toMatchObject({
      error: { facts: { setting: 'allowedRegions' } },
    });
  });

  it('its Regions reads, opens and makes no key in another one', async () => {
    const organisation = { version: 1, allowedRegions: ['eu-central-1'] } as const;
    const { bench, keyArn } = await primaryKey({}, { mode: 'aws', organisation });
    const session = bench.session.view.session;
    const elsewhere = keyArn.replace('eu-central-1', 'eu-west-1');
    expect(refusedBy(await bench.listKeys({ session, regions: ['eu-west-1'] }))).toBe('allowedRegions');
    expect(valueOf(await bench.listKeys({ session, regions: 'all' })).regions).toHaveLength(1);
    expect(refusedBy(await bench.openKey({ session, arn: elsewhere }))).toBe('allowedRegions');
    const opened = valueOf(await bench.openKey({ session, arn: keyArn })).key;
    const act = { do: 'replicate-key', to: '' } as const;
    const { replication } = valueOf(await bench.planAct({ key: opened, session, act }));
    expect(replication?.regions.every(({ isForbidden }) => isForbidden)).toBe(true);
    await expect(actOn(bench, keyArn, { do: 'replicate-key', to: 'eu-west-1' })).rejects.toThrow(
      'organisation.forbids',
    );
  });

  it('FIPS, a proxy or authorities has its connection changed by no page', async () => {
    const change = { ...usualConnection, ca: 'keep' } as const;
    const fips = await desk({ fipsOnly: true }, false);
    expect(valueOf(await fips.describeSignIn()).connection.fips).toBe(true);
    expect(refusedBy(await fips.changeConnection(change))).toBe('fipsOnly');
    expect(refusedBy(await fips.changeConnection({ ...change, fips: true }))).toBe('ok');
    const proxied = await desk({ proxy: 'http://proxy.example:8080' }, false);
    const proxy = { kind: 'manual', url: 'http://proxy.example:8080' } as const;
    expect(valueOf(await proxied.describeSignIn()).connection.proxy).toEqual(proxy);
    expect(refusedBy(await proxied.changeConnection(change))).toBe('proxy');
    expect(refusedBy(await proxied.changeConnection({ ...change, proxy, dualStack: true }))).toBe('ok');
    expect(valueOf(await proxied.describeSignIn()).connection.proxy).toEqual(proxy);
    const trusting = await desk({ certificateAuthorities: '/etc/keyferry/company.pem' }, false);
    expect(refusedBy(await trusting.changeConnection({ ...change, ca: 'none' }))).toBe(
      'certificateAuthorities',
    );
    expect(refusedBy(await trusting.chooseAuthorities())).toBe('certificateAuthorities');
    expect(valueOf(await trusting.changeConnection(change)).ca?.fileName).toBe('company.pem');
  });

  it('keys of receiver cards takes a card that one of them has signed, and no other', async () => {
    const folder = newFolder();
    const signedBy = ({ publicKey, privateKey }: ReturnType<typeof ed25519>) =>
      writeCard(
        folder,
        signByHand(bytesOf(goodCard), privateKey, { alg: 'EdDSA', jwk: jwkOf(publicKey) }),
        'signed.json',
      );
    const cards = (receiverCardKeys?: readonly string[]) =>
      createReceiverCard({
        dialogs: { pickReceiverCard: () => Promise.resolve(undefined) },
        now: () => new Date('2026-11-25T12:00:00Z'),
        organisation: { version: 1, ...(receiverCardKeys ? { receiverCardKeys } : {}) },
      }).verbs;
    const ours = ed25519();
    const known = shownOf(await cards().readReceiverCard({ files: [signedBy(ours)] })).signer?.hex ?? '';
    const { readReceiverCard } = cards([known]);
    expect(refusedBy(await readReceiverCard({ files: [signedBy(ours)] }))).toBe('ok');
    expect(refusedBy(await readReceiverCard({ files: [signedBy(ed25519())] }))).toBe('receiverCardKeys');
    expect(refusedBy(await readReceiverCard({ files: [writeCard(folder, goodCard, 'card.json')] }))).toBe(
      'receiverCardKeys',
    );
  });
});
