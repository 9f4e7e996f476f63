import type { ActName } from '../../schemas/act';
import type { Recipe } from '../recipe';
import type { ActRun } from '../run';
import { deleteMaterial, seeMaterials } from './delete-material';
import { cancelDeletion, enableRescued, scheduleDeletion, seeCancelled, seeScheduled } from './key-deletion';
import { disableKey, enableKey, seeState } from './key-state';
import { lookAgain, revokeGrants, waitForEdit } from './revoke/revoke-grants';
import { compareTakenOut, takeOutReceiver } from './revoke/take-out';

const stages: Readonly<Record<ActName, Recipe<ActRun>['stages']>> = {
  'disable-key': [
    { rows: ['disable-key'], take: disableKey, changes: 'DisableKey' },
    { rows: ['see-state'], take: seeState('Disabled') },
  ],
  'enable-key': [
    { rows: ['enable-key'], take: enableKey, changes: 'EnableKey' },
    { rows: ['see-state'], take: seeState('Enabled') },
  ],
  'schedule-deletion': [
    { rows: ['schedule-deletion'], take: scheduleDeletion, changes: 'ScheduleKeyDeletion' },
    { rows: ['see-state'], take: seeScheduled },
  ],
  'cancel-deletion': [
    { rows: ['cancel-deletion'], take: cancelDeletion, changes: 'CancelKeyDeletion' },
    { rows: ['enable-key'], take: enableRescued, changes: 'EnableKey' },
    { rows: ['see-state'], take: seeCancelled },
  ],
  'delete-material': [
    { rows: ['delete-material'], take: deleteMaterial, changes: 'DeleteImportedKeyMaterial' },
    { rows: ['see-state'], take: seeMaterials },
  ],
  'revoke-receiver': [
    { rows: ['take-out-receiver'], take: takeOutReceiver, changes: 'PutKeyPolicy' },
    { rows: ['policy'], take: compareTakenOut },
    { rows: ['revoke-grants'], take: revokeGrants, changes: 'RevokeGrant' },
    { rows: ['wait-for-edit'], take: waitForEdit },
    { rows: ['second-look'], take: lookAgain, changes: 'RevokeGrant' },
  ],
};

/** The steps of an act. */
export const recipeOfAct = (act: ActName): Recipe<ActRun> => ({ kind: 'act', stages: stages[act] });
