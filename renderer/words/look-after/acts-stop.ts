import { chosenOf, isWaiting } from '../../../main/shared/acts-typed';
import type { ActedView, ActName, ActPlanView, KeyAct, KeyChange } from '../../../main/shared/views/acts';
import type { DeletableMaterial } from '../../../main/shared/views/acts-stop';
import type { KeyMaterialView } from '../../../main/shared/views/keys';
import { counted, listed } from '../shell/counted';
import { bothInstants } from '../shell/instants';
import type { ActWords } from './act-words';
import { describedMaterial } from './copy-of-material';

type Stop = Extract<ActName, 'schedule-deletion' | 'cancel-deletion' | 'delete-material'>;

export const stopWords: Readonly<Record<Stop, ActWords>> = {
  'schedule-deletion': {
    title: 'Schedule deletion',
    text: 'Stops everybody at once, and has AWS delete the key after 7 to 30 days. Until then it can be cancelled.',
    lead: 'From then on nobody can use the key. After the waiting period AWS deletes it, and nothing brings it back. Until then you can cancel the deletion here.',
    running: 'Scheduling the deletion',
    done: (key) => `The deletion of ${key} is scheduled`,
    doneText: 'Nobody can use the key.',
    job: 'Schedule the deletion of a key',
  },
  'cancel-deletion': {
    title: 'Cancel deletion',
    text: 'Rescues the key. AWS leaves it disabled; it is enabled as well, unless you say otherwise.',
    lead: 'The key stays, with its aliases, its policy and its grants. AWS leaves it disabled, so enabling it is a second request.',
    running: 'Cancelling the deletion',
    done: (key) => `The deletion of ${key} is cancelled`,
    doneText: 'The key stays.',
    job: 'Cancel the deletion of a key',
  },
  'delete-material': {
    title: 'Delete key material',
    text: 'Takes imported key material away from AWS, at once. Only its copy brings it back.',
    lead: 'AWS erases the key material at once, without a waiting period. The key itself stays, with its ARN, aliases, policy, grants and tags. Importing the same key material again undoes it; AWS gives it back to nobody.',
    running: 'Deleting the key material',
    done: (key) => `Key material of ${key} is deleted at AWS`,
    doneText: 'The key waits for the same key material: nobody can use it until all of it is imported again.',
    job: 'Delete key material at AWS',
  },
};

const shortId = (id: string): string => `${id.slice(0, 12)}…`;

/** What is about to happen, and what of it cannot be undone. */
export function reviewOfStop(
  act: Extract<KeyAct, { do: Stop }>,
  region: string,
  name: string,
  plan: ActPlanView | undefined,
): string {
  switch (act.do) {
    case 'schedule-deletion': {
      const waitsFor = replicasOf(plan);
      const when =
        waitsFor.length === 0
          ? `AWS deletes it ${act.days} days later, or up to a day after that`
          : `AWS deletes it ${act.days} days after its last replica is gone`;
      const stops =
        plan?.state === 'Enabled'
          ? `${name} in ${region} stops at once, for everybody.`
          : `From then on, ${name} in ${region} can neither be enabled nor get key material.`;
      return `${stops} ${when}. Once it is deleted, it cannot be brought back.`;
    }
    case 'cancel-deletion':
      return act.enable
        ? `The deletion of ${name} in ${region} is cancelled, and the key is enabled, for everybody whom its key policy and its grants let in.`
        : `The deletion of ${name} in ${region} is cancelled. The key stays disabled.`;
    case 'delete-material': {
      const chosen = chosenOf(plan?.deletable ?? [], act.materials);
      if (chosen.length === 0) return deletePage.nothingChosen;
      const what = chosen.length === 1 ? 'One key material' : counted(chosen.length, 'key material');
      const stops = chosen.every(isWaiting)
        ? 'The key goes on as before.'
        : plan?.state.startsWith('Pending') === true
          ? 'Nobody can use the key anyhow.'
          : 'The whole key stops at once, for everybody, for new data and for old.';
      return `${what} of ${name} in ${region} ${chosen.length === 1 ? 'is' : 'are'} erased at AWS at once. ${stops} Without the copy this cannot be undone.`;
    }
  }
}

/** Regions of the replicas of a primary key, which have to go first. */
export function replicasOf(plan: ActPlanView | undefined): readonly string[] {
  const now = plan?.deletion?.now;
  return now?.row.multiRegion === 'primary' ? (now.otherRegions ?? []) : [];
}

/** How it ended, as a title, where the act alone does not say it. */
export const endTitle = ({ act, state }: ActedView, name: string): string | undefined =>
  act.do === 'delete-material' && state === 'PendingImport'
    ? `Stopped: ${name} waits for its key material`
    : undefined;

/** How it ended, where the act alone does not say it. */
export function endText({ act, state, deletionAt, waitsFor = [] }: ActedView): string | undefined {
  switch (act.do) {
    case 'schedule-deletion':
      if (deletionAt !== undefined)
        return `Nobody can use the key. AWS deletes it on ${bothInstants(new Date(deletionAt))}, or up to a day later. Until then the deletion can be cancelled.`;
      return `Nobody can use the key. AWS names no date yet: the waiting period starts when its replicas are gone${waitsFor.length === 0 ? '' : `, in ${listed(waitsFor)}`}. Schedule their deletion as well, or cancel this one.`;
    case 'cancel-deletion':
      if (state === 'Enabled')
        return 'The key works again, for everybody whom its key policy and its grants let in.';
      return state === 'PendingImport'
        ? 'The key stays, but it has no key material. Nobody can use it until its key material is imported again.'
        : 'The key stays, but it is disabled. Nobody can use it until it is enabled.';
    case 'delete-material':
      if (state === 'PendingImport')
        return 'Nobody can use the key until the same key material is imported again, all of it.';
      return state.startsWith('Pending')
        ? 'The key stays scheduled for its deletion. If that is cancelled, it has no key material until this is imported again.'
        : 'The key goes on as before: the key material that was deleted was not in use.';
    default:
      return undefined;
  }
}

/** A date of a change in both zones; what AWS calls a state of material, in words. */
export function changeValue(what: KeyChange['what'], value: string): string {
  if (what === 'deletion-date') return value === 'none' ? value : bothInstants(new Date(value));
  if (what !== 'material') return value;
  return value === 'IMPORTED' ? 'there' : 'deleted';
}

/** What a person decided; for comparing a note. */
export function stopFacts(act: KeyAct): readonly (readonly [string, string])[] {
  switch (act.do) {
    case 'schedule-deletion':
      return [['Waiting period', counted(act.days, 'day')]];
    case 'cancel-deletion':
      return [['Enable it afterwards', act.enable ? 'Yes' : 'No']];
    case 'delete-material':
      return [['Key material', act.materials === 'only' ? 'The only one' : act.materials.join(', ')]];
    default:
      return [];
  }
}

export const deletionPage = {
  lastUse: 'Last use',
  lastUseUnread: 'AWS does not say when the key was last used. That does not mean that nobody needs it.',
  whoTitle: 'Who loses access',
  who: (accounts: readonly string[]) =>
    accounts.length === 0
      ? 'The key policy lets no other account use the key. Your own people and services lose it.'
      : accounts.includes('*')
        ? 'The key policy names everybody, with or without conditions.'
        : `Your own people and services, and ${accounts.length === 1 ? 'this account' : 'these accounts'}: ${listed(accounts)}.`,
  whoUnread: 'The key policy could not be read, so others may lose access as well.',
  grants: (count: number) => `${counted(count, 'grant')} end${count === 1 ? 's' : ''} with the key.`,
  grantsUnread: 'The grants could not be read.',
  copiesTitle: 'Which copies exist',
  copiesUnknown: 'AWS does not tell the key material of this kind of key, nor its copy.',
  copiesNone: 'The key never had key material.',
  diesTitle: 'What is deleted',
  dies: 'The key, its key material at AWS, its aliases and its grants. Nothing that was encrypted with it can be read then, also not by the receiver.',
  diesSymmetric:
    'A copy of the key material does not rebuild the key: AWS binds what it encrypts to this key, not only to its key material.',
  diesOther: 'The copy can be imported into another key. That key has another ARN.',
  replicasTitle: 'Replicas are in the way',
  replicas: (regions: readonly string[]) =>
    `The key has ${regions.length === 1 ? 'a replica' : 'replicas'} in ${listed(regions)}. It stops at once, but AWS names no date: the waiting period starts when the last replica is gone. Schedule the deletion of each of them too.`,
  disableTitle: 'Disable it first',
  disableText:
    'Disabling stops the key in the same way, and enabling undoes it at once, even months later. If nobody has missed the key after some weeks, schedule its deletion then.',
  disableFirst: 'Disable first',
  days: 'Waiting period in days',
  daysText: 'From 7 to 30. The longer, the more time there is to notice that somebody needs the key.',
  daysWrong: 'Type a whole number from 7 to 30.',
  leftOver: {
    yes: 'The key never had key material, and it is older than import parameters last. It is left over from an import.',
    'in-use':
      'The key may be in use: it was made less than a day ago, and somebody may be about to import into it. Ask your colleagues first.',
    unknown:
      'AWS does not tell of this kind of key whether it ever had key material. If it had, what was encrypted or signed with it depends on it.',
    'had-material':
      'The key is not left over: it had key material, and what was encrypted with it depends on it. Importing the same key material again brings it back.',
  },
} as const;

export const rescuePage = {
  enable: 'Enable the key as well',
  enableText: 'Without this, the key stays disabled, and nobody can use it.',
  noMaterial:
    'Key material of this key is missing, so AWS will not enable it. After the deletion is cancelled, import the key material again.',
  until: (instant: string) =>
    `AWS deletes the key on ${bothInstants(new Date(instant))}. Until then it can be rescued.`,
  noDate: 'AWS names no date yet: the waiting period starts when the last replica is gone.',
} as const;

export const deletePage = {
  title: 'Which key material',
  text: 'Each is named by its ID. A plain deletion in other tools takes only the current one.',
  only: 'AWS does not tell the key material of this kind of key. It has one.',
  legend: 'Key material to delete',
  all: 'All of it',
  nothingChosen: 'Choose which key material is deleted.',
  chooseFirst: 'Choose at least one.',
  expires: (instant: string) => `Expires on ${bothInstants(new Date(instant))}.`,
  neverExpires: 'Does not expire.',
  opened: ({ opened }: DeletableMaterial) =>
    opened === undefined
      ? 'Copy not opened yet'
      : `Copy opened: ${listed(opened.files)}, ${bothInstants(new Date(opened.at))}`,
  needsNone: 'Nothing was encrypted with it',
  stopsTitle: 'What stops',
  stopsAll:
    'The whole key, at once: a key works only with all of its current and former key material. Data keys that services hold in memory go on working until they are asked for again.',
  stoppedAlready: 'Nobody can use the key in its state. It will not work again without this key material.',
  stopsNothing: 'Nothing: this key material waits for a rotation, and is not used yet.',
  stopsReplicas: (regions: readonly string[]) =>
    `Its replicas in ${listed(regions)} lose the waiting key material too.`,
  stopsOwn: 'Only the key in this Region stops. The key in other Regions keeps its key material.',
  staysScheduled:
    'The key stays scheduled for its deletion. If that is cancelled later, the key has no key material until it is imported again.',
  copyTitle: 'Open the copy first',
  copyText:
    'A copy that was opened and has the right check value is the only way back. What it holds is erased from memory again at once.',
  copyHint: 'AWS keeps no check value of this key material, so nothing shows which copy is of it.',
  copyOther: 'The copy opens, but nothing at AWS shows that it is of key material that you chose.',
  copyDone: 'Every copy that is needed was opened, and has the right check value.',
  withoutCopy: (sentence: string) =>
    `Without it, the deletion is refused unless you type “${sentence}”. The record says so.`,
  id: shortId,
} as const;

/** Which copy a material is in, as far as AWS keeps that. */
export const copyLine = (material: KeyMaterialView): string =>
  material.description === undefined ? 'AWS does not say which copy it is in.' : describedMaterial(material);

/** What is offered after an act, on a button. */
export const afterActWords = {
  'import-again': 'Import the material again',
  'enable-key': 'Enable',
  'cancel-deletion': 'Cancel deletion',
} as const;
