import {
  DescribeKeyCommand,
  GetKeyLastUsageCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListKeyRotationsCommand,
  ListKeysCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { definedOnly } from '../shared/defined-only';
import { dateOf, sameKey } from './kms-answers';
import { allPages, pageOf } from './kms-pages';
import type { KmsReading } from './kms-port';
import { aliasesIn, describedKeyOf, inOrder, lastUseOf, listedKeysOf, materialsOf } from './kms-read-answers';
import { look, type Patience } from './send';

const call = (operation: string) => ({ source: 'kms', operation, stage: 'key' }) as const;

/** The calls that find and read keys. Source: AWS KMS API Reference. */
export function readingPort(client: KMSClient, patience: Patience): KmsReading {
  const aliasPage = (Marker: string | undefined, KeyId?: string) =>
    look(
      {
        ...call('ListAliases'),
        send: () => client.send(new ListAliasesCommand({ Limit: 100, Marker, KeyId })),
        read: ({ Aliases, Truncated, NextMarker }) =>
          pageOf(Array.isArray(Aliases) ? aliasesIn(Aliases) : undefined, Truncated, NextMarker),
      },
      patience,
    );

  return {
    listKeys: (Marker) =>
      look(
        {
          ...call('ListKeys'),
          send: () => client.send(new ListKeysCommand({ Limit: 1000, Marker })),
          read: ({ Keys, Truncated, NextMarker }) => pageOf(listedKeysOf(Keys), Truncated, NextMarker),
        },
        patience,
      ),

    listAliases: (marker) => aliasPage(marker),

    aliasesOf: async (keyId) => {
      const aliases = await allPages('ListAliases', (marker) => aliasPage(marker, keyId));
      if (aliases.outcome !== 'done') return aliases;
      return { ...aliases, value: aliases.value.map(([, alias]) => alias).sort() };
    },

    describeInFull: (keyId) =>
      look(
        {
          ...call('DescribeKey'),
          send: () => client.send(new DescribeKeyCommand({ KeyId: keyId })),
          read: ({ KeyMetadata }) => {
            const key = describedKeyOf(KeyMetadata);
            return key && sameKey(key.facts.arn, keyId) ? key : undefined;
          },
        },
        patience,
      ),

    listMaterials: async (keyId) => {
      const entries = await allPages('ListKeyRotations', (Marker) =>
        look(
          {
            ...call('ListKeyRotations'),
            send: () =>
              client.send(
                new ListKeyRotationsCommand({
                  KeyId: keyId,
                  // By default, AWS leaves out the first material, and those that wait.
                  IncludeKeyMaterial: 'ALL_KEY_MATERIAL',
                  Limit: 1000,
                  Marker,
                }),
              ),
            read: ({ Rotations, Truncated, NextMarker }) =>
              pageOf(materialsOf(Rotations, keyId), Truncated, NextMarker),
          },
          patience,
        ),
      );
      if (entries.outcome !== 'done') return entries;
      // AWS promises no order.
      return { ...entries, value: [...entries.value].sort(inOrder) };
    },

    rotationStartedAt: (keyId) =>
      look(
        {
          ...call('GetKeyRotationStatus'),
          send: () => client.send(new GetKeyRotationStatusCommand({ KeyId: keyId })),
          read: ({ KeyId, OnDemandRotationStartDate }) =>
            KeyId === undefined || sameKey(KeyId, keyId)
              ? definedOnly({ at: dateOf(OnDemandRotationStartDate) })
              : undefined,
        },
        patience,
      ),

    lastUse: (keyId) =>
      look(
        {
          ...call('GetKeyLastUsage'),
          send: () => client.send(new GetKeyLastUsageCommand({ KeyId: keyId })),
          read: (answer) => lastUseOf(answer, keyId),
        },
        patience,
      ),
  };
}
