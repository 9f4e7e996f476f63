import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readReturnPackage } from '../../../main/parameters/read-return-package';
import { makeReturnPackage } from '../../../main/parameters/return-package';
import { validateParameters } from '../../../main/parameters/validate-parameters';
import { makeKeyPair } from '../../helpers/key-pairs';

const pair = makeKeyPair('RSA_2048');
const token = Buffer.concat([Buffer.from('0101020078', 'hex'), randomBytes(3460)]);
const wrapped = randomBytes(256);
/** Also random, although it begins as JSON does: one wrapped key in 256 does. */
const bracedWrapped = Buffer.concat([Buffer.from('{'), randomBytes(255)]);
const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

function makePackage(encryptedKeyMaterial: Uint8Array = wrapped): Uint8Array {
  const parameters = validateParameters(
    {
      files: [],
      publicKey: pair.spkiDer,
      importToken: token,
      fromCli: true,
      keyId: arn,
      validTo: new Date('2030-01-02T03:04:05Z'),
    },
    'cli-json',
    new Date('2030-01-01T12:00:00Z'),
  );
  if (!parameters.ok) throw new Error(parameters.error.code);
  return makeReturnPackage({
    parameters: parameters.value,
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    encryptedKeyMaterial,
    checkValue: '0123456789abcdef',
    savedAt: new Date('2030-01-01T12:30:00Z'),
    appVersion: '0.1.0',
  });
}

// Our own package, which is an object.
const original = JSON.parse(Buffer.from(makePackage()).toString('utf8')) as Record<string, unknown>;
const file = (name: string, bytes: Uint8Array) => ({ name, bytes });
const withFields = (fields: Record<string, unknown>) =>
  file('KeyferryReturnPackage.json', Buffer.from(JSON.stringify({ ...original, ...fields })));
const codeOf = (...files: { name: string; bytes: Uint8Array }[]) => {
  const read = readReturnPackage(files);
  return read.ok
    ? 'read'
    : `${read.error.code} ${String(Object.values(read.error.facts ?? {})[0] ?? '')}`.trim();
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a return package', () => {
  it('gives back what the offline job put into it', () => {
    const read = readReturnPackage([file('KeyferryReturnPackage.json', makePackage())]);
    expect(read).toEqual({
      ok: true,
      value: {
        form: 'package',
        files: ['KeyferryReturnPackage.json'],
        isPractice: false,
        isNew: false,
        encryptedKeyMaterial: wrapped,
        importToken: token,
        keyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
        keyArn: {
          arn,
          partition: 'aws',
          region: 'eu-central-1',
          accountId: '111122223333',
          keyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
        },
        wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        wrappingKeySpec: 'RSA_2048',
        wrappingKeySha256: sha256(pair.spkiDer),
        validTo: new Date('2030-01-02T03:04:05Z'),
        checkValue: '0123456789abcdef',
        transfer: {
          isNew: false,
          encryptedKeyMaterial: wrapped,
          importToken: token,
          keyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
          wrappingKeySha256: sha256(pair.spkiDer),
          checkValue: '0123456789abcdef',
        },
      },
    });
  });

  it('of version 1 is still read, and has no transfer code', () => {
    const earlier = { version: 1, transferCode: undefined };
    for (const fields of [earlier, { ...earlier, checkValue: undefined }]) {
      const read = readReturnPackage([withFields(fields)]);
      expect(read).toMatchObject({ ok: true, value: { form: 'package', encryptedKeyMaterial: wrapped } });
      expect(read.ok && 'transfer' in read.value).toBe(false);
    }
  });

  it('is known by its content when it was renamed', () => {
    expect(codeOf(file('from the stick (1).txt', makePackage()))).toBe('read');
  });

  it('may come with the files that it holds, but with no others', () => {
    const package1 = file('KeyferryReturnPackage.json', makePackage());
    const same = [file('EncryptedKeyMaterial.bin', wrapped), file('ImportToken.bin', token)];
    expect(codeOf(package1, ...same)).toBe('read');
    expect(codeOf(package1, file('EncryptedKeyMaterial.bin', randomBytes(256)))).toBe(
      'package.checksum EncryptedKeyMaterial.bin',
    );
    expect(codeOf(package1, file('another.json', makePackage()))).toBe('package.malformed severalPackages');
  });

  it('is told from wrapped key material that happens to begin as JSON does', () => {
    const loose = [file('EncryptedKeyMaterial.bin', bracedWrapped), file('ImportToken.bin', token)];
    expect(codeOf(...loose)).toBe('read');
    expect(codeOf(file('KeyferryReturnPackage.json', makePackage(bracedWrapped)), ...loose)).toBe('read');
  });

  const other = randomBytes(256);
  it.each([
    ['another format', { format: 'something-else' }, 'package.malformed format'],
    ['a later version', { version: 4 }, 'package.version 4'],
    ['its code left out', { transferCode: undefined }, 'package.malformed fields'],
    ['its code put in', { transferCode: '7F3A 91C2 0KMX 4TQZ' }, 'package.malformed fields'],
    ['no check value', { checkValue: undefined }, 'package.malformed fields'],
    ['an earlier version that speaks of a code', { version: 1 }, 'package.malformed fields'],
    ['an unknown field', { note: 'x' }, 'package.malformed fields'],
    ['no token', { importToken: undefined }, 'package.malformed fields'],
    [
      'other material',
      { encryptedKeyMaterial: other.toString('base64') },
      'package.checksum EncryptedKeyMaterial.bin',
    ],
    ['another token', { importToken: other.toString('base64') }, 'package.checksum ImportToken.bin'],
    ['an ARN that is none', { keyArn: 'arn:aws:kms:x' }, 'package.malformed fields'],
    [
      'a key id of another key',
      { keyId: 'ffffffff-12ab-34cd-56ef-1234567890ab' },
      'package.malformed fields',
    ],
    ['an unknown algorithm', { wrappingAlgorithm: 'RSAES_PKCS1_V1_5' }, 'package.malformed fields'],
    ['a time that is none', { parametersValidTo: 'tomorrow' }, 'package.malformed fields'],
    [
      'material that no wrapping key made',
      { encryptedKeyMaterial: 'AAAAAAAAAAAA', encryptedKeyMaterialSha256: sha256(Buffer.alloc(9)) },
      'package.malformed material',
    ],
  ])('with %s is refused', (_what, fields, code) => {
    expect(codeOf(withFields(fields))).toBe(code);
  });

  it('of version 3 is new material, and no other is', () => {
    const read = (fields: Record<string, unknown>) => {
      const answer = readReturnPackage([withFields(fields)]);
      return answer.ok ? answer.value.isNew : answer.error.code;
    };
    expect(read({})).toBe(false);
    expect(read({ version: 3, importType: 'NEW_KEY_MATERIAL' })).toBe(true);
    expect(read({ version: 3 })).toBe('package.malformed');
    expect(read({ version: 3, importType: 'EXISTING_KEY_MATERIAL' })).toBe('package.malformed');
    expect(read({ importType: 'NEW_KEY_MATERIAL' })).toBe('package.malformed');
  });

  it('that is cut off is refused', () => {
    expect(codeOf(file('KeyferryReturnPackage.json', makePackage().subarray(0, 700)))).toBe(
      'package.malformed format',
    );
  });
});

describe('two loose files', () => {
  it('are known by their names', () => {
    const plainToken = randomBytes(3465);
    const read = readReturnPackage([
      file('ImportToken.bin', plainToken),
      file('EncryptedKeyMaterial.bin', wrapped),
    ]);
    expect(read.ok && [read.value.encryptedKeyMaterial, read.value.importToken]).toEqual([
      wrapped,
      plainToken,
    ]);
  });

  it.each([256, 384, 512, 512 + 1232])('are known by their content: %i bytes and a token', (bytes) => {
    const material = randomBytes(bytes);
    const read = readReturnPackage([file('a', material), file('b', token)]);
    expect(read.ok && [read.value.encryptedKeyMaterial, read.value.importToken]).toEqual([material, token]);
  });

  it('may be base64 text', () => {
    const text = (bytes: Uint8Array) => Buffer.from(`${Buffer.from(bytes).toString('base64')}\n`);
    const read = readReturnPackage([file('a.b64', text(wrapped)), file('b.b64', text(token))]);
    expect(read.ok && Buffer.from(read.value.importToken).equals(token)).toBe(true);
  });

  it.each([
    ['material alone', [file('EncryptedKeyMaterial.bin', wrapped)], 'package.malformed noToken'],
    ['a token alone', [file('ImportToken.bin', token)], 'package.malformed noMaterial'],
    [
      'key material in the clear',
      [file('key.bin', randomBytes(32)), file('ImportToken.bin', token)],
      'package.malformed noMaterial',
    ],
    [
      'two tokens',
      [file('EncryptedKeyMaterial.bin', wrapped), file('a', token), file('ImportToken (1).bin', token)],
      'package.malformed severalTokens',
    ],
    [
      'something else besides',
      [file('EncryptedKeyMaterial.bin', wrapped), file('ImportToken.bin', token), file('x', randomBytes(7))],
      'package.malformed otherFiles',
    ],
    ['nothing', [], 'package.malformed noToken'],
  ])('are refused with %s', (_what, files, code) => {
    expect(codeOf(...files)).toBe(code);
  });
});
