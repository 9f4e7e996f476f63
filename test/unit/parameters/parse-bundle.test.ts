import { describe, expect, it } from 'vitest';
import { parseBundle, type BundleFile } from '../../../main/parameters/parse-bundle';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { cliJson, keyArnOf } from '../../fixtures/cli-json';

const contents = bundleContents();
const other = bundleContents();
const tomorrow = new Date(Math.floor(Date.now() / 1000) * 1000 + 20 * 3_600_000);
const file = (name: string, bytes: Uint8Array | string): BundleFile => ({ name, bytes: Buffer.from(bytes) });
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const pem = `-----BEGIN PUBLIC KEY-----\n${base64(contents.key)}\n-----END PUBLIC KEY-----\n`;
const key = file('WrappingPublicKey.bin', contents.key);
const token = file('ImportToken.bin', contents.token);
const readme = file('README.txt', contents.readme);
const oldName = (part: string, id = contents.keyId, time = '0809092909'): string => `${part}_${id}_${time}`;

function parsed(files: readonly BundleFile[]) {
  const result = parseBundle(files);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function codeOf(files: readonly BundleFile[]): string {
  const result = parseBundle(files);
  return result.ok ? 'accepted' : result.error.code;
}

describe('parseBundle finds key and token', () => {
  const forms: readonly (readonly [string, readonly BundleFile[]])[] = [
    ["today's console names", [key, token, readme]],
    ['loose files without a README', [token, key]],
    [
      "the console's names until 2023",
      [file(oldName('wrappingKey'), contents.key), file(oldName('importToken'), contents.token)],
    ],
    [
      'old names without the time',
      [
        file(`wrappingKey_${contents.keyId}`, contents.key),
        file(`importToken_${contents.keyId}`, contents.token),
      ],
    ],
    [
      'base64 text',
      [file('PublicKey.b64', base64(contents.key)), file('importtoken.b64', `${base64(contents.token)}\n`)],
    ],
    ['a PEM and a token', [file('wrapping.pem', pem), token]],
    ['names that say nothing', [file('a', contents.key), file('b', contents.token)]],
    [
      'the same parts as bytes and as base64',
      [
        key,
        file('PublicKey.b64', base64(contents.key)),
        token,
        file('ImportToken.b64', base64(contents.token)),
      ],
    ],
    ['other files beside them', [key, token, file('notes.txt', 'ring Anna before lunch')]],
  ];
  it.each(forms)('in %s', (_title, files) => {
    const bundle = parsed(files);
    expect(Buffer.from(bundle.importToken)).toEqual(Buffer.from(contents.token));
    expect(bundle.files).toHaveLength(files.includes(readme) ? 3 : 2);
  });

  it.each([
    ['with an ISO time and an offset', tomorrow.toISOString().replace('Z', '+00:00')],
    ['with seconds since 1970', tomorrow.getTime() / 1000],
  ])("in the CLI's JSON %s", (_title, validTo) => {
    const bundle = parsed([file('parameters.json', cliJson(contents, validTo))]);
    expect(bundle).toMatchObject({ fromCli: true, keyId: keyArnOf(contents.keyId), validTo: tomorrow });
    expect(Buffer.from(bundle.publicKey)).toEqual(Buffer.from(contents.key));
    expect(bundle.wrappingAlgorithm).toBeUndefined();
  });

  it("takes key id, algorithm and expiry from today's README", () => {
    expect(parsed([key, token, readme])).toMatchObject({
      keyId: contents.keyId,
      wrappingKeySpec: 'RSA_2048',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      validTo: expect.any(Date) as Date,
    });
  });

  it('takes the key id from old names', () => {
    expect(
      parsed([file(oldName('wrappingKey'), contents.key), file(oldName('importToken'), contents.token)])
        .keyId,
    ).toBe(contents.keyId);
  });

  it('follows the file names that a README gives', () => {
    const text = Buffer.from(contents.readme)
      .toString()
      .replace('WrappingPublicKey.bin', 'one')
      .replace('ImportToken.bin', 'two');
    expect(
      parsed([file('one', contents.key), file('two', contents.token), file('README.txt', text)]).files,
    ).toEqual(['one', 'two', 'README.txt']);
  });
});

describe('parseBundle refuses', () => {
  const otherId = contents.keyId.replace('5f0c', 'ffff');
  const cases: readonly (readonly [string, string, readonly BundleFile[]])[] = [
    ['nothing it knows', 'bundle.nothingRecognised', [file('holiday.txt', 'sun')]],
    [
      'binary data that begins with a brace, as JSON does',
      'bundle.nothingRecognised',
      [file('holiday.jpg', Buffer.from('{\u0001\u0000 sun', 'latin1'))],
    ],
    ['no token', 'bundle.noToken', [key]],
    ['no key', 'bundle.noKey', [token]],
    ['an empty key', 'bundle.emptyPart', [file('WrappingPublicKey.bin', ''), token]],
    ['an empty token', 'bundle.emptyPart', [key, file('ImportToken.bin', '')]],
    ['two keys', 'bundle.twoKeys', [key, file('PublicKey.bin', other.key), token]],
    ['two tokens', 'bundle.twoTokens', [key, token, file('importToken2', other.token)]],
    ['two READMEs', 'bundle.twoReadmes', [key, token, readme, file('README_old.txt', 'x: y')]],
    [
      'a key and a token of different KMS keys',
      'bundle.mixedSets',
      [file(oldName('wrappingKey'), contents.key), file(oldName('importToken', otherId), contents.token)],
    ],
    [
      'a key and a token of different downloads',
      'bundle.mixedSets',
      [
        file(oldName('wrappingKey'), contents.key),
        file(oldName('importToken', contents.keyId, '0810101010'), contents.token),
      ],
    ],
    [
      'a README of another KMS key',
      'bundle.mixedSets',
      [
        file(oldName('wrappingKey', otherId), contents.key),
        file(oldName('importToken', otherId), contents.token),
        readme,
      ],
    ],
    [
      "another cloud's README",
      'bundle.otherCloud',
      [key, token, file('README.txt', 'Huawei Cloud KMS import parameters')],
    ],
    [
      "another cloud's JSON",
      'bundle.otherCloud',
      [
        file(
          'a.json',
          JSON.stringify({
            KeyId: 'k',
            PublicKey: 'QUJD',
            ImportToken: 'QUJD',
            TokenExpireTime: '2026-11-24T00:00:00Z',
          }),
        ),
      ],
    ],
    ['JSON of something else', 'bundle.badJson', [file('a.json', '{"hello": "world"}')]],
    ['truncated JSON', 'bundle.badJson', [file('a.json', cliJson(contents, 1).subarray(0, 60))]],
    [
      'JSON whose base64 is damaged',
      'bundle.badJson',
      [file('a.json', cliJson(contents, 1).toString().replace('"MII', '"M*I'))],
    ],
  ];
  it.each(cases)('%s', (_title, code, files) => {
    expect(codeOf(files)).toBe(code);
  });
});
