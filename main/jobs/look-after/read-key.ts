import type { CallOutcome, DescribedKey, GrantFacts, LastUseFacts } from '../../aws/kms-port';
import { readPolicyText } from '../../aws/policy/read-policy';
import type { AwsSession } from '../../aws/session';
import { rotationsIn } from '../../run/rotatable';
import { definedOnly } from '../../shared/defined-only';
import { mostRotations } from '../../shared/rotation';
import type { GrantView, KeyView, LastUse, Read } from '../../shared/views/keys';
import { isSymmetric, materialView, rowOf, withMaterials, withReceivers } from './key-row';

/** Reads everything of a key that was described. What may not be read says so by itself. */
export async function readKey(
  described: DescribedKey,
  { kms, view }: AwsSession,
): Promise<Omit<KeyView, 'key' | 'asOf'>> {
  const { facts } = described;
  const keyId = facts.arn;
  const symmetric = isSymmetric(facts);
  const [aliases, materials, rotation, policy, grants, tags, lastUse] = await Promise.all([
    kms.aliasesOf(keyId),
    symmetric ? kms.listMaterials(keyId) : undefined,
    symmetric && facts.state !== 'PendingImport' ? kms.rotationStartedAt(keyId) : undefined,
    kms.getKeyPolicy(keyId),
    kms.listGrants(keyId),
    kms.listTags(keyId),
    kms.lastUse(keyId),
  ]);
  const row = { ...rowOf(described, view.region), aliases: valueIn(aliases) ?? [] };
  const readPolicy = readOf(policy, (json) => ({ json, statements: readPolicyText(json) }));
  const known = valueIn(materials);
  return {
    mode: view.mode,
    accountId: view.accountId,
    partition: view.partition,
    row: withReceivers(
      known ? withMaterials(row, known) : row,
      readPolicy.read ? readPolicy.value.statements : undefined,
      view.accountId,
    ),
    policy: readPolicy,
    grants: readOf(grants, (all) => all.map(grantView)),
    tags: readOf(tags, (all) => all),
    lastUse: readOf(lastUse, lastUseView),
    ...definedOnly({
      materials: materials && readOf(materials, (all) => all.map(materialView)),
      rotationsLeft: known && mostRotations - rotationsIn(known),
      rotationStartedAt: valueIn(rotation)?.at?.toISOString(),
      otherRegions: described.multiRegion?.otherRegions,
    }),
  };
}

const valueIn = <T>(outcome: CallOutcome<T> | undefined): T | undefined =>
  outcome?.outcome === 'done' ? outcome.value : undefined;

const readOf = <T, V>(outcome: CallOutcome<T>, view: (value: T) => V): Read<V> =>
  outcome.outcome === 'done'
    ? { read: true, value: view(outcome.value) }
    : { read: false, error: outcome.error };

const grantView = ({ createdAt, ...grant }: GrantFacts): GrantView => ({
  ...grant,
  ...definedOnly({ createdAt: createdAt?.toISOString() }),
});

const lastUseView = ({ trackedSince, last }: LastUseFacts): LastUse =>
  definedOnly({
    trackedSince: trackedSince?.toISOString(),
    last: last && { operation: last.operation, at: last.at.toISOString() },
  });
