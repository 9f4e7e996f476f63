import type { ActName } from '../../schemas/act';
import type { Recipe } from '../recipe';
import type { ActRun } from '../run';
import { giveAlias, moveAlias, removeAlias, seeAlias } from './aliases';
import { deleteMaterial, seeMaterials } from './delete-material';
import { cancelDeletion, enableRescued, scheduleDeletion, seeCancelled, seeScheduled } from './key-deletion';
import { disableKey, enableKey, seeState } from './key-state';
import { describeAs, seeLabels, tagKey, untagKey } from './labels';
import { replicateKey, seeReplica } from './replica';
import { lookAgain, revokeGrants, waitForEdit } from './revoke/revoke-grants';
import { compareTakenOut, takeOutReceiver } from './revoke/take-out';
import { decryptBefore, encryptAfter, encryptBefore } from '../steps/rotate/proofs';
import { rotate, seeRotated } from '../steps/rotate/rotate';
import { seeReplicas } from '../steps/rotate/see-replicas';
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
  'relabel-key': [
    { rows: ['describe-as'], take: describeAs, changes: 'UpdateKeyDescription' },
    { rows: ['tag-key'], take: tagKey, changes: 'TagResource' },
    { rows: ['untag-key'], take: untagKey, changes: 'UntagResource' },
    { rows: ['see-labels'], take: seeLabels },
  ],
  'give-alias': [
    { rows: ['give-alias'], take: giveAlias, changes: 'CreateAlias' },
    { rows: ['see-alias'], take: seeAlias },
  ],
  'move-alias': [
    { rows: ['move-alias'], take: moveAlias, changes: 'UpdateAlias' },
    { rows: ['see-alias'], take: seeAlias },
  ],
  'remove-alias': [
    { rows: ['remove-alias'], take: removeAlias, changes: 'DeleteAlias' },
    { rows: ['see-alias'], take: seeAlias },
  ],
  'replicate-key': [
    { rows: ['replicate-key'], take: replicateKey, changes: 'ReplicateKey' },
    { rows: ['see-replica'], take: seeReplica },
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
