import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RawBundle } from '../../../main/parameters/parse-bundle';
import { validateParameters } from '../../../main/parameters/validate-parameters';
import { limits } from '../../../main/shared/limits';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { keyArnOf } from '../../fixtures/cli-json';

const contents = bundleContents();
const now = new Date('2026-03-01T12:00:00Z');
const hour = 3_600_000;
const raw: RawBundle = {
  files: ['WrappingPublicKey.bin', 'ImportToken.bin'],
  publicKey: contents.key,
  importToken: contents.token,
  fromCli: false,
  validTo: new Date(now.getTime() + hour),
};

function codeOf(change: Partial<RawBundle>, at = now): string {
  const result = validateParameters({ ...raw, ...change }, 'zip', at);
  return result.ok ? 'accepted' : result.error.code;
}

describe('validateParameters', () => {
  it('accepts a set that is whole and alive', () => {
    const result = validateParameters({ ...raw, keyId: keyArnOf(contents.keyId) }, 'zip', now);
    expect(result).toMatchObject({
      ok: true,
      value: {
        form: 'zip',
        keyId: contents.keyId,
        keyArn: { region: 'eu-central-1', accountId: '111122223333', partition: 'aws' },
        wrappingKey: { spec: 'RSA_2048' },
        tokenLooksFamiliar: true,
      },
    });
  });

  it('leaves the algorithm open when no file states it', () => {
    const result = validateParameters(raw, 'files', now);
    expect(result.ok && 'wrappingAlgorithm' in result.value).toBe(false);
  });

  it('says that a token of another shape looks unfamiliar, and takes it', () => {
    const result = validateParameters({ ...raw, importToken: Buffer.alloc(1757, 7) }, 'zip', now);
    expect(result).toMatchObject({ ok: true, value: { tokenLooksFamiliar: false } });
  });

  it.each([
    ['a second before the end', 1000, 'accepted'],
    ['at the end', 0, 'parameters.expired'],
    ['a day after the end', -24 * hour, 'parameters.expired'],
  ])('judges the age of the set %s', (_title, left, code) => {
    expect(codeOf({ validTo: new Date(now.getTime() + left) })).toBe(code);
  });

  it.each([
    [limits.maxTokenBytes, 'accepted'],
    [limits.maxTokenBytes + 1, 'parameters.tokenTooLarge'],
  ])('judges a token of %i bytes', (bytes, code) => {
    expect(codeOf({ importToken: Buffer.alloc(bytes, 1) })).toBe(code);
  });

  it.each(['RSAES_PKCS1_V1_5', 'SM2PKE', 'RSAES_OAEP_SHA_512', ''])(
    'refuses the algorithm %s',
    (algorithm) => {
      expect(codeOf({ wrappingAlgorithm: algorithm })).toBe('parameters.unsupportedAlgorithm');
    },
  );

  it('refuses a README that states another key size than the key has', () => {
    expect(codeOf({ wrappingKeySpec: 'RSA_4096' })).toBe('bundle.readmeContradictsKey');
  });

  it('refuses a private key in the place of the wrapping key', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    expect(codeOf({ publicKey: Buffer.from(pem) })).toBe('wrappingKey.privateKey');
  });
});
