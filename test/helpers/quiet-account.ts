import { randomBytes, randomUUID } from 'node:crypto';
import { materialIdOf } from '../../main/practice/kms/import/material';
import { newKey } from '../../main/practice/kms/new-key';
import { receiversPolicy } from '../../main/practice/samples/sample-policies';
import type { PracticeKey } from '../../main/practice/store';
import type { Call, World } from '../../main/practice/world';

/** The Regions that an account has without asking for them. Source: AWS Account Management Guide, "AWS Regions". */
export const usualRegions = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
] as const;

export interface QuietAccount {
  /** In all Regions together, shared out evenly. */
  readonly keys: number;
  /** Of each ten keys, how many are imported; AWS made the others. */
  readonly importedOfTen?: number;
  readonly regions?: readonly string[];
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * For the option `furnish`: an account with very many keys to which nothing happens. Of the imported ones, each
 * twentieth waits for its material, and each third expires within the year. Every key has an alias.
 */
export function quietAccount({
  keys,
  importedOfTen = 5,
  regions = usualRegions,
}: QuietAccount): (world: World) => void {
  return (world) => {
    const calls = regions.map((region) => callIn(world, region));
    for (let at = 0; at < keys; at += 1) {
      const call = calls[at % calls.length];
      if (call) addKey(call, at, Math.floor(at / calls.length) % 10 < importedOfTen);
    }
  };
}

function callIn(world: World, region: string): Call & { readonly policy: string } {
  const caller = world.identities.callerOf('', region);
  const { accountId } = caller;
  return {
    ...{ world, caller, operation: 'CreateKey', store: world.regionStore(region) },
    policy: receiversPolicy({ region, accountId, receivers: ['222233334444'] }),
  };
}

function addKey(call: Call & { readonly policy: string }, at: number, isImported: boolean): void {
  const { world, store, policy } = call;
  const now = world.now();
  const key: PracticeKey = {
    ...newKey(call, {
      id: randomUUID(),
      spec: 'SYMMETRIC_DEFAULT',
      usage: 'ENCRYPT_DECRYPT',
      origin: isImported ? 'EXTERNAL' : 'AWS_KMS',
      multiRegion: undefined,
      description: `Customer key ${at}`,
      policy,
      tags: new Map([['Owner', `team-${at % 40}`]]),
    }),
    createdAt: now - (1 + (at % 700)) * dayMs,
  };
  const bytes = randomBytes(32);
  key.materials.push({
    id: materialIdOf(key, bytes),
    state: 'CURRENT',
    bytes: isImported && at % 20 === 0 ? undefined : bytes,
    validTo: isImported && at % 20 !== 0 && at % 3 === 0 ? now + (1 + (at % 364)) * dayMs : undefined,
    description: undefined,
    rotatedAt: undefined,
  });
  store.keys.set(key.id, key);
  store.aliases.set(`alias/team-${at % 40}/key-${at}`, {
    ...{ keyId: key.id, createdAt: key.createdAt, updatedAt: key.createdAt },
  });
}
