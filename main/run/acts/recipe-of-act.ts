import type { ActName } from '../../schemas/act';
import type { Recipe } from '../recipe';
import type { ActRun } from '../run';
import { decryptBefore, encryptAfter, encryptBefore } from '../steps/rotate/proofs';
import { rotate, seeRotated } from '../steps/rotate/rotate';
import { seeReplicas } from '../steps/rotate/see-replicas';
import { disableKey, enableKey, seeState } from './key-state';
import { removeWaiting, seeRemoved } from './remove-waiting';

const stages: Readonly<Record<ActName, Recipe<ActRun>['stages']>> = {
  'disable-key': [
    { rows: ['disable-key'], take: disableKey, changes: 'DisableKey' },
    { rows: ['see-state'], take: seeState('Disabled') },
  ],
  'enable-key': [
    { rows: ['enable-key'], take: enableKey, changes: 'EnableKey' },
    { rows: ['see-state'], take: seeState('Enabled') },
  ],
  'rotate-now': [
    { rows: ['encrypt-before'], take: encryptBefore },
    { rows: ['see-replicas'], take: seeReplicas },
    { rows: ['rotate'], take: rotate, changes: 'RotateKeyOnDemand' },
    { rows: ['see-rotated'], take: seeRotated },
    { rows: ['decrypt-before'], take: decryptBefore },
    { rows: ['encrypt-after'], take: encryptAfter },
  ],
  'remove-waiting': [
    { rows: ['remove-waiting'], take: removeWaiting, changes: 'DeleteImportedKeyMaterial' },
    { rows: ['see-removed'], take: seeRemoved },
  ],
};

/** The steps of an act. */
export const recipeOfAct = (act: ActName): Recipe<ActRun> => ({ kind: 'act', stages: stages[act] });
