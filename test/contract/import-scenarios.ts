import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  CreateKeyCommand,
  GetParametersForImportCommand,
  ImportKeyMaterialCommand,
  ListKeyRotationsCommand,
  type GetParametersForImportCommandOutput,
  type KMSClient,
  type WrappingKeySpec,
} from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import type { WrappingAlgorithm } from '../../main/shared/kms-words';
import { wrapKeyMaterial } from '../../main/vault/wrap';
import { refusalOf } from '../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../helpers/import-material';
import { expectRoundTrip, stateOf, type Scenario } from './scenario';

const oaep256 = 'RSAES_OAEP_SHA_256';
const dayMs = 24 * 60 * 60 * 1000;

const parametersFor = (
  kms: KMSClient,
  KeyId: string,
  WrappingAlgorithm: WrappingAlgorithm = oaep256,
  WrappingKeySpec: WrappingKeySpec = 'RSA_2048',
) => kms.send(new GetParametersForImportCommand({ KeyId, WrappingAlgorithm, WrappingKeySpec }));

/** Sends material that was wrapped with one set of import parameters with the token of another set. */
const importWith = (
  kms: KMSClient,
  KeyId: string,
  token: GetParametersForImportCommandOutput,
  wrapped: Uint8Array,
) =>
  kms.send(
    new ImportKeyMaterialCommand({
      KeyId,
      ImportToken: token.ImportToken,
      EncryptedKeyMaterial: wrapped,
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    }),
  );

function importsUnder(algorithm: WrappingAlgorithm, spec: WrappingKeySpec): Scenario {
  return {
    name: `import: ${algorithm} under ${spec}, and the key encrypts and decrypts`,
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const answer = await importMaterial(kms, keyId, randomBytes(32), { algorithm, spec });
      expect(answer.KeyId).toContain(keyId);
      expect(await stateOf(kms, keyId)).toMatchObject({
        KeyState: 'Enabled',
        Enabled: true,
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      });
      await expectRoundTrip(kms, keyId);
    },
  };
}

export const importScenarios: readonly Scenario[] = [
  {
    name: 'parameters: a wrapping key and a token for 24 hours',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const answer = await parametersFor(kms, keyId);
      expect(answer.KeyId).toContain(keyId);
      expect(answer.PublicKey).toHaveLength(294);
      expect(needed(answer.ImportToken).length).toBeGreaterThan(0);
      expect(needed(answer.ImportToken).length).toBeLessThanOrEqual(6144);
      const lifetime = needed(answer.ParametersValidTo).getTime() - Date.now();
      expect(Math.abs(lifetime - dayMs)).toBeLessThan(5 * 60 * 1000);
    },
  },
  {
    name: 'parameters: each answer has a wrapping key and a token of its own',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const [one, other] = [await parametersFor(kms, keyId), await parametersFor(kms, keyId)];
      expect(one.PublicKey).not.toEqual(other.PublicKey);
      expect(one.ImportToken).not.toEqual(other.ImportToken);
    },
  },
  {
    name: 'parameters: a key that AWS made gets none',
    async run({ clients: { kms } }) {
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
      const asking = parametersFor(kms, needed(KeyMetadata?.KeyId));
      expect(await refusalOf(asking)).toBe('UnsupportedOperationException');
    },
  },
  {
    name: 'parameters: RSA_AES_KEY_WRAP is refused for a symmetric key',
    async run({ clients: { kms } }) {
      const asking = parametersFor(kms, await createExternalKey(kms), 'RSA_AES_KEY_WRAP_SHA_256');
      expect(await refusalOf(asking)).not.toBe('done');
    },
  },
  importsUnder('RSAES_OAEP_SHA_256', 'RSA_4096'),
  importsUnder('RSAES_OAEP_SHA_256', 'RSA_3072'),
  importsUnder('RSAES_OAEP_SHA_1', 'RSA_2048'),
  {
    name: 'import: an RSA private key under RSA_AES_KEY_WRAP_SHA_256',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms, { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      await importMaterial(kms, keyId, privateKey.export({ format: 'der', type: 'pkcs8' }), {
        algorithm: 'RSA_AES_KEY_WRAP_SHA_256',
      });
      expect(await stateOf(kms, keyId)).toMatchObject({ KeyState: 'Enabled' });
    },
  },
  {
    name: 'import: an earlier set of parameters still works after a later one was asked for',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const earlier = await parametersFor(kms, keyId);
      await parametersFor(kms, keyId);
      const wrapped = wrapKeyMaterial(randomBytes(32), needed(earlier.PublicKey), oaep256);
      await importWith(kms, keyId, earlier, wrapped);
      expect(await stateOf(kms, keyId)).toMatchObject({ KeyState: 'Enabled' });
    },
  },
  {
    name: 'import: the material gets an id, on the answer and on the key',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const { KeyMaterialId } = await importMaterial(kms, keyId, randomBytes(32));
      expect(KeyMaterialId).toMatch(/^[0-9a-f]{64}$/);
      expect((await stateOf(kms, keyId)).CurrentKeyMaterialId).toBe(KeyMaterialId);
    },
  },
  {
    name: 'import: the material is listed with its state',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const { KeyMaterialId } = await importMaterial(kms, keyId, randomBytes(32));
      const { Rotations } = await kms.send(
        new ListKeyRotationsCommand({ KeyId: keyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
      );
      expect(Rotations).toMatchObject([
        { KeyMaterialId, KeyMaterialState: 'CURRENT', ImportState: 'IMPORTED' },
      ]);
    },
  },
  {
    name: 'import: material wrapped with another hash is InvalidCiphertextException',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const parameters = await parametersFor(kms, keyId);
      const wrapped = wrapKeyMaterial(randomBytes(32), needed(parameters.PublicKey), 'RSAES_OAEP_SHA_1');
      expect(await refusalOf(importWith(kms, keyId, parameters, wrapped))).toBe('InvalidCiphertextException');
    },
  },
  {
    name: 'import: wrapping key and token of different sets are InvalidCiphertextException',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const [one, other] = [await parametersFor(kms, keyId), await parametersFor(kms, keyId)];
      const wrapped = wrapKeyMaterial(randomBytes(32), needed(one.PublicKey), oaep256);
      expect(await refusalOf(importWith(kms, keyId, other, wrapped))).toBe('InvalidCiphertextException');
    },
  },
  {
    name: 'import: the token of another key is InvalidImportTokenException',
    async run({ clients: { kms } }) {
      const [keyId, otherId] = [await createExternalKey(kms), await createExternalKey(kms)];
      const parameters = await parametersFor(kms, otherId);
      const wrapped = wrapKeyMaterial(randomBytes(32), needed(parameters.PublicKey), oaep256);
      expect(await refusalOf(importWith(kms, keyId, parameters, wrapped))).toBe(
        'InvalidImportTokenException',
      );
    },
  },
  {
    name: 'import: a damaged token is InvalidImportTokenException',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const parameters = await parametersFor(kms, keyId);
      const wrapped = wrapKeyMaterial(randomBytes(32), needed(parameters.PublicKey), oaep256);
      const token = Buffer.from(needed(parameters.ImportToken));
      token.writeUInt8(token.readUInt8(9) ^ 1, 9);
      const damaged = { ...parameters, ImportToken: token };
      expect(await refusalOf(importWith(kms, keyId, damaged, wrapped))).toBe('InvalidImportTokenException');
    },
  },
  {
    name: 'import: 31 bytes are IncorrectKeyMaterialException',
    async run({ clients: { kms } }) {
      const importing = importMaterial(kms, await createExternalKey(kms), randomBytes(31));
      expect(await refusalOf(importing)).toBe('IncorrectKeyMaterialException');
    },
  },
  {
    name: 'import: the same wrapped bytes once more are taken, and change nothing',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const parameters = await parametersFor(kms, keyId);
      const wrapped = wrapKeyMaterial(randomBytes(32), needed(parameters.PublicKey), oaep256);
      const first = await importWith(kms, keyId, parameters, wrapped);
      const before = await stateOf(kms, keyId);
      const second = await importWith(kms, keyId, parameters, wrapped);
      expect(second.KeyMaterialId).toBe(first.KeyMaterialId);
      expect(await stateOf(kms, keyId)).toEqual(before);
      await expectRoundTrip(kms, keyId);
    },
  },
  {
    name: 'import: other material than before is IncorrectKeyMaterialException',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      await importMaterial(kms, keyId, randomBytes(32));
      expect(await refusalOf(importMaterial(kms, keyId, randomBytes(32)))).toBe(
        'IncorrectKeyMaterialException',
      );
    },
  },
];
