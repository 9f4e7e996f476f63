import type { DescribedKey, KeyMaterialFacts, ListedKey } from '../../aws/kms-port';
import { admittedAccounts } from '../../aws/policy/admitted-accounts';
import { readMaterialDescription } from '../../records/material-description';
import { definedOnly } from '../../shared/defined-only';
import { isPermanent } from '../../shared/rotation';
import type { MaterialCount } from '../../shared/views/material-count';
import type { KeyMaterialView, KeyRow } from '../../shared/views/keys';
import type { ReadStatement } from '../../shared/views/policy';

/** What is known of a key as soon as it is described. */
export function rowOf({ facts, deletionAt, multiRegion }: DescribedKey, region: string): KeyRow {
  return {
    arn: facts.arn,
    keyId: facts.keyId,
    region,
    aliases: [],
    state: facts.state,
    keySpec: facts.keySpec,
    description: facts.description,
    hadMaterial: hadMaterial(facts),
    ...definedOnly({
      multiRegion: multiRegion?.role,
      createdAt: facts.createdAt?.toISOString(),
      validTo: facts.validTo?.toISOString(),
      deletionAt: deletionAt?.toISOString(),
      materials: isSymmetric(facts) ? undefined : onlyMaterial(facts.state),
    }),
  };
}

export const unreadableRow = ({ arn, keyId }: ListedKey, region: string): KeyRow => ({
  arn,
  keyId,
  region,
  aliases: [],
  isUnreadable: true,
  state: '',
  keySpec: '',
  description: '',
  hadMaterial: 'unknown',
});

/** AWS tells the materials of symmetric keys, and of no other. */
export const isSymmetric = ({ keySpec }: { readonly keySpec: string }): boolean =>
  keySpec === 'SYMMETRIC_DEFAULT';

function hadMaterial({ state, currentKeyMaterialId }: DescribedKey['facts']): KeyRow['hadMaterial'] {
  return state === 'Enabled' || currentKeyMaterialId !== undefined ? 'yes' : 'unknown';
}

/** A key of another kind has one material, and its state says whether it is there. */
function onlyMaterial(state: string): MaterialCount | undefined {
  if (state === 'Enabled') return { there: 1, needed: 1 };
  return state === 'PendingImport' ? { there: 0, needed: 1 } : undefined;
}

/** Waiting materials count for nothing. A key that never had one needs its first. */
export function withMaterials(row: KeyRow, materials: readonly KeyMaterialFacts[]): KeyRow {
  const permanent = materials.filter(isPermanent);
  const there = permanent.filter(({ isThere }) => isThere).length;
  const didHave = permanent.length > 0 || row.hadMaterial === 'yes';
  return {
    ...row,
    hadMaterial: didHave ? 'yes' : 'no',
    materials: { there, needed: Math.max(1, permanent.length) },
    newMaterialWaits: permanent.length > 0 && permanent.length < materials.length,
  };
}

/** @param statements of the key's policy; undefined if it could not be read. */
export function withReceivers(
  row: KeyRow,
  statements: readonly ReadStatement[] | undefined,
  ownAccount: string,
): KeyRow {
  if (statements === undefined) return { ...row, receiversUnread: true };
  const { accounts, maybeMore } = admittedAccounts(statements, ownAccount);
  return { ...row, receivers: accounts, ...(maybeMore ? { receiversUnread: true } : {}) };
}

export const materialView = (material: KeyMaterialFacts): KeyMaterialView => ({
  id: material.id,
  role: material.role,
  isThere: material.isThere,
  ...definedOnly({
    validTo: material.validTo?.toISOString(),
    description: material.description,
    copy: material.description === undefined ? undefined : readMaterialDescription(material.description),
    rotatedAt: material.rotatedAt?.toISOString(),
  }),
});
