import {
  DescribeKeyCommand,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import type { TagView } from '../shared/views/aws';
import { grantFactsOf } from './kms-answers';
import type { CallOutcome, GrantFacts } from './kms-port';
import { allPages, pageOf } from './kms-pages';
import { look, type Patience } from './send';

const call = (operation: string) => ({ source: 'kms', operation, stage: 'run' }) as const;

/** Looks up an alias by its name, including `alias/`. A value of undefined means that it does not exist. */
export async function findAlias(
  client: KMSClient,
  aliasName: string,
  patience: Patience,
): Promise<CallOutcome<string | undefined>> {
  const aliases = await allPages('ListAliases', (marker) =>
    look(
      {
        ...call('ListAliases'),
        send: () => client.send(new ListAliasesCommand({ Limit: 100, Marker: marker })),
        read: ({ Aliases, Truncated, NextMarker }) => pageOf(Aliases, Truncated, NextMarker),
      },
      patience,
    ),
  );
  if (aliases.outcome !== 'done') return aliases;
  const found = aliases.value.find(({ AliasName }) => AliasName === aliasName);
  // An alias of AWS itself may point to no key, but its name is taken.
  return { ...aliases, value: found && (found.TargetKeyId ?? '') };
}

/**
 * Finds the keys of this account and Region with a tag. A key whose tags may not be read is in doubt, unless its
 * description shows that it is not ours. If no key is found but one is in doubt, the result is AWS's refusal, because
 * nobody knows whether there is a key.
 */
export async function findKeysByTag(
  client: KMSClient,
  tag: TagView,
  patience: Patience,
): Promise<CallOutcome<readonly string[]>> {
  const keys = await allPages('ListKeys', (marker) =>
    look(
      {
        ...call('ListKeys'),
        send: () => client.send(new ListKeysCommand({ Limit: 1000, Marker: marker })),
        read: ({ Keys, Truncated, NextMarker }) => pageOf(Keys, Truncated, NextMarker),
      },
      patience,
    ),
  );
  if (keys.outcome !== 'done') return keys;
  const found: string[] = [];
  let doubt: CallOutcome<readonly string[]> | undefined;
  for (const { KeyId } of keys.value) {
    if (KeyId === undefined) continue;
    const carries = await hasTag(client, KeyId, tag, patience);
    if (carries.outcome === 'done') {
      if (carries.value) found.push(KeyId);
    } else if (carries.outcome === 'refused' && carries.error.code === 'kms.notFound') {
      continue;
    } else if (carries.outcome === 'refused' && carries.error.code === 'aws.accessDenied') {
      if (await mayBeOurs(client, KeyId, patience)) doubt ??= carries;
    } else {
      return carries;
    }
  }
  return found.length === 0 && doubt ? doubt : { ...keys, value: found };
}

async function hasTag(
  client: KMSClient,
  keyId: string,
  tag: TagView,
  patience: Patience,
): Promise<CallOutcome<boolean>> {
  const tags = await listTags(client, keyId, patience);
  if (tags.outcome !== 'done') return tags;
  return { ...tags, value: tags.value.some(({ key, value }) => key === tag.key && value === tag.value) };
}

/** Every tag of a key, except tags without a name or a value. */
export async function listTags(
  client: KMSClient,
  keyId: string,
  patience: Patience,
): Promise<CallOutcome<readonly TagView[]>> {
  const tags = await allPages('ListResourceTags', (marker) =>
    look(
      {
        ...call('ListResourceTags'),
        send: () => client.send(new ListResourceTagsCommand({ KeyId: keyId, Limit: 50, Marker: marker })),
        read: ({ Tags, Truncated, NextMarker }) => pageOf(Tags, Truncated, NextMarker),
      },
      patience,
    ),
  );
  if (tags.outcome !== 'done') return tags;
  return {
    ...tags,
    value: tags.value.flatMap(({ TagKey: key, TagValue: value }) =>
      key === undefined || value === undefined ? [] : [{ key, value }],
    ),
  };
}

/** Every grant of a key, except grants without an id. */
export async function listGrants(
  client: KMSClient,
  keyId: string,
  patience: Patience,
): Promise<CallOutcome<readonly GrantFacts[]>> {
  const grants = await allPages('ListGrants', (marker) =>
    look(
      {
        ...call('ListGrants'),
        send: () => client.send(new ListGrantsCommand({ KeyId: keyId, Limit: 100, Marker: marker })),
        read: ({ Grants, Truncated, NextMarker }) => pageOf(Grants, Truncated, NextMarker),
      },
      patience,
    ),
  );
  return grants.outcome === 'done' ? { ...grants, value: grants.value.flatMap(grantFactsOf) } : grants;
}

async function mayBeOurs(client: KMSClient, keyId: string, patience: Patience): Promise<boolean> {
  const origin = await look(
    {
      ...call('DescribeKey'),
      send: () => client.send(new DescribeKeyCommand({ KeyId: keyId })),
      read: ({ KeyMetadata }) => KeyMetadata?.Origin,
    },
    patience,
  );
  return origin.outcome !== 'done' || origin.value === 'EXTERNAL';
}
