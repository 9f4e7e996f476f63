import { otherCopy } from '../custody/other-copy';
import type { ListedMaterial } from '../schemas/import-facts';
import { definedOnly } from '../shared/defined-only';
import { err, ok, type Result } from '../shared/result';
import type { ReimportRun } from './run';

/** `checkValue`: as its description in AWS says it, or a note of this computer. */
export interface AgainMaterial extends ListedMaterial {
  readonly checkValue?: string;
}

export interface ChosenTarget {
  readonly target: NonNullable<ReimportRun['target']>;
  readonly isThere: boolean;
}

/**
 * Which material of the key a copy is of: the one that says its check value, or the only one of which nothing is known.
 * Undefined where several may be meant: then AWS finds out, which takes any that the key had, and no other.
 *
 * @param materials undefined where AWS does not list them.
 *
 * Errors: copy.otherMaterial {expected, found}.
 */
export function chooseTarget(
  materials: readonly AgainMaterial[] = [],
  checkValue: string | undefined,
): Result<ChosenTarget | undefined> {
  if (checkValue === undefined) return ok(undefined);
  const said = materials.find((material) => material.checkValue === checkValue);
  if (said !== undefined) return ok(targetOf(said));
  const unknown = materials.filter((material) => material.checkValue === undefined);
  const [first] = materials;
  if (first?.checkValue !== undefined && unknown.length === 0) {
    return err(otherCopy(first.checkValue, checkValue));
  }
  const [only, ...others] = unknown;
  return ok(only !== undefined && others.length === 0 ? targetOf(only) : undefined);
}

const targetOf = ({ id, isThere, checkValue }: AgainMaterial): ChosenTarget => ({
  target: { keyMaterialId: id, ...definedOnly({ checkValue }) },
  isThere,
});
