import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateMacCommand,
  GetParametersForImportCommand,
  ImportKeyMaterialCommand,
  ListResourceTagsCommand,
  RotateKeyOnDemandCommand,
  SignCommand,
  TagResourceCommand,
  UntagResourceCommand,
  VerifyCommand,
  VerifyMacCommand,
  type CreateKeyCommandInput,
  type KeySpec,
  type KMSClient,
  type MacAlgorithmSpec,
  type SigningAlgorithmSpec,
} from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import type { WrappingKeySpec } from '../../../main/shared/kms-words';
import { wrapKeyMaterial } from '../../../main/vault/wrap';
import { createExternalKey, importMaterial, needed } from '../../helpers/import-material';
import type { Replay } from './replay';

const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const describeKey = (kms: KMSClient, KeyId: string) => kms.send(new DescribeKeyCommand({ KeyId }));
const metadataOnly = async (call: Promise<{ KeyMetadata?: unknown }>): Promise<unknown> =>
  (await call).KeyMetadata;

export async function made(kms: KMSClient, input: CreateKeyCommandInput): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
  return needed(KeyMetadata?.KeyId);
}

async function importAndDelete(
  { kms, step }: Replay,
  input: CreateKeyCommandInput,
  names: { readonly before: string; readonly after: string },
  bring: (keyId: string) => Promise<unknown>,
  use: (keyId: string) => Promise<void>,
): Promise<void> {
  const keyId = await createExternalKey(kms, input);
  await step(names.before, describeKey(kms, keyId));
  await bring(keyId);
  await step(names.after, describeKey(kms, keyId));
  await use(keyId);
  await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: keyId }));
  await step('describe-key-after-deleted-import', describeKey(kms, keyId));
}

const der = { format: 'der', type: 'pkcs8' } as const;
const rsaPrivateKey = () => generateKeyPairSync('rsa', { modulusLength: 4096 }).privateKey.export(der);

/** The recorded test of an elliptic curve: imports a key, signs with it, and deletes it. */
export const eccImport =
  (
    KeySpec: KeySpec,
    namedCurve: string,
    SigningAlgorithm: SigningAlgorithmSpec,
    spec: WrappingKeySpec = 'RSA_2048',
  ) =>
  (replay: Replay): Promise<void> => {
    const { kms, step } = replay;
    const Message = textBytes('test message');
    return importAndDelete(
      replay,
      { KeySpec, KeyUsage: 'SIGN_VERIFY', Description: 'test ecc key import' },
      { before: 'describe-key-before-import', after: 'describe-key-after-import' },
      (keyId) =>
        importMaterial(kms, keyId, generateKeyPairSync('ec', { namedCurve }).privateKey.export(der), {
          spec,
        }),
      async (KeyId) => {
        const signing = kms.send(new SignCommand({ KeyId, Message, SigningAlgorithm }));
        await step('sign-result', signing);
        const signed = { KeyId, Message, SigningAlgorithm, Signature: (await signing).Signature };
        await step('verify-result', kms.send(new VerifyCommand(signed)));
      },
    );
  };

/** The recorded test of an HMAC key: imports material, makes a MAC with it, and deletes it. */
export const hmacImport =
  (KeySpec: KeySpec, MacAlgorithm: MacAlgorithmSpec) =>
  (replay: Replay): Promise<void> => {
    const { kms, step } = replay;
    const Message = textBytes('test message');
    return importAndDelete(
      replay,
      { KeySpec, KeyUsage: 'GENERATE_VERIFY_MAC', Description: 'test import hmac key' },
      { before: 'describe-key-before-import', after: 'describe-key-after-import' },
      (keyId) => importMaterial(kms, keyId, randomBytes(Number(KeySpec.slice(-3)) / 8)),
      async (KeyId) => {
        const making = kms.send(new GenerateMacCommand({ KeyId, Message, MacAlgorithm }));
        await step('generate-mac-response', making);
        const { Mac } = await making;
        await step(
          'verify-mac-response',
          kms.send(new VerifyMacCommand({ KeyId, Message, Mac, MacAlgorithm })),
        );
      },
    );
  };

/** By the name of the recorded test: the calls that it made. */
export const replays: Readonly<Record<string, (replay: Replay) => Promise<void>>> = {
  async test_create_key({ kms, step }) {
    const keyId = await made(kms, { Description: 'test key 123' });
    await step('describe-key', metadataOnly(describeKey(kms, keyId)));
  },

  async test_create_alias({ kms, step }) {
    const TargetKeyId = await made(kms, {});
    await step('create_alias', kms.send(new CreateAliasCommand({ AliasName: 'no-prefix', TargetKeyId })));
  },

  async test_import_key_symmetric({ kms, step }) {
    const creation = kms.send(new CreateKeyCommand({ Origin: 'EXTERNAL', Description: 'a key' }));
    await step('created-key', metadataOnly(creation));
    const KeyId = needed((await creation).KeyMetadata?.KeyId);
    const encryption = () => kms.send(new EncryptCommand({ KeyId, Plaintext: textBytes('test') }));
    await step('encrypt-before-import-error', encryption());
    await step('describe-key-before-import', describeKey(kms, KeyId));
    const withoutDate = { request: { ExpirationModel: 'KEY_MATERIAL_EXPIRES' } } as const;
    await step(
      'import-expiring-key-without-valid-to',
      importMaterial(kms, KeyId, randomBytes(32), withoutDate),
    );
    await importMaterial(kms, KeyId, randomBytes(32));
    await step('describe-key-after-import', describeKey(kms, KeyId));
    await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId }));
    await step('describe-key-after-deleted-import', describeKey(kms, KeyId));
    await step('encrypt-after-delete-error', encryption());
  },

  async test_error_messaging_for_invalid_keys({ kms, step }) {
    const hmac = await made(kms, { KeySpec: 'HMAC_224', KeyUsage: 'GENERATE_VERIFY_MAC' });
    const cipher = await made(kms, {});
    const signer = await made(kms, { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
    const Message = textBytes('test message');
    const SigningAlgorithm = 'RSASSA_PSS_SHA_256';
    await step(
      'generate-mac-invalid-key-id',
      kms.send(new GenerateMacCommand({ KeyId: cipher, Message, MacAlgorithm: 'HMAC_SHA_224' })),
    );
    await step('sign-invalid-key-id', kms.send(new SignCommand({ KeyId: hmac, Message, SigningAlgorithm })));
    await step(
      'verify-invalid-key-id',
      kms.send(new VerifyCommand({ KeyId: cipher, Message, Signature: Message, SigningAlgorithm })),
    );
    await step('encrypt-invalid-key-id', kms.send(new EncryptCommand({ KeyId: signer, Plaintext: Message })));
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId: cipher, Plaintext: Message }));
    await step('decrypt-invalid-key-id', kms.send(new DecryptCommand({ KeyId: hmac, CiphertextBlob })));
  },

  async test_encrypt_decrypt_encryption_context({ kms, step }) {
    const KeyId = await made(kms, {});
    const EncryptionContext = { context: 'value' };
    const encryption = kms.send(
      new EncryptCommand({ KeyId, Plaintext: textBytes('test'), EncryptionContext }),
    );
    await step('encrypt_response', encryption);
    const { CiphertextBlob } = await encryption;
    await step(
      'decrypt_response_with_encryption_context',
      kms.send(new DecryptCommand({ KeyId, CiphertextBlob, EncryptionContext })),
    );
    await step(
      'decrypt_response_without_encryption_context',
      kms.send(new DecryptCommand({ KeyId, CiphertextBlob })),
    );
    const damaged = Buffer.from(needed(CiphertextBlob));
    damaged.fill(0, damaged.length - 1);
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 2) ^ 1, damaged.length - 2);
    await step(
      'decrypt_response_with_invalid_ciphertext',
      kms.send(new DecryptCommand({ KeyId, CiphertextBlob: damaged, EncryptionContext })),
    );
  },

  async test_get_parameters_for_import({ kms, step }) {
    await step('response-error', ownKeyParameters(kms, await made(kms, {})));
  },

  async test_create_multi_region_key({ kms, step }) {
    const creation = kms.send(
      new CreateKeyCommand({ MultiRegion: true, Description: 'test multi region key' }),
    );
    await step('create_multi_region_key', metadataOnly(creation));
    expect((await creation).KeyMetadata?.KeyId).toMatch(/^mrk-[0-9a-f]{32}$/);
  },

  async test_tag_existing_key_and_untag({ kms, step }) {
    const KeyId = await made(kms, {});
    const tagsOnly = async () => (await kms.send(new ListResourceTagsCommand({ KeyId }))).Tags;
    const Tags = [1, 2].map((n) => ({ TagKey: `tag${n}`, TagValue: `value${n}` }));
    await kms.send(new TagResourceCommand({ KeyId, Tags }));
    await step('list-resource-tags', tagsOnly());
    await kms.send(new UntagResourceCommand({ KeyId, TagKeys: ['tag1', 'tag2'] }));
    await step('list-resource-tags-after-all-untagged', tagsOnly());
  },

  async test_tag_key_with_duplicate_tag_keys_raises_error({ kms, step }) {
    const KeyId = await made(kms, {});
    const Tags = ['one', 'other'].map((TagValue) => ({ TagKey: 'key1', TagValue }));
    await step('duplicate-tag-keys', kms.send(new TagResourceCommand({ KeyId, Tags })));
  },

  async test_create_key_with_too_many_tags_raises_error({ kms, step }) {
    const Tags = Array.from({ length: 51 }, (_, n) => ({ TagKey: `key${n}`, TagValue: `value${n}` }));
    await step('invalid-tag-key', kms.send(new CreateKeyCommand({ Tags })));
  },

  async test_import_key_rsa_aes_wrap_sha256(replay) {
    const { kms } = replay;
    await importAndDelete(
      replay,
      { KeySpec: 'RSA_4096', KeyUsage: 'ENCRYPT_DECRYPT', Description: 'test-key' },
      { before: 'describe-before-import', after: 'import-key-material-response' },
      (keyId) =>
        importMaterial(kms, keyId, rsaPrivateKey(), {
          algorithm: 'RSA_AES_KEY_WRAP_SHA_256',
          spec: 'RSA_4096',
        }),
      () => Promise.resolve(),
    );
  },

  'test_import_key_ecc_keys[ECC_NIST_P256]': eccImport('ECC_NIST_P256', 'prime256v1', 'ECDSA_SHA_256'),
  'test_import_key_hmac_keys[HMAC_256]': hmacImport('HMAC_256', 'HMAC_SHA_256'),

  async test_rotate_key_on_demand_updates_current_key_material_for_external_keys({ kms, step }) {
    const creation = kms.send(new CreateKeyCommand({ Origin: 'EXTERNAL', Description: 'test-key' }));
    await step('create-kms-external-key', metadataOnly(creation));
    const KeyId = needed((await creation).KeyMetadata?.KeyId);
    const encryption = () => kms.send(new EncryptCommand({ KeyId, Plaintext: textBytes('test') }));
    const asking = kms.send(
      new GetParametersForImportCommand({
        KeyId,
        WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: 'RSA_2048',
      }),
    );
    await step('get-import-parameters-response', asking);
    await step('describe-empty-key-response', describeKey(kms, KeyId));
    const { PublicKey, ImportToken } = await asking;
    await step(
      'import-key-material-response',
      kms.send(
        new ImportKeyMaterialCommand({
          KeyId,
          ImportToken,
          EncryptedKeyMaterial: wrapKeyMaterial(randomBytes(32), needed(PublicKey), 'RSAES_OAEP_SHA_256'),
          ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
        }),
      ),
    );
    await step('describe-key-with-material-response', describeKey(kms, KeyId));
    await step('kms-encrypt-initial-response', encryption());
    await step('import-new-key-material-response', importMaterial(kms, KeyId, randomBytes(32), newMaterial));
    await step('describe-key-with-new-material-response', describeKey(kms, KeyId));
    await step('rotate-key-on-demand-response', kms.send(new RotateKeyOnDemandCommand({ KeyId })));
    await step('describe-key-after-rotation', describeKey(kms, KeyId));
    await step('kms-encrypt-rotated-key-response', encryption());
  },

  async test_get_parameters_for_import_raises_for_non_external_kms_keys({ kms, step }) {
    await step('get-import-parameters-error', ownKeyParameters(kms, await made(kms, {})));
  },

  async test_import_key_material_raises_if_there_is_already_key_material_pending({ kms, step }) {
    const keyId = await createExternalKey(kms);
    await step('import-initial-material-response', importMaterial(kms, keyId, randomBytes(32)));
    await step('import-pending-material-response', importMaterial(kms, keyId, randomBytes(32), newMaterial));
    await step('existing-pending-material-error', importMaterial(kms, keyId, randomBytes(32), newMaterial));
  },
};

const newMaterial = { request: { ImportType: 'NEW_KEY_MATERIAL' } } as const;

const ownKeyParameters = (kms: KMSClient, KeyId: string) =>
  kms.send(
    new GetParametersForImportCommand({
      KeyId,
      WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      WrappingKeySpec: 'RSA_2048',
    }),
  );
