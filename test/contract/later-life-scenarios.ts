import { randomBytes } from 'node:crypto';
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  DecryptCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { refusalOf } from '../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../helpers/import-material';
import { expectRoundTrip, freshAlias, stateOf, usableKey, type Scenario } from './scenario';

const newMaterial = { request: { ImportType: 'NEW_KEY_MATERIAL' } } as const;

const aliased = async (kms: KMSClient, TargetKeyId: string): Promise<string> => {
  const AliasName = freshAlias();
  await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
  return AliasName;
};
const rotating = (kms: KMSClient, KeyId: string) =>
  refusalOf(kms.send(new RotateKeyOnDemandCommand({ KeyId })));
const scheduling = (kms: KMSClient, KeyId: string) =>
  kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));

/** What looking after a key relies on, the year after its ceremony. */
export const laterLifeScenarios: readonly Scenario[] = [
  {
    name: 'alias: moves to another key',
    async run(bench) {
      const { kms } = bench.clients;
      const [before, after] = [await usableKey(bench), await usableKey(bench)];
      const AliasName = await aliased(kms, before);
      await kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: after }));
      expect((await stateOf(kms, AliasName)).KeyId).toBe(after);
    },
  },
  {
    name: 'alias: moves away from a key that waits for its deletion, and to none',
    async run(bench) {
      const { kms } = bench.clients;
      const [before, after] = [await usableKey(bench), await usableKey(bench)];
      const AliasName = await aliased(kms, before);
      await scheduling(kms, before);
      const moving = (TargetKeyId: string) =>
        refusalOf(kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId })));
      expect([await moving(after), await moving(before)]).toEqual(['done', 'KMSInvalidStateException']);
    },
  },
  {
    name: 'alias: one that nobody has cannot be moved',
    async run(bench) {
      const update = new UpdateAliasCommand({
        AliasName: freshAlias(),
        TargetKeyId: await usableKey(bench),
      });
      expect(await refusalOf(bench.clients.kms.send(update))).toBe('NotFoundException');
    },
  },
  {
    name: 'alias: deleted, it leads nowhere, and the key lives',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const AliasName = await aliased(kms, KeyId);
      await kms.send(new DeleteAliasCommand({ AliasName }));
      const looking = kms.send(new DescribeKeyCommand({ KeyId: AliasName }));
      expect(await refusalOf(looking)).toBe('NotFoundException');
      await expectRoundTrip(kms, KeyId);
    },
  },
  {
    name: 'tags: are changed and removed, and one that is not there is no error',
    async run({ clients: { kms } }) {
      const tag = (TagKey: string, TagValue: string) => ({ TagKey, TagValue });
      const KeyId = await createExternalKey(kms, { Tags: [tag('Owner', 'a'), tag('Team', 'x')] });
      await kms.send(new TagResourceCommand({ KeyId, Tags: [tag('Owner', 'b')] }));
      await kms.send(new UntagResourceCommand({ KeyId, TagKeys: ['Team', 'Nobody'] }));
      const { Tags } = await kms.send(new ListResourceTagsCommand({ KeyId }));
      expect(Tags).toEqual([tag('Owner', 'b')]);
    },
  },
  {
    name: 'tags: not while the key waits for its deletion',
    async run({ clients: { kms } }) {
      const KeyId = await createExternalKey(kms);
      await scheduling(kms, KeyId);
      const tagging = new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'a', TagValue: 'b' }] });
      expect(await refusalOf(kms.send(tagging))).toBe('KMSInvalidStateException');
    },
  },
  {
    name: 'key: disabled and enabled, it works as before',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      await kms.send(new DisableKeyCommand({ KeyId }));
      expect(await stateOf(kms, KeyId)).toMatchObject({ KeyState: 'Disabled', Enabled: false });
      await kms.send(new EnableKeyCommand({ KeyId }));
      expect(await stateOf(kms, KeyId)).toMatchObject({ KeyState: 'Enabled', Enabled: true });
      await expectRoundTrip(kms, KeyId);
    },
  },
  {
    name: 'deletion: stops the key at once, and cancelled, leaves it disabled until it is enabled',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      await scheduling(kms, KeyId);
      const encrypting = kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') }));
      expect(['DisabledException', 'KMSInvalidStateException']).toContain(await refusalOf(encrypting));
      await kms.send(new CancelKeyDeletionCommand({ KeyId }));
      expect(await stateOf(kms, KeyId)).toMatchObject({ KeyState: 'Disabled' });
      expect(await stateOf(kms, KeyId)).not.toHaveProperty('DeletionDate');
      await kms.send(new EnableKeyCommand({ KeyId }));
      await expectRoundTrip(kms, KeyId);
    },
  },
  {
    name: 'deletion: is not scheduled twice',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      await scheduling(kms, KeyId);
      expect(await refusalOf(scheduling(kms, KeyId))).toBe('KMSInvalidStateException');
    },
  },
  {
    name: 'deletion: is not cancelled where none is scheduled',
    async run(bench) {
      const cancel = new CancelKeyDeletionCommand({ KeyId: await usableKey(bench) });
      expect(await refusalOf(bench.clients.kms.send(cancel))).toBe('KMSInvalidStateException');
    },
  },
  {
    name: 'policy: what was read can be put back, and reads the same',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const read = async () =>
        (await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))).Policy;
      const before = needed(await read());
      await kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy: before }));
      expect(await read()).toBe(before);
    },
  },
  {
    name: 'rotation: new material waits, the rotation takes it, and the former still decrypts',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const { Arn, CurrentKeyMaterialId: first } = await stateOf(kms, KeyId);
      const { CiphertextBlob } = await kms.send(
        new EncryptCommand({ KeyId, Plaintext: Buffer.from('before') }),
      );
      const { KeyMaterialId } = await importMaterial(kms, KeyId, randomBytes(32), newMaterial);
      expect(await stateOf(kms, KeyId)).toMatchObject({ KeyState: 'Enabled', CurrentKeyMaterialId: first });
      const rotated = await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
      expect(rotated.KeyId).toBe(Arn);
      expect((await stateOf(kms, KeyId)).CurrentKeyMaterialId).toBe(needed(KeyMaterialId));
      const opened = await kms.send(new DecryptCommand({ CiphertextBlob }));
      expect(Buffer.from(needed(opened.Plaintext)).toString()).toBe('before');
      await expectRoundTrip(kms, KeyId);
    },
  },
  {
    name: 'rotation: Decrypt says which material it used',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      const { CurrentKeyMaterialId: first } = await stateOf(kms, KeyId);
      const { CiphertextBlob } = await kms.send(
        new EncryptCommand({ KeyId, Plaintext: Buffer.from('before') }),
      );
      await importMaterial(kms, KeyId, randomBytes(32), newMaterial);
      await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
      const opened = await kms.send(new DecryptCommand({ CiphertextBlob }));
      expect(opened.KeyMaterialId).toBe(needed(first));
    },
  },
  {
    name: 'rotation: one new material waits at a time',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      await importMaterial(kms, KeyId, randomBytes(32), newMaterial);
      const another = importMaterial(kms, KeyId, randomBytes(32), newMaterial);
      expect(await refusalOf(another)).toBe('KMSInvalidStateException');
    },
  },
  {
    name: 'rotation: not without material that waits, not before the first, and not disabled',
    async run(bench) {
      const { kms } = bench.clients;
      const KeyId = await usableKey(bench);
      expect(await rotating(kms, KeyId)).toBe('KMSInvalidStateException');
      expect(await rotating(kms, await createExternalKey(kms))).toBe('KMSInvalidStateException');
      await kms.send(new DisableKeyCommand({ KeyId }));
      expect(await rotating(kms, KeyId)).toBe('DisabledException');
    },
  },
  {
    name: 'rotation: only of symmetric keys',
    async run({ clients: { kms } }) {
      const KeyId = await createExternalKey(kms, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
      await importMaterial(kms, KeyId, randomBytes(32));
      expect(await rotating(kms, KeyId)).toBe('UnsupportedOperationException');
    },
  },
  {
    name: 'rotation: is not automatic for imported material',
    async run(bench) {
      const KeyId = await usableKey(bench);
      const status = await bench.clients.kms.send(new GetKeyRotationStatusCommand({ KeyId }));
      expect(status.KeyRotationEnabled).toBe(false);
    },
  },
];
