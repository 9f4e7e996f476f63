import type { ActName } from '../../schemas/act';
import type { Recipe } from '../recipe';
import type { ActRun } from '../run';
import { disableKey, enableKey, seeState } from './key-state';

const stages: Readonly<Record<ActName, Recipe<ActRun>['stages']>> = {
  'disable-key': [
    { rows: ['disable-key'], take: disableKey, changes: 'DisableKey' },
    { rows: ['see-state'], take: seeState('Disabled') },
  ],
  'enable-key': [
    { rows: ['enable-key'], take: enableKey, changes: 'EnableKey' },
    { rows: ['see-state'], take: seeState('Enabled') },
  ],
};

/** The steps of an act. */
export const recipeOfAct = (act: ActName): Recipe<ActRun> => ({ kind: 'act', stages: stages[act] });
