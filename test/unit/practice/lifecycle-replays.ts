import {
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyRotationCommand,
  GetKeyRotationStatusCommand,
  ListResourceTagsCommand,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
  UntagResourceCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { randomUUID } from 'node:crypto';
import { needed } from '../../helpers/import-material';
import type { Replay } from './replay';
import { eccImport, hmacImport, made } from './replays';

const rotate = (kms: KMSClient, KeyId: string) => kms.send(new RotateKeyOnDemandCommand({ KeyId }));
/** As many as AWS allows one key. */
const rotations = 25;

/** The recorded test of a rotation period: turns automatic rotation on, and reads its status. */
const rotationPeriod =
  (RotationPeriodInDays: number) =>
  async ({ kms, step }: Replay): Promise<void> => {
    const KeyId = await made(kms, {});
    await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays }));
    await step('match_response', kms.send(new GetKeyRotationStatusCommand({ KeyId })));
  };

/** The recorded tests of a key's later life. */
export const lifecycleReplays: Readonly<Record<string, (replay: Replay) => Promise<void>>> = {
  async test_non_multi_region_keys_should_not_have_multi_region_properties({ kms, step }) {
    const KeyId = await made(kms, { MultiRegion: false, Description: 'test non multi region key' });
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    await step('non_multi_region_keys_should_not_have_multi_region_properties', Promise.resolve(KeyMetadata));
  },

  async test_create_key_with_tag_and_untag({ kms, step }) {
    const Tags = [1, 2].map((n) => ({ TagKey: `tag${n}`, TagValue: `value${n}` }));
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Tags }));
    const KeyId = needed(KeyMetadata?.KeyId);
    const tagsOnly = async () => (await kms.send(new ListResourceTagsCommand({ KeyId }))).Tags;
    await step('list-resource-tags', tagsOnly());
    await kms.send(new UntagResourceCommand({ KeyId, TagKeys: ['tag1', 'tag2'] }));
    await step('list-resource-tags-after-all-untagged', tagsOnly());
  },

  async test_rotate_key_on_demand_modifies_key_material({ kms, step }) {
    await step('rotate-on-demand-response', rotate(kms, await made(kms, {})));
  },

  'test_key_enable_rotation_status[90]': rotationPeriod(90),
  'test_key_enable_rotation_status[180]': rotationPeriod(180),

  async test_rotate_key_on_demand_with_symmetric_key_and_automatic_rotation_enabled({ kms, step }) {
    const KeyId = await made(kms, {});
    await kms.send(new EnableKeyRotationCommand({ KeyId }));
    await step('rotate-on-demand-response', rotate(kms, KeyId));
    const status = kms.send(new GetKeyRotationStatusCommand({ KeyId }));
    await step('rotation-status-response-after-rotation', status);
  },

  async test_replicate_replica_key_should_fail({ kms, step, inRegion }) {
    const ReplicaRegion = 'us-east-2';
    const KeyId = await made(kms, { MultiRegion: true });
    await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion }));
    const again = inRegion(ReplicaRegion).send(
      new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-2' }),
    );
    await step('fail-replicate-non-primary-key', again);
  },

  async test_rotate_on_demand_returns_arn_for_key_id({ kms, step }) {
    await step('rotate-on-demand-aws-key', rotate(kms, await made(kms, {})));
  },

  async test_rotate_key_on_demand_raises_error_given_key_is_disabled({ kms, step }) {
    // The recorded key was of RSA: its state counts before its kind.
    const KeyId = await made(kms, { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
    await kms.send(new DisableKeyCommand({ KeyId }));
    await step('error-response', rotate(kms, KeyId));
  },

  async test_rotate_key_on_demand_raises_error_given_key_that_does_not_exist({ kms, step }) {
    await step('error-response', rotate(kms, randomUUID()));
  },

  async test_rotate_key_on_demand_raises_error_given_non_symmetric_key({ kms, step }) {
    const KeyId = await made(kms, { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
    await step('error-response', rotate(kms, KeyId));
  },

  async test_key_rotations_limits({ kms, step }) {
    const KeyId = await made(kms, {});
    for (let done = 0; done < rotations; done++) await rotate(kms, KeyId);
    await step('error-response', rotate(kms, KeyId));
  },

  'test_import_key_ecc_keys[ECC_NIST_P384]': eccImport('ECC_NIST_P384', 'secp384r1', 'ECDSA_SHA_384'),
  'test_import_key_ecc_keys[ECC_NIST_P521]': eccImport(
    'ECC_NIST_P521',
    'secp521r1',
    'ECDSA_SHA_512',
    'RSA_3072',
  ),
  'test_import_key_ecc_keys[ECC_SECG_P256K1]': eccImport('ECC_SECG_P256K1', 'secp256k1', 'ECDSA_SHA_256'),
  'test_import_key_hmac_keys[HMAC_384]': hmacImport('HMAC_384', 'HMAC_SHA_384'),
  'test_import_key_hmac_keys[HMAC_512]': hmacImport('HMAC_512', 'HMAC_SHA_512'),
};
