import {
  CancelKeyDeletionCommand,
  DecryptCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  ImportKeyMaterialCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { refusal, refusalOf } from '../../helpers/aws-clients';
import { createExternalKey, importMaterial } from '../../helpers/import-material';
import { practiceBench } from '../../helpers/practice-bench';

const stateOf = async (kms: KMSClient, KeyId: string) =>
  (await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState;

describe('a key that waits for its deletion', () => {
  async function waitingKey() {
    const { kms } = practiceBench();
    const KeyId = await createExternalKey(kms);
    await importMaterial(kms, KeyId, randomBytes(32));
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId }));
    return { kms, KeyId };
  }

  it('takes another policy, and no tag', async () => {
    const { kms, KeyId } = await waitingKey();
    const { Policy = '' } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
    const changed = Policy.replace('Enable IAM User Permissions', 'Changed');
    await kms.send(new PutKeyPolicyCommand({ KeyId, Policy: changed }));
    expect((await kms.send(new GetKeyPolicyCommand({ KeyId }))).Policy).toBe(changed);
    const Tags = [{ TagKey: 'a', TagValue: 'b' }];
    expect(await refusalOf(kms.send(new TagResourceCommand({ KeyId, Tags })))).toBe(
      'KMSInvalidStateException',
    );
    expect(await stateOf(kms, KeyId)).toBe('PendingDeletion');
  });

  it('gives up its material, and has none once its deletion is cancelled', async () => {
    const { kms, KeyId } = await waitingKey();
    await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId }));
    expect(await stateOf(kms, KeyId)).toBe('PendingDeletion');
    expect(await refusalOf(importMaterial(kms, KeyId, randomBytes(32)))).toBe('KMSInvalidStateException');
    await kms.send(new CancelKeyDeletionCommand({ KeyId }));
    expect(await stateOf(kms, KeyId)).toBe('PendingImport');
  });
});

describe('bytes that AWS does not take', () => {
  const secret = 'aVerySecretValueThatNoAnswerRepeats';
  const tooLong = Buffer.from(secret.repeat(200));
  const least = 'Member must have length greater than or equal to 1';

  it('are not repeated, whatever is wrong with them', async () => {
    const { kms } = practiceBench();
    const KeyId = await createExternalKey(kms);
    await importMaterial(kms, KeyId, randomBytes(32));
    const ImportToken = randomBytes(10);
    const answers = await Promise.all([
      refusal(kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.of() }))),
      refusal(kms.send(new EncryptCommand({ KeyId, Plaintext: tooLong }))),
      refusal(kms.send(new DecryptCommand({ CiphertextBlob: tooLong }))),
      refusal(kms.send(new ImportKeyMaterialCommand({ KeyId, ImportToken, EncryptedKeyMaterial: tooLong }))),
      refusal(
        kms.send(new ImportKeyMaterialCommand({ KeyId, ImportToken, EncryptedKeyMaterial: undefined })),
      ),
    ]);
    const detected = "1 validation error detected: Value at '";
    expect(answers).toEqual([
      ['ValidationException', `${detected}plaintext' failed to satisfy constraint: ${least}`],
      ...[
        ['plaintext', 4096],
        ['ciphertextBlob', 6144],
        ['encryptedKeyMaterial', 6144],
      ].map(([member, bytes]) => [
        'ValidationException',
        `${detected}${member}' failed to satisfy constraint: Member must have length less than or equal to ${bytes}`,
      ]),
      [
        'ValidationException',
        `${detected}encryptedKeyMaterial' failed to satisfy constraint: Member must not be null`,
      ],
    ]);
  });
});
