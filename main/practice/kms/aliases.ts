import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { PracticeKey } from '../store';
import type { Call } from '../world';
import { arnIn, findKey } from './find-key';
import { wireTime } from './key-metadata';
import { requireNotDeleted } from './key-state';
import { pageOf } from './paging';

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
  const own = [...aliases.values()].filter(({ keyId }) => keyId === key.id);
  if (own.length >= aliasesPerKey) {
    refuse('LimitExceededException', `There are already ${aliasesPerKey} aliases for ${key.arn}`);
  }
  aliases.set(name, { keyId: key.id, createdAt: call.world.now() });
}

export function deleteAlias(call: Call, input: Fields): undefined {
  const name = aliasName(input);
  if (!call.store.aliases.delete(name)) {
    refuse('NotFoundException', `Alias ${aliasArn(call, name)} is not found.`);
  }
}

export function listAliases(call: Call, input: Fields): object {
  const only = input.optionalText('KeyId') === undefined ? undefined : findKey(call, input).id;
  const own = [...call.store.aliases]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { keyId, createdAt }]) => ({
      AliasName: name,
      AliasArn: aliasArn(call, name),
      TargetKeyId: keyId,
      CreationDate: wireTime(createdAt),
      LastUpdatedDate: wireTime(createdAt),
    }));
  const aws = awsAliases.map((name) => ({ AliasName: name, AliasArn: aliasArn(call, name) }));
  const listed =
    only === undefined ? [...own, ...aws] : own.filter(({ TargetKeyId }) => TargetKeyId === only);
  const { page, rest } = pageOf(listed, input, { usual: 50, maximum: 100 });
  return { Aliases: page, ...rest };
}

const aliasArn = (call: Call, name: string): string => arnIn(call, `${call.caller.accountId}:${name}`);
