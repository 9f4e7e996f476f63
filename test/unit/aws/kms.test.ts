import { describe, expect, it, vi } from 'vitest';
import type { CallOutcome, KmsPort } from '../../../main/aws/kms-port';
import { networkError, refusal, requestId } from '../../helpers/aws-answers';
import { kmsOver } from '../../helpers/kms-over-answers';

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const arn = `arn:aws:kms:eu-west-1:111122223333:key/${keyId}`;
const base64 = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64');
const metadata = {
  AWSAccountId: '111122223333',
  Arn: arn,
  KeyId: keyId,
  KeyState: 'PendingImport',
  Origin: 'EXTERNAL',
  KeySpec: 'SYMMETRIC_DEFAULT',
  Description: 'mine',
  CreationDate: 1_700_000_000,
  MultiRegion: false,
};

const create = (port: KmsPort) =>
  port.createKey({ policy: '{}', description: 'mine', tags: [{ key: 'a', value: 'b' }], multiRegion: true });
type ImportInput = Parameters<KmsPort['importKeyMaterial']>[0];
const importInto = (
  port: KmsPort,
  expiry: ImportInput['expiry'],
  more: Pick<ImportInput, 'symmetric'> = {},
) =>
  port.importKeyMaterial({
    keyId,
    importToken: new Uint8Array([1]),
    encryptedKeyMaterial: new Uint8Array([2]),
    expiry,
    ...more,
  });

describe('what is sent', () => {
  it('creates an external key, and never bypasses the lockout check', async () => {
    const { port, bodyOf, sent } = kmsOver(() => ({ body: { KeyMetadata: metadata } }));
    expect(await create(port)).toMatchObject({ outcome: 'done', requestId, value: { arn, keyId } });
    expect(bodyOf(0)).toEqual({
      Origin: 'EXTERNAL',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      Policy: '{}',
      Description: 'mine',
      Tags: [{ TagKey: 'a', TagValue: 'b' }],
      MultiRegion: true,
      BypassPolicyLockoutSafetyCheck: false,
    });
    expect(sent[0]?.host).toBe('https://kms.eu-west-1.amazonaws.com');
  });

  it.each([
    [{}, 'https://kms.eu-west-1.amazonaws.com'],
    [{ useFipsEndpoint: true }, 'https://kms-fips.eu-west-1.amazonaws.com'],
    [{ useDualstackEndpoint: true }, 'https://kms.eu-west-1.api.aws'],
    [{ useFipsEndpoint: true, useDualstackEndpoint: true }, 'https://kms-fips.eu-west-1.api.aws'],
    [{ region: 'cn-north-1' }, 'https://kms.cn-north-1.amazonaws.com.cn'],
    [{ endpoint: 'http://127.0.0.1:4566' }, 'http://127.0.0.1:4566'],
  ])(
    'goes to the endpoint that the settings %j say, whatever the environment says',
    async (changes, host) => {
      for (const name of ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_KMS'])
        vi.stubEnv(name, 'http://elsewhere.example');
      vi.stubEnv('AWS_USE_FIPS_ENDPOINT', 'true');
      vi.stubEnv('AWS_MAX_ATTEMPTS', '9');
      const { port, sent } = kmsOver(() => refusal('AccessDeniedException'), changes);
      await port.describeKey(keyId);
      vi.unstubAllEnvs();
      expect(sent.map((request) => request.host)).toEqual([host]);
    },
  );

  it('sends what is only for symmetric keys where it is said, and nothing of it otherwise', async () => {
    const { port, bodyOf } = kmsOver(() => ({ body: {} }));
    const keyMaterialId = 'ab'.repeat(32);
    const existing = { importType: 'EXISTING_KEY_MATERIAL', keyMaterialId } as const;
    await importInto(port, { kind: 'never' }, { symmetric: existing });
    await importInto(port, { kind: 'never' }, { symmetric: { description: 'copy 7F3A-91C2' } });
    const sent = {
      KeyId: keyId,
      ImportToken: 'AQ==',
      EncryptedKeyMaterial: 'Ag==',
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    };
    expect(bodyOf(0)).toEqual({
      ...sent,
      ImportType: 'EXISTING_KEY_MATERIAL',
      KeyMaterialId: keyMaterialId,
    });
    expect(bodyOf(1)).toEqual({ ...sent, KeyMaterialDescription: 'copy 7F3A-91C2' });
  });

  it('always states the expiration model, and leaves the import type out', async () => {
    const { port, bodyOf } = kmsOver(() => ({ body: {} }));
    await importInto(port, { kind: 'never' });
    await importInto(port, { kind: 'on', validTo: '2027-01-02T03:04:05Z' });
    const token = { KeyId: keyId, ImportToken: 'AQ==', EncryptedKeyMaterial: 'Ag==' };
    expect(bodyOf(0)).toEqual({ ...token, ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' });
    const validTo = Date.parse('2027-01-02T03:04:05Z') / 1000;
    expect(bodyOf(1)).toEqual({ ...token, ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: validTo });
  });
});

describe('a call that changes AWS', () => {
  it('is unknown when the answer makes no sense', async () => {
    for (const KeyMetadata of [
      undefined,
      { ...metadata, Arn: 'arn:aws:kms:eu-west-1:111122223333:key/other' },
      { ...metadata, AWSAccountId: '999999999999' },
      { ...metadata, Origin: 'AWS_KMS' },
      { ...metadata, KeyState: undefined },
    ]) {
      const outcome = await create(kmsOver(() => ({ body: { KeyMetadata } })).port);
      expect(outcome).toMatchObject({
        outcome: 'unknown',
        error: { code: 'aws.unexpected', changedInAws: true, requestId },
      });
    }
    const { port } = kmsOver(() => ({ body: { KeyId: `${arn}0` } }));
    expect(await importInto(port, { kind: 'never' })).toMatchObject({ outcome: 'unknown' });
  });

  it('is signed anew once when only the time was wrong', async () => {
    const awsTime = new Date(Date.now() + 20 * 60_000).toUTCString();
    const { port, sent } = kmsOver((_, count) =>
      count === 1
        ? {
            ...refusal('InvalidSignatureException', 'Signature expired: …'),
            headers: { date: awsTime, 'x-amzn-errortype': 'InvalidSignatureException' },
          }
        : { headers: { date: awsTime }, body: { KeyMetadata: metadata } },
    );
    expect(await create(port)).toMatchObject({ outcome: 'done' });
    expect(sent).toHaveLength(2);
    const minuteOf = (at: number) => Number(sent[at]?.headers['x-amz-date']?.slice(9, 13));
    expect(minuteOf(1)).not.toBe(minuteOf(0));
  });
});

describe('a call that reads', () => {
  it('is tried again while the failure passes, five times at most', async () => {
    const { port, sent } = kmsOver(() => refusal('KMSInternalException', '', 500));
    expect(await port.describeKey(keyId)).toMatchObject({
      outcome: 'refused',
      error: { code: 'aws.unavailable' },
    });
    expect(sent).toHaveLength(5);
  });

  it('is right at the third try', async () => {
    const failures = [networkError('ECONNRESET'), refusal('ThrottlingException')];
    const { port } = kmsOver((_, count) => failures[count - 1] ?? { body: { KeyMetadata: metadata } });
    expect(await port.describeKey(arn)).toMatchObject({ outcome: 'done', value: { state: 'PendingImport' } });
  });

  it.each(['NotFoundException', 'AccessDeniedException', 'LimitExceededException'])(
    'is not tried again after %s',
    async (name) => {
      const { port, sent } = kmsOver(() => refusal(name));
      await port.describeKey(keyId);
      expect(sent).toHaveLength(1);
    },
  );

  it('leaves the pace of GetParametersForImport to whoever calls', async () => {
    const { port, sent } = kmsOver(() => refusal('ThrottlingException'));
    await port.getParametersForImport(keyId, 'RSAES_OAEP_SHA_256', 'RSA_4096');
    expect(sent).toHaveLength(1);
  });

  const good = {
    KeyId: arn,
    ImportToken: base64(3467),
    PublicKey: base64(550),
    ParametersValidTo: 1_800_000_000,
  };
  const fetchWith = (changes: object) =>
    kmsOver(() => ({ body: { ...good, ...changes } })).port.getParametersForImport(
      keyId,
      'RSAES_OAEP_SHA_256',
      'RSA_4096',
    );

  it('takes import parameters of this key', async () => {
    const outcome = await fetchWith({});
    expect(outcome).toMatchObject({ outcome: 'done', value: { keyArn: arn } });
    if (outcome.outcome !== 'done') return;
    expect(outcome.value.importToken).toHaveLength(3467);
    expect(outcome.value.validTo.getTime()).toBe(1_800_000_000_000);
  });

  it.each([
    ['another key', { KeyId: arn.replace(/.$/, '0') }],
    ['a token that is too long', { ImportToken: base64(6145) }],
    ['an empty token', { ImportToken: '' }],
    ['no public key', { PublicKey: undefined }],
    ['no date', { ParametersValidTo: undefined }],
  ])('refuses import parameters with %s', async (_, changes) => {
    expect(await fetchWith(changes)).toMatchObject({ outcome: 'refused', error: { code: 'aws.unexpected' } });
  });

  it('says with which material a text was encrypted', async () => {
    const body = { KeyId: arn, Plaintext: 'AQ==', KeyMaterialId: 'ab'.repeat(32) };
    const { port } = kmsOver(() => ({ body }));
    expect(await port.decrypt(keyId, new Uint8Array([1]))).toMatchObject({
      outcome: 'done',
      value: { keyMaterialId: 'ab'.repeat(32) },
    });
  });

  it('refuses an answer about another key', async () => {
    const other = arn.replace(/.$/, '0');
    const asking: readonly [object, (port: KmsPort) => Promise<CallOutcome<unknown>>][] = [
      [
        { KeyMetadata: { ...metadata, Arn: other, KeyId: other.split('/')[1] } },
        (port) => port.describeKey(keyId),
      ],
      [{ KeyId: other, CiphertextBlob: 'AQ==' }, (port) => port.encrypt(keyId, new Uint8Array([1]))],
      [{ KeyId: other, Plaintext: 'AQ==' }, (port) => port.decrypt(keyId, new Uint8Array([1]))],
    ];
    for (const [body, ask] of asking) {
      const { port } = kmsOver(() => ({ body }));
      expect(await ask(port)).toMatchObject({ outcome: 'refused', error: { code: 'aws.unexpected' } });
    }
  });
});
