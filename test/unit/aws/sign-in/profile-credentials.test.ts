import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { prepareEnvironment } from '../../../../main/aws/sign-in/profile-credentials';
import { refusal, xmlRefusal } from '../../../helpers/aws-answers';
import {
  assumed,
  home,
  keys,
  planted,
  signIn,
  signInAgreeing,
  type Case,
} from '../../../helpers/profile-sign-in';

beforeAll(() => {
  vi.stubEnv('HOME', home.folder);
  vi.stubEnv('AWS_CONFIG_FILE', `${home.folder}/.aws/config`);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', `${home.folder}/.aws/credentials`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  home.remove();
});

const role = (more = '') =>
  `[profile p]\nrole_arn = arn:aws:iam::444455556666:role/Ops\nsource_profile = base\n${more}`;

describe('signing in by profile', () => {
  it('takes keys as they are, and sends nothing', async () => {
    const { result, sent } = await signIn({ credentials: `[p]\n${keys}aws_session_token = t` });
    expect(result).toEqual({
      ok: true,
      value: {
        state: 'found',
        credentials: { accessKeyId: 'AKIAPLANTED000000001', secretAccessKey: planted, sessionToken: 't' },
      },
    });
    expect(sent).toEqual([]);
  });

  it('assumes a role in the Region of the profile', async () => {
    const { result, sent } = await signIn({
      config: role('region = ap-south-1'),
      credentials: `[base]\n${keys}`,
      answer: () => assumed,
    });
    expect(result).toMatchObject({
      value: {
        credentials: {
          accessKeyId: 'ASIAASSUMED000000001',
          sessionToken: 'assumedToken',
          expiration: new Date('2026-11-24T00:00:00Z'),
        },
      },
    });
    expect(sent[0]?.host).toBe('https://sts.ap-south-1.amazonaws.com');
  });

  const withMfa = {
    config: role('mfa_serial = arn:aws:iam::111122223333:mfa/jo'),
    credentials: `[base]\n${keys}`,
  };

  it('asks for a code before anything is sent, and sends it once', async () => {
    const asking = await signIn(withMfa);
    expect(asking.result).toEqual({
      ok: true,
      value: { state: 'mfa', serial: 'arn:aws:iam::111122223333:mfa/jo' },
    });
    expect(asking.sent).toEqual([]);
    const { result, sent } = await signIn({
      ...withMfa,
      request: { mfaCode: '123456' },
      answer: () => assumed,
    });
    expect(result.ok).toBe(true);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toContain('TokenCode=123456');
  });

  it.each(['12345', 'abcdef', '1234567'])('refuses %j as a code without sending it', async (mfaCode) => {
    const { result, sent } = await signIn({ ...withMfa, request: { mfaCode } });
    expect(result).toMatchObject({ error: { code: 'credentials.mfaRefused' } });
    expect(sent).toEqual([]);
  });

  it('runs a program', async () => {
    const output = JSON.stringify({
      Version: 1,
      AccessKeyId: 'ASIAPROCESS',
      SecretAccessKey: 's',
      SessionToken: 't',
    });
    const { result } = await signInAgreeing({
      config: `[profile p]\ncredential_process = echo '${output}'`,
    });
    expect(result).toMatchObject({ value: { credentials: { accessKeyId: 'ASIAPROCESS' } } });
  });

  it('gives up on a program that never ends', async () => {
    const { result } = await signInAgreeing({
      config: '[profile p]\ncredential_process = sleep 2',
      limitMs: 100,
    });
    expect(result).toMatchObject({
      error: { code: 'credentials.processFailed', facts: { profile: 'p', reason: 'timedOut' } },
    });
  });

  const ssoProfile =
    '[profile p]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Admin\n[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = us-east-2\n';
  const login = (expiresAt: string) =>
    home.writeSsoToken('corp', { accessToken: 'plantedAccessToken', expiresAt });

  it('uses a login of IAM Identity Center', async () => {
    login('2099-01-01T00:00:00Z');
    const { result, sent } = await signIn({
      config: ssoProfile,
      answer: () => ({
        body: {
          roleCredentials: {
            accessKeyId: 'ASIASSO',
            secretAccessKey: 's',
            sessionToken: 't',
            expiration: 4_000_000_000_000,
          },
        },
      }),
    });
    expect(result).toMatchObject({ value: { credentials: { accessKeyId: 'ASIASSO' } } });
    expect(sent[0]?.host).toBe('https://portal.sso.us-east-2.amazonaws.com');
  });

  const cases: readonly (readonly [string, string, () => Case])[] = [
    ['no such profile', 'credentials.noProfile', () => ({})],
    ['nothing in it', 'credentials.profileIncomplete', () => ({ config: '[profile p]\nregion = eu-west-1' })],
    ['a source that is not there', 'credentials.profileIncomplete', () => ({ config: role() })],
    [
      'a circle',
      'credentials.profileCycle',
      () => ({ config: `${role()}[profile base]\nrole_arn = arn:aws:iam::1:role/B\nsource_profile = p` }),
    ],
    [
      "a cloud machine's own role",
      'credentials.unusable',
      () => ({
        config: '[profile p]\nrole_arn = arn:aws:iam::1:role/B\ncredential_source = Ec2InstanceMetadata',
      }),
    ],
    [
      'a wrong code',
      'credentials.mfaRefused',
      () => ({
        ...withMfa,
        request: { mfaCode: '000000' },
        answer: () =>
          xmlRefusal(
            'AccessDenied',
            'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
          ),
      }),
    ],
    [
      'a role that may not be assumed',
      'aws.accessDenied',
      () => ({
        config: role(),
        credentials: `[base]\n${keys}`,
        answer: () =>
          xmlRefusal('AccessDenied', `User: x is not authorized to perform: sts:AssumeRole ${planted}`),
      }),
    ],
    [
      'a program that is not there',
      'credentials.processFailed',
      () => ({ config: '[profile p]\ncredential_process = keyferry-no-such-helper' }),
    ],
    [
      'a program that says nonsense',
      'credentials.processFailed',
      () => ({ config: `[profile p]\ncredential_process = echo ${planted}` }),
    ],
    [
      'a program that fails and tells secrets',
      'credentials.processFailed',
      () => ({ config: `[profile p]\ncredential_process = sh -c 'echo ${planted} >&2; exit 3'` }),
    ],
    [
      'an SSO login that is over',
      'credentials.ssoSignInNeeded',
      () => {
        login('2020-01-01T00:00:00Z');
        return { config: ssoProfile };
      },
    ],
    [
      'no SSO login',
      'credentials.ssoSignInNeeded',
      () => ({
        config: ssoProfile.replaceAll('corp\n', 'other\n').replace('session corp]', 'session other]'),
      }),
    ],
    [
      'SSO settings that lack a Region',
      'credentials.ssoSettings',
      () => ({ config: ssoProfile.replace('sso_region = us-east-2\n', '') }),
    ],
    [
      'a role that is not assigned',
      'credentials.roleNotAssigned',
      () => {
        login('2099-01-01T00:00:00Z');
        return { config: ssoProfile, answer: () => refusal('ForbiddenException', 'No access', 403) };
      },
    ],
    [
      'a network that is gone',
      'network.unreachable',
      () => {
        login('2099-01-01T00:00:00Z');
        const gone = Object.assign(new Error('getaddrinfo ENOTFOUND portal.sso'), { code: 'ENOTFOUND' });
        return { config: ssoProfile, answer: () => gone };
      },
    ],
    [
      'no login for `aws login`',
      'credentials.loginNeeded',
      () => ({ config: '[profile p]\nlogin_session = arn:aws:iam::111122223333:user/jo' }),
    ],
  ];

  it.each(cases)('with %s: %s', async (_, code, make) => {
    const { result } = await signInAgreeing(make());
    expect(result).toMatchObject({ ok: false, error: { code, stage: 'sign-in', facts: { profile: 'p' } } });
    const text = JSON.stringify(result);
    expect(text).not.toContain(planted);
    expect(text).not.toContain('plantedAccessToken');
  });
});

describe('the environment of this process', () => {
  it('gets the folders that macOS leaves out, last', () => {
    const environment = { PATH: '/usr/bin:/opt/homebrew/bin' };
    prepareEnvironment(environment, 'darwin');
    expect(environment).toEqual({
      PATH: '/usr/bin:/opt/homebrew/bin:/usr/local/bin',
      AWS_EC2_METADATA_DISABLED: 'true',
    });
  });

  it('is otherwise left alone', () => {
    const environment = { PATH: '/usr/bin' };
    prepareEnvironment(environment, 'linux');
    expect(environment).toEqual({ PATH: '/usr/bin', AWS_EC2_METADATA_DISABLED: 'true' });
  });
});
