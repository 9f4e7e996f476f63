import {
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  ListResourceTagsCommand,
  RotateKeyOnDemandCommand,
  UntagResourceCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { randomUUID } from 'node:crypto';
import { needed } from '../../helpers/import-material';
import { eccImport, hmacImport, made, type Replay } from './replays';

const rotate = (kms: KMSClient, KeyId: string) => kms.send(new RotateKeyOnDemandCommand({ KeyId }));
/** As many as AWS allows one key. */
const rotations = 25;

/** The recorded tests of a key's later life, but those of calls that no job makes. */
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

/** Automatic rotation and replicas, which the practice AWS does not have. */
export const notReplayed: readonly string[] = [
  'test_key_enable_rotation_status[90]',
  'test_key_enable_rotation_status[180]',
  'test_rotate_key_on_demand_with_symmetric_key_and_automatic_rotation_enabled',
  'test_replicate_replica_key_should_fail',
];
