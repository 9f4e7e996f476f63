import { refuse } from '../../aws-fault';
import type { Fields } from '../../fields';
import { requirePermission } from '../../guards';
import { partitionOf } from '../../identities';
import type { PracticeKey } from '../../store';
import type { Call } from '../../world';
import { findKey } from '../find-key';
import { metadataOf } from '../key-metadata';
import { requireNot, requireUsable } from '../key-state';
import { requireRoom } from '../keys';
import { newKey } from '../new-key';
import { defaultPolicy, readPolicy } from '../policies';
import { settle } from '../settle';
import { readTags } from '../tags';
import { shareMaterials } from './related-keys';

const regionName = { min: 1, max: 32, pattern: /^([a-z]+-){2,3}\d+$/ };

/**
 * A replica has the key's id, its materials' ids and roles, and nothing else of the primary: its policy, if none is
 * given, is the default one. Imported material has to be imported there as well.
 * Source: AWS KMS API Reference, ReplicateKey. The text about a key that is no primary was recorded.
 *
 * @throws AwsFault AlreadyExistsException where the Region has the key, also one that waits for its deletion;
 * UnsupportedOperationException, DisabledException, KMSInvalidStateException, MalformedPolicyDocumentException, …
 */
export function replicateKey(call: Call, input: Fields): object {
  const { world } = call;
  const primary = findKey(call, input);
  const region = input.text('ReplicaRegion', regionName);
  requirePrimary(primary);
  requireUsable(primary);
  requireNot(primary, 'Updating');
  const there: Call = { ...call, store: world.regionStore(region) };
  const tags = readTags(input);
  const resource = primary.arn.replace(primary.region, region);
  for (const action of ['kms:CreateKey', ...(tags.size > 0 ? ['kms:TagResource'] : [])]) {
    requirePermission(there, action, resource);
  }
  if (partitionOf(region) !== partitionOf(primary.region)) {
    // Guess: AWS refuses a Region of another partition; the code and the text are not known.
    refuse('ValidationException', `${region} is not a Region of this partition`);
  }
  const before = there.store.keys.get(primary.id);
  if (before) settle(world, before);
  if (there.store.keys.has(primary.id)) {
    // Guess: the text.
    refuse('AlreadyExistsException', `Key '${resource}' already exists`);
  }
  requireRoom(there);
  const policy = input.optionalText('Policy') === undefined ? defaultPolicy(there) : readPolicy(there, input);
  const { id, spec, usage, origin } = primary;
  const description = input.optionalText('Description', { max: 8192 }) ?? '';
  const replica = newKey(there, {
    ...{ id, spec, usage, origin, description, policy },
    multiRegion: 'replica',
    tags: new Map(tags),
  });
  replica.busy = { state: 'Creating', until: world.now() + world.options.changeMs };
  there.store.keys.set(id, replica);
  shareMaterials(world, primary);
  return {
    ReplicaKeyMetadata: metadataOf(world, replica),
    ReplicaPolicy: policy,
    ReplicaTags: [...tags].map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
  };
}

/** The text was recorded from AWS. @throws AwsFault UnsupportedOperationException */
export function requirePrimary(key: PracticeKey): void {
  if (key.multiRegion !== 'primary') {
    refuse('UnsupportedOperationException', `${key.arn} is not a multi-region primary key.`);
  }
}
