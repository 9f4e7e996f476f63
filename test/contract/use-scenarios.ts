import { randomBytes } from 'node:crypto';
import {
  DecryptCommand,
  DeleteImportedKeyMaterialCommand,
  DisableKeyCommand,
  EncryptCommand,
} from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { refusalOf } from '../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../helpers/import-material';
import { stateOf, type Scenario } from './scenario';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const from = (ms: number): Date => new Date(Date.now() + ms);

export const useScenarios: readonly Scenario[] = [
  {
    name: 'deleted material: the key waits for the same bytes, and then works again',
    async run({ clients: { kms } }) {
      const [keyId, material] = [await createExternalKey(kms), randomBytes(32)];
      await importMaterial(kms, keyId, material);
      const { CiphertextBlob } = await kms.send(
        new EncryptCommand({ KeyId: keyId, Plaintext: Buffer.from('before') }),
      );
      await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId: keyId }));
      expect(await stateOf(kms, keyId)).toMatchObject({ KeyState: 'PendingImport', Enabled: false });
      const encrypting = kms.send(new EncryptCommand({ KeyId: keyId, Plaintext: Buffer.from('between') }));
      expect(await refusalOf(encrypting)).toBe('KMSInvalidStateException');
      await importMaterial(kms, keyId, material);
      const { Plaintext } = await kms.send(new DecryptCommand({ KeyId: keyId, CiphertextBlob }));
      expect(Buffer.from(needed(Plaintext)).toString()).toBe('before');
    },
  },
  {
    name: 'expiry: the date that was asked for is on the key',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      const ValidTo = new Date(Math.floor(from(30 * dayMs).getTime() / 1000) * 1000);
      const request = { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo } as const;
      await importMaterial(kms, keyId, randomBytes(32), { request });
      expect(await stateOf(kms, keyId)).toMatchObject({ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo });
    },
  },
  ...(
    [
      ['expiry: must have a date', undefined],
      ['expiry: cannot be in the past', from(-hourMs)],
      ['expiry: cannot be further away than 365 days', from(367 * dayMs)],
    ] as const
  ).map(([name, ValidTo]): Scenario => ({
    name,
    async run({ clients: { kms } }) {
      const request = { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo } as const;
      const importing = importMaterial(kms, await createExternalKey(kms), randomBytes(32), { request });
      expect(await refusalOf(importing)).toBe('ValidationException');
    },
  })),
  {
    name: 'use: a disabled key is DisabledException',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      await importMaterial(kms, keyId, randomBytes(32));
      await kms.send(new DisableKeyCommand({ KeyId: keyId }));
      const encrypting = kms.send(new EncryptCommand({ KeyId: keyId, Plaintext: Buffer.from('x') }));
      expect(await refusalOf(encrypting)).toBe('DisabledException');
    },
  },
  {
    name: 'use: another encryption context is InvalidCiphertextException',
    async run({ clients: { kms } }) {
      const keyId = await createExternalKey(kms);
      await importMaterial(kms, keyId, randomBytes(32));
      const { CiphertextBlob } = await kms.send(
        new EncryptCommand({
          KeyId: keyId,
          Plaintext: Buffer.from('x'),
          EncryptionContext: { a: '1', b: '2' },
        }),
      );
      const decrypt = (EncryptionContext: Record<string, string>) =>
        refusalOf(kms.send(new DecryptCommand({ KeyId: keyId, CiphertextBlob, EncryptionContext })));
      expect(await decrypt({ b: '2', a: '1' })).toBe('done');
      expect(await decrypt({ a: '1', b: '3' })).toBe('InvalidCiphertextException');
    },
  },
  {
    name: 'use: another key with the same bytes cannot decrypt',
    async run({ clients: { kms } }) {
      const [material, one, other] = [
        randomBytes(32),
        await createExternalKey(kms),
        await createExternalKey(kms),
      ];
      await importMaterial(kms, one, material);
      await importMaterial(kms, other, material);
      const { CiphertextBlob } = await kms.send(
        new EncryptCommand({ KeyId: one, Plaintext: Buffer.from('x') }),
      );
      const decrypting = kms.send(new DecryptCommand({ KeyId: other, CiphertextBlob }));
      expect(await refusalOf(decrypting)).toBe('IncorrectKeyException');
    },
  },
];
