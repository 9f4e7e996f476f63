import { noSettings } from '../../../../main/shared/organisation-forbids';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSessions } from '../../../../main/aws/sign-in/sessions';
import { createPracticeAws } from '../../../../main/practice/practice-aws';
import type { SignInAnswer } from '../../../../main/shared/views/aws';
import type { Result } from '../../../../main/shared/result';
import { testCredentials } from '../../../helpers/aws-answers';
import { makeAwsHome } from '../../../helpers/aws-files';
import { startHttpServer, type RunningServer } from '../../../helpers/tls-server';

const region = 'eu-central-1';
const home = makeAwsHome();
const keys = `aws_access_key_id = ${testCredentials.accessKeyId}\naws_secret_access_key = ${testCredentials.secretAccessKey}\naws_session_token = ${testCredentials.sessionToken}\n`;
let aws: RunningServer;
let asked = 0;
const opened: string[] = [];

beforeAll(async () => {
  vi.stubEnv('HOME', home.folder);
  vi.stubEnv('AWS_CONFIG_FILE', `${home.folder}/.aws/config`);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', `${home.folder}/.aws/credentials`);
  home.write({ credentials: `[own]\n${keys}` });
  aws = await startHttpServer((_request, response) => {
    asked += 1;
    response.writeHead(500).end();
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  home.remove();
  await aws.close();
  expect(asked).toBe(0);
  expect(opened).toEqual([]);
});

async function makeDesk() {
  const practice = createPracticeAws({
    now: () => new Date(),
    browser: { answer: 'ask', pendingPolls: 0 },
  });
  const sessions = createSessions({
    organisation: noSettings,
    environment: { AWS_ENDPOINT_URL: `http://127.0.0.1:${aws.port}` },
    resolveProxy: () => Promise.resolve('DIRECT'),
    openExternal: (url) => Promise.resolve(void opened.push(url)),
    now: () => new Date(),
    practice: () => Promise.resolve(practice),
  });
  await sessions.changeConnection({
    proxy: { kind: 'none' },
    fips: false,
    dualStack: false,
    foreignEndpointsAllowed: true,
  });
  return { ...sessions, practice: sessions.practiceSignIn };
}

const codeOf = (answer: Result<SignInAnswer>): string => (answer.ok ? answer.value.state : answer.error.code);

describe('signing in, practised', () => {
  it('reads no AWS file', async () => {
    const { practice } = await makeDesk();
    const { profiles } = await practice.describe();
    expect(profiles.map(({ name }) => name)).toEqual(['practice-mfa', 'practice-expired']);
    expect(codeOf(await practice.signIn({ by: 'profile', profile: 'own', region }))).toBe(
      'credentials.noProfile',
    );
  });

  it('takes no credentials but the ones that it offers, and no portal but its own', async () => {
    const { practice } = await makeDesk();
    const { practice: offered } = await practice.describe();
    const { startUrl, ssoRegion, block } = offered;
    const paste = async (text: string) => codeOf(await practice.signIn({ by: 'pasted', text, region }));
    expect(await paste(keys)).toBe('credentials.notPractice');
    expect(await paste(block.replace(/SECRET_ACCESS_KEY="./, '$&x'))).toBe('credentials.notPractice');
    expect(await paste(block)).toBe('signed-in');
    const browse = async (url: string, sso: string) =>
      codeOf(await practice.signIn({ by: 'browser', startUrl: url, ssoRegion: sso }));
    expect(await browse('https://corp.awsapps.com/start', ssoRegion)).toBe('browserSignIn.notPractice');
    expect(await browse(startUrl, 'eu-west-1')).toBe('browserSignIn.notPractice');
  });

  it('waits for the answer in place of the browser, and then the session of the profile is there again', async () => {
    const { practice } = await makeDesk();
    const { startUrl, ssoRegion } = (await practice.describe()).practice;
    const withProfile = async () =>
      codeOf(await practice.signIn({ by: 'profile', profile: 'practice-expired', region }));
    expect(await withProfile()).toBe('credentials.ssoSignInNeeded');
    const started = await practice.signIn({ by: 'browser', startUrl, ssoRegion });
    if (!started.ok || started.value.state !== 'browser') throw new Error(codeOf(started));
    const { attempt, userCode } = started.value;
    await practice.answerPortal({ userCode: 'AAAA-AAAA', allows: false });
    await practice.answerPortal({ userCode, allows: true });
    expect(codeOf(await practice.signIn({ by: 'browser-wait', attempt }))).toBe('choose-role');
    expect(await withProfile()).toBe('signed-in');
    practice.forget();
    expect(await withProfile()).toBe('credentials.ssoSignInNeeded');
  });
});

describe('the real sign-in', () => {
  it('refuses what practice made, and AWS is not asked', async () => {
    const { practice, signIn } = await makeDesk();
    const { block } = (await practice.describe()).practice;
    expect(codeOf(await signIn({ by: 'pasted', text: block, region }))).toBe('credentials.onlyPractice');
    expect(codeOf(await signIn({ by: 'profile', profile: 'practice-mfa', region }))).toBe(
      'credentials.noProfile',
    );
  });
});
