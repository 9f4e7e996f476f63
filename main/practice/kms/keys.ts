import { randomBytes, randomUUID } from 'node:crypto';
import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { Call } from '../world';
import { findKey } from './find-key';
import { addMaterial } from './import/material';
import { metadataOf } from './key-metadata';
import { generateMaterial, keySpecs, usageOf } from './key-specs';
import { requireNot, requireNotDeleted, toBeDeleted } from './key-state';
import { newKey } from './new-key';
import { pageOf } from './paging';
import { defaultPolicy, readPolicy } from './policies';
import { removeDue } from './settle';
import { readTags } from './tags';

export async function createKey(call: Call, input: Fields): Promise<object> {
  if (input.optionalText('CustomKeyStoreId') !== undefined || input.optionalText('XksKeyId') !== undefined) {
    refuse('UnsupportedOperationException', 'The practice AWS has no custom key stores');
  }
  const spec =
    input.optionalChoice('KeySpec', keySpecs) ??
    input.optionalChoice('CustomerMasterKeySpec', keySpecs) ??
    'SYMMETRIC_DEFAULT';
  const usage = usageOf(spec, input);
  const origin = input.optionalChoice('Origin', ['AWS_KMS', 'EXTERNAL'] as const) ?? 'AWS_KMS';
  const description = input.optionalText('Description', { max: 8192 }) ?? '';
  const tags = readTags(input);
  const policy = input.optionalText('Policy') === undefined ? defaultPolicy(call) : readPolicy(call, input);
  requireRoom(call);
  const isMultiRegion = input.flag('MultiRegion');
  const key = newKey(call, {
    id: isMultiRegion ? `mrk-${randomBytes(16).toString('hex')}` : randomUUID(),
    ...{ spec, usage, origin, description, policy },
    multiRegion: isMultiRegion ? 'primary' : undefined,
    tags: new Map(tags),
  });
  if (origin === 'AWS_KMS') addMaterial(key, await generateMaterial(spec), 'CURRENT');
  call.store.keys.set(key.id, key);
  return { KeyMetadata: metadataOf(call.world, key) };
}

/** @throws AwsFault LimitExceededException when the Region has as many keys as it may have. */
export function requireRoom({ world, store }: Call): void {
  const { keys = Infinity } = world.options.quotas;
  if (store.keys.size >= keys) {
    refuse('LimitExceededException', `The limit of ${keys} KMS keys has been reached`);
  }
}

export function describeKey(call: Call, input: Fields): object {
  return { KeyMetadata: metadataOf(call.world, findKey(call, input, { aliases: true })) };
}

export function listKeys({ world, store }: Call, input: Fields): object {
  removeDue(world, store);
  const keys = [...store.keys.values()].map(({ id, arn }) => ({ KeyId: id, KeyArn: arn }));
  const { page, rest } = pageOf(keys, input, { usual: 100, maximum: 1000 });
  return { Keys: page, ...rest };
}

export function updateKeyDescription(call: Call, input: Fields): undefined {
  const key = findKey(call, input);
  requireNotDeleted(key);
  key.description = input.text('Description', { max: 8192 });
}

export function enableKey(call: Call, input: Fields): undefined {
  switchKey(call, input, false);
}

export function disableKey(call: Call, input: Fields): undefined {
  switchKey(call, input, true);
}

function switchKey(call: Call, input: Fields, disabled: boolean): void {
  const key = findKey(call, input);
  requireNot(key, ...toBeDeleted, 'Creating', 'Updating', 'PendingImport');
  key.disabled = disabled;
}
