import { randomBytes } from 'node:crypto';
import {
  DecryptCommand,
  DeleteAliasCommand,
  DeleteImportedKeyMaterialCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  ListResourceTagsCommand,
  ReplicateKeyCommand,
  RevokeGrantCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  UpdateKeyDescriptionCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { refusalOf } from '../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../helpers/import-material';
import { expectRoundTrip, freshAlias, stateOf, usableKey, type Bench, type Scenario } from './scenario';

const replicaRegion = 'us-east-1';
const newMaterial = { request: { ImportType: 'NEW_KEY_MATERIAL' } } as const;

const encrypted = async (kms: KMSClient, KeyId: string) =>
  (await kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('before') }))).CiphertextBlob;

/** A multi-Region primary with material, and that material. */
async function primaryKey({ clients: { kms } }: Bench) {
  const [KeyId, material] = [await createExternalKey(kms, { MultiRegion: true }), randomBytes(32)];
  await importMaterial(kms, KeyId, material);
  return { KeyId, material };
}

const replicating = (kms: KMSClient, KeyId: string) =>
  kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: replicaRegion }));

/** What the acts on a key rely on, beside what every key does in its later life. */
export const actScenarios: readonly Scenario[] = [
  {
    name: 'key: disabling and enabling it twice is no error',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      for (const command of [DisableKeyCommand, DisableKeyCommand, EnableKeyCommand, EnableKeyCommand])
        await kms.send(new command({ KeyId }));
      await expectRoundTrip(kms, KeyId);
    },
  },
  {
    name: 'key: its description is not changed while it waits for its deletion',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
      const describing = kms.send(new UpdateKeyDescriptionCommand({ KeyId, Description: 'other' }));
      expect(await refusalOf(describing)).toBe('KMSInvalidStateException');
    },
  },
  {
    name: 'alias: one that nobody has cannot be deleted',
    async run({ clients: { kms } }) {
      const deleting = kms.send(new DeleteAliasCommand({ AliasName: freshAlias() }));
      expect(await refusalOf(deleting)).toBe('NotFoundException');
    },
  },
  {
    name: 'grants: one that is not there cannot be revoked',
    async run(bench) {
      const revoke = new RevokeGrantCommand({ KeyId: await usableKey(bench), GrantId: 'a'.repeat(64) });
      // The API Reference names both.
      const refused = ['InvalidGrantIdException', 'NotFoundException'];
      expect(refused).toContain(await refusalOf(bench.clients.kms.send(revoke)));
    },
  },
  {
    name: 'deleted material: a former one stops the whole key, and brought back, it works again',
    async run(bench) {
      const { kms } = bench.clients;
      const [KeyId, former] = [await createExternalKey(kms), randomBytes(32)];
      await importMaterial(kms, KeyId, former);
      const { CurrentKeyMaterialId } = await stateOf(kms, KeyId);
      const CiphertextBlob = await encrypted(kms, KeyId);
      await importMaterial(kms, KeyId, randomBytes(32), newMaterial);
      await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
      await kms.send(
        new DeleteImportedKeyMaterialCommand({ KeyId, KeyMaterialId: needed(CurrentKeyMaterialId) }),
      );
      expect(await stateOf(kms, KeyId)).toMatchObject({ KeyState: 'PendingImport' });
      await importMaterial(kms, KeyId, former);
      const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob }));
      expect(Buffer.from(needed(Plaintext)).toString()).toBe('before');
    },
  },
  {
    name: 'deleted material: one that waits for a rotation leaves the key as it was',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const { CurrentKeyMaterialId } = await stateOf(kms, KeyId);
      const { KeyMaterialId } = await importMaterial(kms, KeyId, randomBytes(32), newMaterial);
      await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId, KeyMaterialId: needed(KeyMaterialId) }));
      expect(await stateOf(kms, KeyId)).toMatchObject({ KeyState: 'Enabled', CurrentKeyMaterialId });
      const rotating = kms.send(new RotateKeyOnDemandCommand({ KeyId }));
      expect(await refusalOf(rotating)).toBe('KMSInvalidStateException');
      await expectRoundTrip(kms, KeyId);
    },
  },
  {
    name: 'replica: is born without material, and with what was asked for',
    async run(bench) {
      const { kms } = bench.clients;
      const { KeyId } = await primaryKey(bench);
      const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }));
      const Tags = [{ TagKey: 'Owner', TagValue: 'Ada' }];
      const replicate = { KeyId, ReplicaRegion: replicaRegion, Policy, Description: 'its replica', Tags };
      const made = needed((await kms.send(new ReplicateKeyCommand(replicate))).ReplicaKeyMetadata);
      expect(made).toMatchObject({
        KeyId,
        Description: 'its replica',
        MultiRegion: true,
        Origin: 'EXTERNAL',
      });
      expect(made.Arn).toContain(`:${replicaRegion}:`);
      const there = bench.kmsIn(replicaRegion);
      expect(await stateOf(there, KeyId)).toMatchObject({ KeyState: 'PendingImport' });
      expect((await there.send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual(Tags);
      const { Policy: its = '' } = await there.send(
        new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }),
      );
      expect(JSON.parse(its)).toEqual(JSON.parse(needed(Policy)));
    },
  },
  {
    name: 'replica: takes the material of its primary, and decrypts what that encrypted',
    async run(bench) {
      const { kms } = bench.clients;
      const { KeyId, material } = await primaryKey(bench);
      const CiphertextBlob = await encrypted(kms, KeyId);
      await replicating(kms, KeyId);
      const there = bench.kmsIn(replicaRegion);
      await importMaterial(there, KeyId, material);
      const { Plaintext } = await there.send(new DecryptCommand({ KeyId, CiphertextBlob }));
      expect(Buffer.from(needed(Plaintext)).toString()).toBe('before');
    },
  },
  {
    name: 'replica: takes no other material than its primary has',
    async run(bench) {
      const { KeyId } = await primaryKey(bench);
      await replicating(bench.clients.kms, KeyId);
      const importing = importMaterial(bench.kmsIn(replicaRegion), KeyId, randomBytes(32));
      expect(await refusalOf(importing)).toBe('IncorrectKeyMaterialException');
    },
  },
  {
    name: 'replica: there is one in a Region',
    async run(bench) {
      const { KeyId } = await primaryKey(bench);
      await replicating(bench.clients.kms, KeyId);
      expect(await refusalOf(replicating(bench.clients.kms, KeyId))).toBe('AlreadyExistsException');
    },
  },
  {
    name: 'replica: a key of one Region has none',
    async run(bench) {
      const refused = replicating(bench.clients.kms, await usableKey(bench));
      expect(await refusalOf(refused)).toBe('UnsupportedOperationException');
    },
  },
];
