import type { Recipe } from '../recipe';
import type { RotateRun } from '../run';
import type { RunStep } from '../../shared/run-steps';
import { getParameters } from '../steps/get-parameters';
import { importNew } from '../steps/rotate/import-new';
import { decryptBefore, encryptAfter, encryptBefore } from '../steps/rotate/proofs';
import { rotate as rotateKey, seeRotated } from '../steps/rotate/rotate';
import { seeReplicas } from '../steps/rotate/see-replicas';
import { seeWaiting } from '../steps/rotate/see-waiting';
import { comparePolicyBefore } from '../steps/verify';
import { wrapMaterial } from '../steps/wrap';

const wraps: readonly RunStep[] = ['get-parameters', 'self-test', 'wrap'];

/** Imports new material, and makes it the one that the key encrypts with. The former one is still needed. */
export const rotate: Recipe<RotateRun> = {
  kind: 'rotate',
  stages: [
    { rows: ['encrypt-before'], take: encryptBefore },
    { rows: ['get-parameters'], take: getParameters },
    // One vault does both.
    { rows: ['self-test', 'wrap'], take: wrapMaterial },
    { rows: ['import'], take: importNew, changes: 'ImportKeyMaterial' },
    { rows: ['see-waiting'], take: seeWaiting },
    { rows: ['see-replicas'], take: seeReplicas },
    { rows: ['rotate'], take: rotateKey, changes: 'RotateKeyOnDemand' },
    { rows: ['see-rotated'], take: seeRotated },
    { rows: ['decrypt-before'], take: decryptBefore },
    { rows: ['encrypt-after'], take: encryptAfter },
    { rows: ['policy'], take: comparePolicyBefore },
  ],
};

/** The same with material that an offline computer has wrapped. */
export const rotateReturned: Recipe<RotateRun> = {
  ...rotate,
  stages: rotate.stages.filter(({ rows }) => !rows.some((row) => wraps.includes(row))),
};

export const recipeOfRotation = ({ isReturned }: Pick<RotateRun, 'isReturned'>): Recipe<RotateRun> =>
  isReturned ? rotateReturned : rotate;
