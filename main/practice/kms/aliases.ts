import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { PracticeKey } from '../store';
import type { Call } from '../world';
import { arnIn, findKey } from './find-key';
import { wireTime } from './key-metadata';
import { isHmac, type KeySpec } from './key-specs';
import { requireNotDeleted } from './key-state';
import { pageOf } from './paging';
import { removeDue } from './settle';

const aliasesPerKey = 50;
/** AWS's own aliases, which exist before their keys do. */
const awsAliases = ['alias/aws/ebs', 'alias/aws/rds', 'alias/aws/s3'];

function aliasName(input: Fields): string {
  const name = input.text('AliasName', { min: 1, max: 256, pattern: /^[a-zA-Z0-9:/_-]+$/ });
  if (!name.startsWith('alias/')) {
    refuse(
      'ValidationException',
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  }
  if (name.startsWith('alias/aws/')) {
    refuse('InvalidAliasNameException', 'Aliases that begin with alias/aws/ are reserved');
  }
  if (name === 'alias/') refuse('InvalidAliasNameException', 'The alias name is empty');
  return name;
}

function aliasTarget(call: Call, input: Fields): PracticeKey {
  if (/(^|:)alias\//.test(input.text('TargetKeyId', { min: 1, max: 2048 }))) {
    refuse('ValidationException', 'Aliases must refer to keys. Not aliases');
  }
  const key = findKey(call, input, { member: 'TargetKeyId' });
  requireNotDeleted(key);
  return key;
}

export function createAlias(call: Call, input: Fields): undefined {
  const name = aliasName(input);
  const key = aliasTarget(call, input);
  const { aliases } = call.store;
  if (aliases.has(name)) {
    refuse('AlreadyExistsException', `An alias with the name ${aliasArn(call, name)} already exists`);
  }
  requireRoomFor(call, key);
  const now = call.world.now();
  aliases.set(name, { keyId: key.id, createdAt: now, updatedAt: now });
}

/**
 * Works whatever state the alias's former key is in. Source: AWS KMS API Reference, UpdateAlias.
 * @throws AwsFault NotFoundException for the alias or the key; KMSInvalidStateException where the new key is to be
 * deleted; LimitExceededException
 */
export function updateAlias(call: Call, input: Fields): undefined {
  const name = aliasName(input);
  const key = aliasTarget(call, input);
  const alias = call.store.aliases.get(name) ?? aliasNotFound(call, name);
  const former = call.store.keys.get(alias.keyId);
  if (former && (former.usage !== key.usage || kindOf(former.spec) !== kindOf(key.spec))) {
    // Guess: AWS refuses this, by its guide; the code and the text are not known.
    refuse('ValidationException', `${key.arn} is not of the same type and key usage as ${former.arn}`);
  }
  if (alias.keyId !== key.id) requireRoomFor(call, key);
  call.store.aliases.set(name, { ...alias, keyId: key.id, updatedAt: call.world.now() });
}

/** Symmetric keys, asymmetric ones and HMAC keys do not stand in for each other. */
function kindOf(spec: KeySpec): string {
  if (isHmac(spec)) return 'HMAC';
  return spec === 'SYMMETRIC_DEFAULT' ? spec : 'asymmetric';
}

function requireRoomFor({ store }: Call, key: PracticeKey): void {
  const own = [...store.aliases.values()].filter(({ keyId }) => keyId === key.id);
  if (own.length >= aliasesPerKey) {
    refuse('LimitExceededException', `There are already ${aliasesPerKey} aliases for ${key.arn}`);
  }
}

export function deleteAlias(call: Call, input: Fields): undefined {
  const name = aliasName(input);
  if (!call.store.aliases.delete(name)) aliasNotFound(call, name);
}

function aliasNotFound(call: Call, name: string): never {
  refuse('NotFoundException', `Alias ${aliasArn(call, name)} is not found.`);
}

export function listAliases(call: Call, input: Fields): object {
  removeDue(call.world, call.store);
  const only = input.optionalText('KeyId') === undefined ? undefined : findKey(call, input).id;
  const own = [...call.store.aliases]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { keyId, createdAt, updatedAt }]) => ({
      AliasName: name,
      AliasArn: aliasArn(call, name),
      TargetKeyId: keyId,
      CreationDate: wireTime(createdAt),
      LastUpdatedDate: wireTime(updatedAt),
    }));
  const aws = awsAliases
    .filter((name) => !call.store.aliases.has(name))
    .map((name) => ({ AliasName: name, AliasArn: aliasArn(call, name) }));
  const listed =
    only === undefined ? [...own, ...aws] : own.filter(({ TargetKeyId }) => TargetKeyId === only);
  const { page, rest } = pageOf(listed, input, { usual: 50, maximum: 100 });
  return { Aliases: page, ...rest };
}

const aliasArn = (call: Call, name: string): string => arnIn(call, `${call.caller.accountId}:${name}`);
