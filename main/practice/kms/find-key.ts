import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { PracticeKey } from '../store';
import type { Call } from '../world';
import { authorize } from './policy/authorize';
import { settle } from './settle';

/** Operations that, according to AWS's guide, may not find a key right after CreateKey. */
const settlingOperations = ['DescribeKey', 'GetParametersForImport'];

/**
 * The key that a request names by id or ARN and, if `aliases` is set, by alias.
 *
 * @throws AwsFault NotFoundException, InvalidArnException, AccessDeniedException for another account's key, and where
 * its policy does not let the caller do this.
 */
export function findKey(
  call: Call,
  input: Fields,
  { aliases = false, member = 'KeyId', isJudged = true } = {},
): PracticeKey {
  return keyNamed(call, input, input.text(member, { min: 1, max: 2048 }), { aliases, isJudged });
}

/** @param how.isJudged whether the key's policy decides */
export function keyNamed(
  call: Call,
  input: Fields,
  name: string,
  how: { readonly aliases: boolean; readonly isJudged: boolean },
): PracticeKey {
  const { store, caller } = call;
  const local = name.startsWith('arn:') ? resourceOf(call, name) : name;
  if (local.startsWith('alias/')) {
    if (!how.aliases) refuse('NotFoundException', `Invalid keyId '${name}'`);
    const target = store.aliases.get(local);
    if (!target) {
      const arn = arnIn(call, `${caller.accountId}:${local}`);
      refuse('NotFoundException', `Alias ${arn} is not found.`);
    }
    return keyNamed(call, input, target.keyId, { ...how, aliases: false });
  }
  const id = local.startsWith('key/') ? local.slice(4) : local;
  if (!/^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(id)) {
    refuse('NotFoundException', `Invalid keyId '${id}'`);
  }
  const known = store.keys.get(id);
  if (known) settle(call.world, known);
  const key = store.keys.get(id);
  if (!key || isUnsettled(call, key)) {
    refuse('NotFoundException', `Key '${arnIn(call, `${caller.accountId}:key/${id}`)}' does not exist`);
  }
  if (how.isJudged) authorize(call, key, input);
  return key;
}

/** An ARN in the call's Region. @param rest account id and resource */
export function arnIn({ store, caller }: Pick<Call, 'store' | 'caller'>, rest: string): string {
  const partition = caller.principalArn.split(':')[1] ?? 'aws';
  return `arn:${partition}:kms:${store.region}:${rest}`;
}

function resourceOf({ store, world }: Call, arn: string): string {
  const [, , service, region, account, resource] = arn.split(':');
  if (service !== 'kms' || !region || !account || !/^(key|alias)\/./.test(resource ?? '')) {
    refuse('InvalidArnException', `Invalid arn ${arn}`);
  }
  if (region !== store.region) refuse('NotFoundException', `Invalid arn ${region}`);
  // Whoever asks: practice has keys of one account only.
  if (account !== world.identities.accountId) {
    refuse(
      'AccessDeniedException',
      'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    );
  }
  return resource ?? '';
}

function isUnsettled({ operation, world }: Call, key: PracticeKey): boolean {
  if (!settlingOperations.includes(operation)) return false;
  const left = key.unsettled.get(operation) ?? world.options.unsettledCalls;
  key.unsettled.set(operation, left - 1);
  return left > 0;
}
