import { isPermanent, waitsForRotation } from '../../../main/shared/rotation';
import type { KeyMaterialView, KeyView } from '../../../main/shared/views/keys';

const order: readonly KeyMaterialView['role'][] = [
  'PENDING_ROTATION',
  'PENDING_MULTI_REGION_IMPORT_AND_ROTATION',
  'CURRENT',
  'NON_CURRENT',
];

/** What waits, the current one, then the former ones, the last first. AWS promises no order. */
export function inOrder(materials: readonly KeyMaterialView[]): readonly KeyMaterialView[] {
  return materials.toSorted(
    (one, other) =>
      order.indexOf(one.role) - order.indexOf(other.role) ||
      (other.rotatedAt ?? '').localeCompare(one.rotatedAt ?? ''),
  );
}

/** The permanent material that expires before all others, where there are several. */
export function firstToExpire(materials: readonly KeyMaterialView[]): KeyMaterialView | undefined {
  const permanent = materials.filter(isPermanent);
  if (permanent.length < 2) return undefined;
  return permanent
    .filter(({ validTo }) => validTo !== undefined)
    .toSorted((one, other) => (one.validTo ?? '').localeCompare(other.validTo ?? ''))[0];
}

export interface MissingMaterials {
  readonly current: boolean;
  readonly former: number;
  /** Whether new material waits for a rotation. */
  readonly isWaiting: boolean;
}

export function missingMaterials({ materials }: KeyView): MissingMaterials {
  const known = materials?.read === true ? materials.value : [];
  const missing = known.filter((each) => isPermanent(each) && !each.isThere);
  return {
    current: missing.some(({ role }) => role === 'CURRENT'),
    former: missing.filter(({ role }) => role === 'NON_CURRENT').length,
    isWaiting: known.some(waitsForRotation),
  };
}

/**
 * Whether AWS refuses every change of the policy, because a statement has no action or no resource (CreateKey and
 * PutKeyPolicy since 18 August 2025).
 */
export function blocksChanges(policyJson: string): boolean {
  let policy: unknown;
  try {
    policy = JSON.parse(policyJson);
  } catch {
    return false;
  }
  const statements = [(policy as { Statement?: unknown } | null)?.Statement].flat();
  const has = (statement: object, ...names: readonly string[]): boolean =>
    names.some((name) => name in statement);
  return statements.some(
    (statement) =>
      typeof statement === 'object' &&
      statement !== null &&
      !(has(statement, 'Action', 'NotAction') && has(statement, 'Resource', 'NotResource')),
  );
}

export interface HistoryEvent {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `here`: finished with this app on this computer. */
  readonly what: 'created' | 'rotated' | 'here';
  /** The material that is current since. */
  readonly material?: string;
}

/**
 * What is known of the life of the key, the last first.
 *
 * @param here when work of this computer on it was finished, ISO 8601, UTC
 */
export function historyOf({ row, materials }: KeyView, here: readonly string[]): readonly HistoryEvent[] {
  const rotations = (materials?.read === true ? materials.value : []).flatMap(({ id, rotatedAt }) =>
    rotatedAt === undefined ? [] : [{ at: rotatedAt, what: 'rotated' as const, material: id }],
  );
  const created = row.createdAt === undefined ? [] : [{ at: row.createdAt, what: 'created' as const }];
  const own = here.map((at) => ({ at, what: 'here' as const }));
  return [...rotations, ...created, ...own].toSorted((one, other) => other.at.localeCompare(one.at));
}
