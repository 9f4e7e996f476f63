import { randomBytes, randomUUID } from 'node:crypto';
import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { PracticeKey } from '../store';
import type { Call } from '../world';
import { arnIn, findKey } from './find-key';
import { addMaterial } from './import/material';
import { metadataOf, wireTime } from './key-metadata';
import { generateMaterial, keySpecs, usageOf } from './key-specs';
import { requireNotDeleted, stateOf } from './key-state';
import { pageOf } from './paging';
import { defaultPolicy, readPolicy } from './policies';
import { readTags } from './tags';

const dayMs = 24 * 60 * 60 * 1000;

export async function createKey(call: Call, input: Fields): Promise<object> {
  const { world, store, caller } = call;
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
  const { keys = Infinity } = world.options.quotas;
  if (store.keys.size >= keys) {
    refuse('LimitExceededException', `The limit of ${keys} KMS keys has been reached`);
  }
  const multiRegion = input.flag('MultiRegion');
  const id = multiRegion ? `mrk-${randomBytes(16).toString('hex')}` : randomUUID();
  const key: PracticeKey = {
    id,
    arn: arnIn(call, `${caller.accountId}:key/${id}`),
    region: store.region,
    accountId: caller.accountId,
    createdAt: world.now(),
    spec,
    usage,
    origin,
    multiRegion,
    description,
    policy,
    disabled: false,
    deletionAt: undefined,
    automaticRotation: undefined,
    lastUse: undefined,
    tags: new Map(tags),
    materials: [],
    grants: new Map(),
    unsettled: new Map(),
  };
  if (origin === 'AWS_KMS') addMaterial(key, await generateMaterial(spec), 'CURRENT');
  store.keys.set(id, key);
  return { KeyMetadata: metadataOf(key) };
}

export function describeKey(call: Call, input: Fields): object {
  return { KeyMetadata: metadataOf(findKey(call, input, { aliases: true })) };
}

export function listKeys({ store }: Call, input: Fields): object {
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
  requireNotDeleted(key);
  if (stateOf(key) === 'PendingImport') refuse('KMSInvalidStateException', `${key.arn} is pending import.`);
  key.disabled = disabled;
}

export function scheduleKeyDeletion(call: Call, input: Fields): object {
  const key = findKey(call, input);
  const days = input.optionalNumber('PendingWindowInDays', [7, 30]) ?? 30;
  requireNotDeleted(key);
  key.deletionAt = call.world.now() + days * dayMs;
  return {
    KeyId: key.arn,
    DeletionDate: wireTime(key.deletionAt),
    KeyState: 'PendingDeletion',
    PendingWindowInDays: days,
  };
}

export function cancelKeyDeletion(call: Call, input: Fields): object {
  const key = findKey(call, input);
  if (key.deletionAt === undefined) {
    refuse('KMSInvalidStateException', `${key.arn} is not pending deletion.`);
  }
  key.deletionAt = undefined;
  key.disabled = true;
  return { KeyId: key.arn };
}
