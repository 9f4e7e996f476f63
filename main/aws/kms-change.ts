import {
  CancelKeyDeletionCommand,
  DeleteAliasCommand,
  DeleteImportedKeyMaterialCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  ReplicateKeyCommand,
  RevokeGrantCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateKeyDescriptionCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { definedOnly } from '../shared/defined-only';
import { keyFactsOf, sameKey } from './kms-answers';
import type { ChangingOperation, KmsChanging } from './kms-port';
import { change } from './send';

const call = (operation: ChangingOperation) => ({ source: 'kms', operation, stage: 'run' }) as const;

/** Changes to keys that have their material, each sent once. Source: AWS KMS API Reference. */
export function changingPort(client: KMSClient): KmsChanging {
  return {
    enableKey: (keyId) =>
      change({
        ...call('EnableKey'),
        send: () => client.send(new EnableKeyCommand({ KeyId: keyId })),
        read: () => null,
      }),

    disableKey: (keyId) =>
      change({
        ...call('DisableKey'),
        send: () => client.send(new DisableKeyCommand({ KeyId: keyId })),
        read: () => null,
      }),

    scheduleKeyDeletion: (keyId, pendingWindowInDays) =>
      change({
        ...call('ScheduleKeyDeletion'),
        send: () =>
          client.send(
            new ScheduleKeyDeletionCommand({ KeyId: keyId, PendingWindowInDays: pendingWindowInDays }),
          ),
        read: ({ KeyId, DeletionDate }) =>
          isOfKey(KeyId, keyId) && isNoDateOr(DeletionDate)
            ? definedOnly({ deletionAt: DeletionDate })
            : undefined,
      }),

    cancelKeyDeletion: (keyId) =>
      change({
        ...call('CancelKeyDeletion'),
        send: () => client.send(new CancelKeyDeletionCommand({ KeyId: keyId })),
        read: ({ KeyId }) => (isOfKey(KeyId, keyId) ? null : undefined),
      }),

    deleteImportedKeyMaterial: (keyId, keyMaterialId) =>
      change({
        ...call('DeleteImportedKeyMaterial'),
        send: () =>
          client.send(
            new DeleteImportedKeyMaterialCommand({
              KeyId: keyId,
              ...definedOnly({ KeyMaterialId: keyMaterialId }),
            }),
          ),
        // Older services answer without these fields.
        read: ({ KeyId, KeyMaterialId }) =>
          isOfKey(KeyId, keyId) &&
          (keyMaterialId === undefined || KeyMaterialId === undefined || KeyMaterialId === keyMaterialId)
            ? null
            : undefined,
      }),

    rotateKeyOnDemand: (keyId) =>
      change({
        ...call('RotateKeyOnDemand'),
        send: () => client.send(new RotateKeyOnDemandCommand({ KeyId: keyId })),
        read: ({ KeyId }) => (isOfKey(KeyId, keyId) ? null : undefined),
      }),

    replicateKey: ({ keyId, replicaRegion, policy, description, tags }) =>
      change({
        ...call('ReplicateKey'),
        send: () =>
          client.send(
            new ReplicateKeyCommand({
              KeyId: keyId,
              ReplicaRegion: replicaRegion,
              Policy: policy,
              Description: description,
              Tags: tagsOf(tags),
              // SECURITY: KMS itself makes sure that the caller can still change the policy.
              BypassPolicyLockoutSafetyCheck: false,
            }),
          ),
        read: ({ ReplicaKeyMetadata }) => {
          const key = keyFactsOf(ReplicaKeyMetadata);
          return key?.origin === 'EXTERNAL' && key.arn.split(':')[3] === replicaRegion ? key : undefined;
        },
      }),

    revokeGrant: (keyId, grantId) =>
      change({
        ...call('RevokeGrant'),
        send: () => client.send(new RevokeGrantCommand({ KeyId: keyId, GrantId: grantId })),
        read: () => null,
      }),

    updateAlias: (aliasName, keyId) =>
      change({
        ...call('UpdateAlias'),
        send: () => client.send(new UpdateAliasCommand({ AliasName: aliasName, TargetKeyId: keyId })),
        read: () => null,
      }),

    deleteAlias: (aliasName) =>
      change({
        ...call('DeleteAlias'),
        send: () => client.send(new DeleteAliasCommand({ AliasName: aliasName })),
        read: () => null,
      }),

    tagKey: (keyId, tags) =>
      change({
        ...call('TagResource'),
        send: () => client.send(new TagResourceCommand({ KeyId: keyId, Tags: tagsOf(tags) })),
        read: () => null,
      }),

    untagKey: (keyId, tagKeys) =>
      change({
        ...call('UntagResource'),
        send: () => client.send(new UntagResourceCommand({ KeyId: keyId, TagKeys: [...tagKeys] })),
        read: () => null,
      }),

    describeAs: (keyId, description) =>
      change({
        ...call('UpdateKeyDescription'),
        send: () => client.send(new UpdateKeyDescriptionCommand({ KeyId: keyId, Description: description })),
        read: () => null,
      }),
  };
}

const tagsOf = (tags: Parameters<KmsChanging['tagKey']>[1]) =>
  tags.map(({ key, value }) => ({ TagKey: key, TagValue: value }));

/** Emulators, and older services, leave the key out of some answers. */
const isOfKey = (answered: string | undefined, keyId: string): boolean =>
  answered === undefined || sameKey(answered, keyId);

const isNoDateOr = (date: Date | undefined): boolean =>
  date === undefined || (date instanceof Date && !Number.isNaN(date.getTime()));
