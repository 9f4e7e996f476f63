import { refuse } from '../../aws-fault';
import type { Fields } from '../../fields';
import { requirePermission } from '../../guards';
import type { Call } from '../../world';
import { findKey } from '../find-key';
import { requireUsable } from '../key-state';
import { settle } from '../settle';
import { requirePrimary } from './replicate-key';

/**
 * Makes a replica the primary key, and the primary a replica. Both are `Updating` for a while.
 * Source: AWS KMS API Reference, UpdatePrimaryRegion.
 *
 * @throws AwsFault NotFoundException where the key has no replica in that Region; UnsupportedOperationException,
 * DisabledException, KMSInvalidStateException
 */
export function updatePrimaryRegion(call: Call, input: Fields): undefined {
  const { world } = call;
  const primary = findKey(call, input);
  const region = input.text('PrimaryRegion', { min: 1, max: 32, pattern: /^([a-z]+-){2,3}\d+$/ });
  requirePrimary(primary);
  requireUsable(primary);
  const arn = primary.arn.replace(primary.region, region);
  const store = world.regionStore(region);
  requirePermission({ ...call, store }, 'kms:UpdatePrimaryRegion', arn);
  const replica = store.keys.get(primary.id);
  if (replica) settle(world, replica);
  if (replica?.multiRegion !== 'replica' || !store.keys.has(primary.id)) {
    // Guess: the code and the text.
    refuse('NotFoundException', `Key '${arn}' does not exist`);
  }
  requireUsable(replica);
  const busy = { state: 'Updating', until: world.now() + world.options.changeMs } as const;
  [primary.multiRegion, replica.multiRegion] = ['replica', 'primary'];
  [primary.busy, replica.busy] = [busy, busy];
}
