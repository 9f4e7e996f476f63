import { randomBytes } from 'node:crypto';
import {
  CreateAliasCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetParametersForImportCommand,
  ImportKeyMaterialCommand,
  ListAliasesCommand,
  ListKeyRotationsCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { createPracticeAws } from '../../../main/practice/practice-aws';
import { wrapKeyMaterial } from '../../../main/vault/wrap';
import { awsClients, refusal, refusalOf } from '../../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../../helpers/import-material';
import { dayMs, hourMs, practiceBench } from '../../helpers/practice-bench';

const stateOf = async ({ kms }: ReturnType<typeof practiceBench>, KeyId: string) =>
  (await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata;

describe('what time does', () => {
  it('takes imported material when its date has come, and gives the key back with the same bytes', async () => {
    const bench = practiceBench();
    const [keyId, material] = [await createExternalKey(bench.kms), randomBytes(32)];
    const ValidTo = new Date(bench.now().getTime() + 30 * dayMs);
    const request = { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo } as const;
    const { KeyMaterialId } = await importMaterial(bench.kms, keyId, material, { request });
    const { CiphertextBlob } = await bench.kms.send(
      new EncryptCommand({ KeyId: keyId, Plaintext: Buffer.from('x') }),
    );

    bench.moveOn(30 * dayMs - 1);
    expect(await stateOf(bench, keyId)).toMatchObject({ KeyState: 'Enabled', ValidTo });
    bench.moveOn(1);
    const expired = await stateOf(bench, keyId);
    expect(expired).toMatchObject({ KeyState: 'PendingImport', CurrentKeyMaterialId: KeyMaterialId });
    expect(expired).not.toHaveProperty('ValidTo');
    expect(expired).not.toHaveProperty('ExpirationModel');
    const listing = new ListKeyRotationsCommand({ KeyId: keyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' });
    expect((await bench.kms.send(listing)).Rotations).toMatchObject([{ ImportState: 'PENDING_IMPORT' }]);
    expect(await refusalOf(bench.kms.send(new DecryptCommand({ CiphertextBlob })))).toBe(
      'KMSInvalidStateException',
    );

    await importMaterial(bench.kms, keyId, material);
    const { Plaintext } = await bench.kms.send(new DecryptCommand({ CiphertextBlob }));
    expect(Buffer.from(needed(Plaintext)).toString()).toBe('x');
  });

  it('ends import parameters after 24 hours, and not before', async () => {
    const bench = practiceBench();
    const keyId = await createExternalKey(bench.kms);
    const { PublicKey, ImportToken, ParametersValidTo } = await bench.kms.send(
      new GetParametersForImportCommand({
        KeyId: keyId,
        WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: 'RSA_2048',
      }),
    );
    expect(needed(ParametersValidTo).getTime() - bench.now().getTime()).toBe(dayMs);
    const material = randomBytes(32);
    const bring = () =>
      refusalOf(
        bench.kms.send(
          new ImportKeyMaterialCommand({
            KeyId: keyId,
            ImportToken,
            EncryptedKeyMaterial: wrapKeyMaterial(material, needed(PublicKey), 'RSAES_OAEP_SHA_256'),
            ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
          }),
        ),
      );
    bench.moveOn(dayMs - 1);
    expect(await bring()).toBe('done');
    bench.moveOn(1);
    expect(await bring()).toBe('ExpiredImportTokenException');
  });

  it('deletes a key and its aliases when the waiting period is over', async () => {
    const bench = practiceBench();
    const KeyId = await createExternalKey(bench.kms);
    await bench.kms.send(new CreateAliasCommand({ AliasName: 'alias/gone', TargetKeyId: KeyId }));
    await bench.kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect(await stateOf(bench, KeyId)).toMatchObject({ KeyState: 'PendingDeletion' });
    bench.moveOn(7 * dayMs);
    expect(await refusalOf(stateOf(bench, KeyId))).toBe('NotFoundException');
    const { Aliases = [] } = await bench.kms.send(new ListAliasesCommand({}));
    expect(Aliases.map(({ AliasName }) => AliasName)).not.toContain('alias/gone');
  });

  it('refuses a signature of another time, when it is told to', async () => {
    const at = (offsetMs: number) =>
      awsClients({
        practice: createPracticeAws({
          now: () => new Date(Date.now() + offsetMs),
          checkSignatureTime: true,
        }),
      }).sts.send(new GetCallerIdentityCommand({}));
    expect(await refusalOf(at(0))).toBe('done');
    const [late, lateText] = await refusal(at(20 * 60 * 1000));
    expect([late, lateText]).toEqual([
      'SignatureDoesNotMatch',
      expect.stringMatching(/^Signature expired: /),
    ]);
    const [, earlyText] = await refusal(at(-hourMs));
    expect(earlyText).toMatch(/^Signature not yet current: /);
  });
});
