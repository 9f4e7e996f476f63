import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { materialIdOf } from '../kms/import/material';
import { newKey } from '../kms/new-key';
import { shareMaterials } from '../kms/multi-region/related-keys';
import { defaultPolicy } from '../kms/policies';
import type { Material, PracticeKey } from '../store';
import type { Call, World } from '../world';
import { addSampleGrants } from './sample-grants';
import {
  elsewherePlan,
  primaryPlan,
  samplePlans,
  type MaterialPlan,
  type SampleName,
  type SamplePlan,
} from './sample-plans';
import { awsManagedPolicy, onePersonPolicy, receiversPolicy } from './sample-policies';

const dayMs = 24 * 60 * 60 * 1000;

/** A key of the lived-in account, and what only its owner can know: the bytes that were imported into it. */
export interface SampleKey {
  readonly name: SampleName;
  readonly region: string;
  readonly keyId: string;
  readonly arn: string;
  /** With `alias/`. */
  readonly alias?: string;
  /** In the order of ListKeyRotations. */
  readonly materials: readonly SampleMaterial[];
}

export interface SampleMaterial {
  /** KeyMaterialId, 64 hex digits. */
  readonly id: string;
  /** Also of material that is not on the key any more: with these the key works again. For its reader to copy. */
  readonly bytes: Uint8Array;
  /** Whether the key came without it. */
  readonly isMissing: boolean;
}

/**
 * Makes the account one that has been lived in: about a dozen imported keys in all states, and some that are none. Their
 * dates are relative to the moment; nothing is imported and no key pair made, so it takes no time.
 *
 * @param home the Region of all keys but two: a replica and one more are in another Region of its partition
 */
export function makeSampleKeys(world: World, home: string): readonly SampleKey[] {
  const here = callIn(world, home);
  const there = callIn(world, otherRegion(home));
  const samples = samplePlans.map((plan) => keep(here, plan));
  const primary = keep(here, primaryPlan);
  return [...samples, primary, replicaOf(there, primary), keep(there, elsewherePlan)];
}

const others: Readonly<Record<string, string>> = {
  'cn-north-1': 'cn-northwest-1',
  'cn-northwest-1': 'cn-north-1',
  'us-gov-east-1': 'us-gov-west-1',
  'us-gov-west-1': 'us-gov-east-1',
  'eu-west-1': 'eu-central-1',
};

const otherRegion = (region: string): string => others[region] ?? 'eu-west-1';

function callIn(world: World, region: string): Call {
  const caller = world.identities.callerOf('', region);
  return { world, operation: 'CreateKey', caller, store: world.regionStore(region) };
}

function keep(call: Call, plan: SamplePlan): SampleKey {
  const { world, store } = call;
  const now = world.now();
  const isPrimary = plan.name === 'primary';
  const id = isPrimary ? `mrk-${randomBytes(16).toString('hex')}` : randomUUID();
  const { spec = 'SYMMETRIC_DEFAULT', usage = 'ENCRYPT_DECRYPT', origin = 'EXTERNAL', description } = plan;
  const key: PracticeKey = {
    ...newKey(call, {
      ...{ id, spec, usage, origin, description },
      multiRegion: isPrimary ? 'primary' : undefined,
      policy: policyOf(call, plan),
      tags: new Map(Object.entries(plan.tags ?? {})),
    }),
    createdAt: now - plan.createdDaysAgo * dayMs,
    manager: plan.name === 'owned-by-aws' ? 'AWS' : 'CUSTOMER',
    disabled: plan.isDisabled ?? false,
    deletionAt: plan.deletedInDays === undefined ? undefined : now + plan.deletedInDays * dayMs,
  };
  const materials = plan.materials.map((material) => addSampleMaterial(key, material, now));
  if (plan.lastUsedDaysAgo !== undefined) {
    const ids = { eventId: randomUUID(), requestId: randomUUID() };
    const operation = spec === 'SYMMETRIC_DEFAULT' ? 'Decrypt' : 'GenerateMac';
    key.lastUse = { operation, at: now - plan.lastUsedDaysAgo * dayMs - 5 * 60_000, ...ids };
  }
  if (plan.name === 'revoked-with-grants') addSampleGrants(key, now);
  store.keys.set(id, key);
  const alias = plan.alias === undefined ? undefined : `alias/${plan.alias}`;
  if (alias) store.aliases.set(alias, { keyId: id, createdAt: key.createdAt, updatedAt: key.createdAt });
  const { arn, region } = key;
  return { name: plan.name, region, keyId: id, arn, ...(alias ? { alias } : {}), materials };
}

function policyOf({ caller, store, world }: Call, { name, receivers = [] }: SamplePlan): string {
  const { accountId } = caller;
  const { region } = store;
  if (name === 'owned-by-aws') return awsManagedPolicy({ region, accountId });
  if (name !== 'unreadable') return receiversPolicy({ region, accountId, receivers });
  const auditor = world.identities.people.findLast(({ kind }) => kind === 'user');
  return onePersonPolicy(
    auditor ? world.identities.arnOf(auditor, region) : `arn:aws:iam::${accountId}:root`,
  );
}

function addSampleMaterial(key: PracticeKey, plan: MaterialPlan, now: number): SampleMaterial {
  const bytes = randomBytes(32);
  const isThere = plan.isMissing !== true;
  const material: Material = {
    id: materialIdOf(key, bytes),
    state: plan.state,
    bytes: isThere ? Uint8Array.from(bytes) : undefined,
    validTo: isThere && plan.expiresInDays !== undefined ? now + plan.expiresInDays * dayMs : undefined,
    description: plan.description === 'ours' ? describedByApp(bytes) : plan.description,
    rotatedAt: plan.rotatedDaysAgo === undefined ? undefined : now - plan.rotatedDaysAgo * dayMs,
  };
  key.materials.push(material);
  return { id: material.id, bytes, isMissing: !isThere };
}

/** As the app describes material that it imports. Source: docs/key-material-description.md. */
function describedByApp(bytes: Uint8Array): string {
  const checkValue = createHmac('sha256', bytes).update('keyferry check value v1').digest('hex').slice(0, 16);
  return `Keyferry 1: check value ${checkValue}`;
}

function replicaOf(call: Call, primary: SampleKey): SampleKey {
  const { world, store } = call;
  const original = world.regionStore(primary.region).keys.get(primary.keyId);
  if (!original) throw new Error('A primary key comes before its replica');
  const { id, spec, usage, origin } = original;
  const replica: PracticeKey = {
    ...newKey(call, {
      ...{ id, spec, usage, origin, description: '' },
      multiRegion: 'replica',
      policy: defaultPolicy(call),
      tags: new Map(),
    }),
    createdAt: original.createdAt + 3 * dayMs,
  };
  store.keys.set(id, replica);
  shareMaterials(world, original);
  const { arn, region } = replica;
  return {
    name: 'replica',
    region,
    keyId: id,
    arn,
    materials: primary.materials.map((one) => ({ ...one, isMissing: true })),
  };
}
