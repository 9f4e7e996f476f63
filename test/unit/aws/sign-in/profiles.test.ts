import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { endpointOverrides } from '../../../../main/aws/transport/endpoints';
import { endpointSettings, listProfiles, readAwsFiles } from '../../../../main/aws/sign-in/profiles';
import { profileFacts } from '../../../../renderer/words/sign-in/sign-in';
import { makeAwsHome } from '../../../helpers/aws-files';

const home = makeAwsHome();
beforeAll(() => {
  vi.stubEnv('AWS_CONFIG_FILE', `${home.folder}/.aws/config`);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', `${home.folder}/.aws/credentials`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  home.remove();
});

const keys =
  'aws_access_key_id = AKIAPLANTED000000001\naws_secret_access_key = plantedSecretAccessKey0123456789abcdefgh\n';

const config = `
[default]
region = eu-west-1
[profile sso]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Admin
region = eu-central-1
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
[profile legacy-sso]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 111122223333
sso_role_name = Reader
[profile role]
role_arn = arn:aws:iam::444455556666:role/path/Ops
source_profile = default
mfa_serial = arn:aws:iam::111122223333:mfa/jo
[profile chained]
role_arn = arn:aws:iam::777788889999:role/Next
source_profile = role
[profile loop-a]
role_arn = arn:aws:iam::444455556666:role/A
source_profile = loop-b
[profile loop-b]
role_arn = arn:aws:iam::444455556666:role/B
source_profile = loop-a
[profile lost]
role_arn = arn:aws:iam::444455556666:role/A
source_profile = nobody
[profile machine]
role_arn = arn:aws:iam::444455556666:role/A
credential_source = Ec2InstanceMetadata
[profile process]
credential_process = helper --planted-secret
[profile behind]
role_arn = arn:aws:iam::444455556666:role/Ops
source_profile = process
[profile deeper]
role_arn = arn:aws:iam::777788889999:role/Next
source_profile = behind
[profile web]
role_arn = arn:aws:iam::444455556666:role/A
web_identity_token_file = /tmp/token
[profile login]
login_session = arn:aws:iam::111122223333:user/jo
[profile empty]
region = us-east-1
[profile local]
services = local
endpoint_url = http://everything
[services local]
kms =
  endpoint_url = http://kms-only
[not-a-profile]
region = us-east-1
`;

describe('profiles', () => {
  it('are listed with their kind, and without anything secret', async () => {
    home.write({ config, credentials: `[default]\n${keys}\n[only-keys]\n${keys}` });
    const profiles = listProfiles(await readAwsFiles());
    const byName = Object.fromEntries(
      profiles.map(({ name, kind, needsMfa }) => [name, `${kind}${needsMfa ? ' mfa' : ''}`]),
    );
    expect(byName).toEqual({
      default: 'static',
      behind: 'assume-role',
      deeper: 'assume-role',
      chained: 'assume-role mfa',
      empty: 'incomplete',
      'legacy-sso': 'sso',
      local: 'incomplete',
      login: 'login',
      'loop-a': 'incomplete',
      'loop-b': 'incomplete',
      lost: 'incomplete',
      machine: 'incomplete',
      'only-keys': 'static',
      process: 'credential-process',
      role: 'assume-role mfa',
      sso: 'sso',
      web: 'web-identity',
    });
    expect(profiles[0]?.name).toBe('default');
    expect(profiles.find(({ name }) => name === 'default')).toEqual({
      name: 'default',
      kind: 'static',
      region: 'eu-west-1',
      needsMfa: false,
    });
    expect(profiles.find(({ name }) => name === 'sso')).toMatchObject({
      region: 'eu-central-1',
      accountId: '111122223333',
      roleName: 'Admin',
    });
    expect(profiles.find(({ name }) => name === 'role')).toMatchObject({
      accountId: '444455556666',
      roleName: 'Ops',
    });
    const text = JSON.stringify(profiles);
    for (const planted of ['AKIAPLANTED', 'plantedSecret', 'planted-secret'])
      expect(text).not.toContain(planted);
  });

  it('name the program that they run, at any depth (audit 13)', async () => {
    home.write({ config, credentials: `[default]\n${keys}` });
    const running = listProfiles(await readAwsFiles()).filter(({ programs }) => programs !== undefined);
    expect(Object.fromEntries(running.map(({ name, programs }) => [name, programs]))).toEqual({
      process: ['helper'],
      behind: ['helper'],
      deeper: ['helper'],
    });
    expect(running.map(profileFacts).every((facts) => facts.includes('runs helper'))).toBe(true);
  });

  it('are read anew each time', async () => {
    home.write({ credentials: `[one]\n${keys}` });
    expect(listProfiles(await readAwsFiles()).map(({ name }) => name)).toEqual(['one']);
    home.write({ credentials: `[two]\n${keys}` });
    expect(listProfiles(await readAwsFiles()).map(({ name }) => name)).toEqual(['two']);
    home.write({});
    expect(listProfiles(await readAwsFiles())).toEqual([]);
  });

  it('bring their endpoints', async () => {
    home.write({ config });
    const files = await readAwsFiles();
    const urls = endpointOverrides(endpointSettings(files, {}, 'local')).map(
      ({ service, url }) => `${service} ${url}`,
    );
    expect(urls).toContain('kms http://kms-only');
    expect(urls).toContain('sts http://everything');
    expect(endpointOverrides(endpointSettings(files, {}))).toEqual([]);
    expect(endpointOverrides(endpointSettings(files, { AWS_PROFILE: 'local' }))).not.toEqual([]);
  });
});
