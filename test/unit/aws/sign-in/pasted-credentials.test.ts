import { describe, expect, it } from 'vitest';
import { readPastedCredentials } from '../../../../main/aws/sign-in/pasted-credentials';

const id = 'ASIAPLANTEDKEYID0001';
const secret = 'planted/Secret+AccessKey0123456789abcdef';
const token = `planted+Session/Token${'A'.repeat(400)}==`;
const credentials = { accessKeyId: id, secretAccessKey: secret, sessionToken: token };

const forms: readonly (readonly [string, string])[] = [
  [
    'for macOS and Linux',
    `export AWS_ACCESS_KEY_ID="${id}"\nexport AWS_SECRET_ACCESS_KEY="${secret}"\nexport AWS_SESSION_TOKEN="${token}"\n`,
  ],
  [
    'for Windows',
    `SET AWS_ACCESS_KEY_ID=${id}\r\nSET AWS_SECRET_ACCESS_KEY=${secret}\r\nSET AWS_SESSION_TOKEN=${token}`,
  ],
  [
    'for PowerShell',
    `$Env:AWS_ACCESS_KEY_ID="${id}"\n$Env:AWS_SECRET_ACCESS_KEY="${secret}"\n$Env:AWS_SESSION_TOKEN="${token}"`,
  ],
  [
    'for the credentials file',
    `[111122223333_Admin]\naws_access_key_id=${id}\naws_secret_access_key=${secret}\naws_session_token=${token}`,
  ],
  [
    'as AWS SDK settings with spaces, a comment and a Region',
    `\uFEFF# from the portal\n[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\naws_session_token = ${token}\nregion = eu-west-1\n`,
  ],
  [
    'in single quotes',
    `export AWS_ACCESS_KEY_ID='${id}'\nexport AWS_SECRET_ACCESS_KEY='${secret}';\nexport AWS_SESSION_TOKEN='${token}'`,
  ],
  [
    'of set with quotes',
    `set "AWS_ACCESS_KEY_ID=${id}"\nset "AWS_SECRET_ACCESS_KEY=${secret}"\nset "AWS_SESSION_TOKEN=${token}"`,
  ],
];

describe('pasted credentials', () => {
  it.each(forms)('are read %s', (_, text) => {
    expect(readPastedCredentials(text)).toEqual({ ok: true, value: credentials });
  });

  it.each([
    [
      'assume-role',
      {
        Credentials: {
          AccessKeyId: id,
          SecretAccessKey: secret,
          SessionToken: token,
          Expiration: '2026-11-24T00:00:00+00:00',
        },
        AssumedRoleUser: {},
      },
    ],
    [
      'a credential process',
      {
        Version: 1,
        AccessKeyId: id,
        SecretAccessKey: secret,
        SessionToken: token,
        Expiration: '2026-11-24T00:00:00Z',
      },
    ],
    [
      'get-role-credentials',
      {
        roleCredentials: {
          accessKeyId: id,
          secretAccessKey: secret,
          sessionToken: token,
          expiration: Date.parse('2026-11-24T00:00:00Z'),
        },
      },
    ],
  ])('are read from the JSON of %s', (_, document) => {
    const expiration = new Date('2026-11-24T00:00:00Z');
    expect(readPastedCredentials(JSON.stringify(document, undefined, 2))).toEqual({
      ok: true,
      value: { ...credentials, expiration },
    });
  });

  const lines = (forms[0]?.[1] ?? '').trim().split('\n');
  const [first = '', second = '', third = ''] = lines;

  it.each<readonly [string, string, object]>([
    ['nothing', ' \n ', { reason: 'empty' }],
    ['too much', 'x'.repeat(17_000), { reason: 'tooLong' }],
    ['a sentence', 'here are the keys', { reason: 'unknownLine', line: 1 }],
    ['another variable', `${first}\nexport PATH=/bin`, { reason: 'unknownLine', line: 2 }],
    ['a line twice', `${first}\n${first}`, { reason: 'duplicate', field: 'accessKeyId', line: 2 }],
    ['two profiles', '[a]\n[b]', { reason: 'twoProfiles', line: 2 }],
    ['two forms', `${first}\nSET AWS_SECRET_ACCESS_KEY=${secret}`, { reason: 'mixedForms', line: 2 }],
    ['no secret', `${first}\n${third}`, { reason: 'missing', field: 'secretAccessKey' }],
    ['no key id', `${second}\n${third}`, { reason: 'missing', field: 'accessKeyId' }],
    ['no session token', `${first}\n${second}`, { reason: 'missing', field: 'sessionToken' }],
    ['a key for ever', `${first.replace('ASIA', 'AKIA')}\n${second}`, { reason: 'notTemporary' }],
    [
      'dots for a token',
      `${first}\n${second}\nexport AWS_SESSION_TOKEN="IQoJ..."`,
      { reason: 'badValue', field: 'sessionToken' },
    ],
    [
      'a token that was wrapped',
      `${first}\n${second}\n${third.slice(0, 60)}\n${third.slice(60)}`,
      { reason: 'unknownLine', line: 4 },
    ],
    ['half a JSON', `{"Credentials": {"AccessKeyId": "${id}"`, { reason: 'badJson' }],
    ['JSON of something else', '{"a":1}', { reason: 'missing', field: 'accessKeyId' }],
    ['a number for a key', '{"AccessKeyId": 5}', { reason: 'badValue', field: 'accessKeyId' }],
    [
      'a bad date',
      JSON.stringify({ AccessKeyId: id, SecretAccessKey: secret, SessionToken: token, Expiration: 'soon' }),
      { reason: 'badValue', field: 'expiration' },
    ],
  ])('are refused: %s', (_, text, facts) => {
    const refused = readPastedCredentials(text);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'credentials.pastedUnreadable', stage: 'sign-in' },
    });
    if (refused.ok) return;
    expect(refused.error.facts).toEqual(facts);
    const said = JSON.stringify(refused);
    for (const planted of [id, id.slice(4), secret, token.slice(0, 20)]) expect(said).not.toContain(planted);
  });
});
