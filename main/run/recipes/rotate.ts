import type { Recipe } from '../recipe';
import type { RotateRun } from '../run';
import type { RunStep } from '../../shared/run-steps';
import { getParameters } from '../steps/get-parameters';
import { importReplicas } from '../steps/rotate/import-replicas';
import { importNew } from '../steps/rotate/import-new';
import { decryptBefore, encryptAfter, encryptBefore } from '../steps/rotate/proofs';
import { rotate as rotateKey, seeRotated } from '../steps/rotate/rotate';
import { seeReplicas } from '../steps/rotate/see-replicas';
import { seeWaiting } from '../steps/rotate/see-waiting';
import { comparePolicyBefore } from '../steps/verify';
import { wrapMaterial } from '../steps/wrap';

const without = (recipe: Recipe<RotateRun>, ...steps: readonly RunStep[]): Recipe<RotateRun> => ({
  ...recipe,
  stages: recipe.stages.filter(({ rows }) => !rows.some((row) => steps.includes(row))),
});

/**
 * Imports new material, into the replicas of a multi-Region key as well, and makes it the one that the key encrypts
 * with. The former one is still needed.
 */
const rotateEverywhere: Recipe<RotateRun> = {
  kind: 'rotate',
  stages: [
    { rows: ['encrypt-before'], take: encryptBefore },
    { rows: ['get-parameters'], take: getParameters },
    // One vault does both.
    { rows: ['self-test', 'wrap'], take: wrapMaterial },
    { rows: ['import'], take: importNew, changes: 'ImportKeyMaterial' },
    { rows: ['see-waiting'], take: seeWaiting },
    { rows: ['import-replicas'], take: importReplicas },
    { rows: ['see-replicas'], take: seeReplicas },
    { rows: ['rotate'], take: rotateKey, changes: 'RotateKeyOnDemand' },
    { rows: ['see-rotated'], take: seeRotated },
    { rows: ['decrypt-before'], take: decryptBefore },
    { rows: ['encrypt-after'], take: encryptAfter },
    { rows: ['policy'], take: comparePolicyBefore },
  ],
};

/** The same of a key of one Region. */
export const rotate = without(rotateEverywhere, 'import-replicas');

/** The same with material that an offline computer has wrapped, for the Region of the key. */
export const rotateReturned = without(rotate, 'get-parameters', 'wrap');

export function recipeOfRotation({
  isReturned,
  before,
}: Pick<RotateRun, 'isReturned' | 'before'>): Recipe<RotateRun> {
  if (isReturned) return rotateReturned;
  return before.multiRegion ? rotateEverywhere : rotate;
}
