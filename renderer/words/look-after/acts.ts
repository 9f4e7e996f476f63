import type { Hindrance } from '../../../main/shared/acts-by-state';
import type { ActedView, ActName, ActPlanView, KeyAct, KeyChange } from '../../../main/shared/views/acts';
import type { KeyRow } from '../../../main/shared/views/keys';
import type { Fact } from '../printed/fact';
import type { ActWords } from './act-words';
import { aliasReview, labelReview, labelWords } from './acts-labels';
import { replicaReview, replicaWords } from './acts-replica';
import { revokeChangeFact, revokeFacts, revokePage, revokeReview, revokeWords } from './acts-revoke';
import { changeValue, endText, endTitle, reviewOfStop, stopFacts, stopWords } from './acts-stop';
import { rotateActs, rotateWords, waitingWords } from './acts-rotate';
import { againWords, type AgainAction } from './import-again';

export const actWords: Readonly<Record<ActName, ActWords>> = {
  'disable-key': {
    title: 'Disable',
    text: 'Stops everybody who uses the key, at once. Enable brings it back.',
    lead: 'From then on nobody can encrypt or decrypt with the key: not the receiver, not your own people. The key, its key material, its policy and its grants stay, and so does the date on which its key material expires. Enabling it undoes this.',
    running: 'Disabling the key',
    done: (key) => `${key} is disabled`,
    doneText: 'Nobody can use it until it is enabled again.',
    job: 'Disable a key',
  },
  'enable-key': {
    title: 'Enable',
    text: 'Lets everybody use the key again whom its policy and its grants let in.',
    lead: 'The key works again as it did before: for everybody whom its key policy and its grants let in.',
    running: 'Enabling the key',
    done: (key) => `${key} is enabled`,
    doneText: 'Everybody whom its key policy and its grants let in can use it again.',
    job: 'Enable a key',
  },
  ...stopWords,
  'revoke-receiver': revokeWords,
  ...labelWords,
  'replicate-key': replicaWords,
  ...rotateActs,
};

/** What an action is called on the key's page, and what happens, an import as well. */
const wordsOfAction = (
  action: ActName | AgainAction | 'rotate',
): { readonly title: string; readonly text: string } => {
  if (action === 'rotate') return rotateWords;
  return action === 'import-again' || action === 'extend'
    ? { title: againWords.titles[action], text: againWords.texts[action] }
    : actWords[action];
};

export const actionTitle = (action: ActName | AgainAction | 'rotate'): string => wordsOfAction(action).title;

/** Beside its button: what happens. */
export const actionText = (action: ActName | AgainAction | 'rotate'): string => wordsOfAction(action).text;

export const actsPanel = {
  title: 'What you can do',
  text: 'Nothing changes before you have read what will happen and confirmed it.',
  hindrances: {
    'enable-first': 'Enable the key first.',
    'import-first': 'Import the material again first.',
    'cancel-deletion-first': 'Cancel the deletion first.',
    'stopped-already': 'Nobody can use the key in its state.',
    'no-material': 'No key material of it is at AWS.',
    'primary-only': 'Only the primary key can be replicated.',
    'waiting-first': 'New key material waits already: rotate to it, or remove it first.',
    'new-key-instead':
      'AWS rotates keys for symmetric encryption only. For this one, create a new key of the same kind and have the alias moved to it.',
    'on-the-primary': 'This is a replica. Open the primary key in its Region.',
    busy: 'AWS is at work on the key. Read it again in a moment.',
  } satisfies Record<Hindrance, string>,
} as const;

export const actPage = {
  reading: 'Asking AWS how the key is now',
  reviewTitle: 'What will happen',
  back: 'Back to the key',
  toKey: 'Back to the key',
  missing: 'IAM says that you may not do this. AWS may refuse it, unless the key policy allows it to you.',
  missingCopy: 'Copy the IAM statement for your administrator',
  typeTitle: 'Confirm',
  typeLabel: (text: string) => `Type ${text}`,
  typeMissing: (text: string) => `Type ${text} first.`,
  changedTitle: 'What changed',
  stateNow: 'As AWS answered last',
  nothingChanged: 'AWS had it so before. Nothing was changed.',
  listTitle: 'What to keep',
  listText: 'The record says what was done, by whom, and what AWS answered.',
  practice: 'This was practice: nothing of it is in AWS.',
} as const;

/** The title of the page of an act: `Disable: alias/orders`. */
export const actTitle = (act: KeyAct, name: string): string =>
  `${act.do === 'revoke-receiver' ? revokePage.button(act.accountId) : actWords[act.do].title}: ${name}`;

/** What is about to happen, in one sentence. */
export function actReview(act: KeyAct, { region }: KeyRow, name: string, plan?: ActPlanView): string {
  switch (act.do) {
    case 'disable-key':
      return `${name} in ${region} is disabled at once, for everybody.`;
    case 'enable-key':
      return `${name} in ${region} is enabled at once, for everybody whom its key policy and its grants let in.`;
    case 'schedule-deletion':
    case 'cancel-deletion':
    case 'delete-material':
      return reviewOfStop(act, region, name, plan);
    case 'revoke-receiver':
      return revokeReview(act.accountId, act.grants.length, `${name} in ${region}`);
    case 'relabel-key':
      return labelReview(act, name);
    case 'give-alias':
    case 'move-alias':
    case 'remove-alias':
      return aliasReview(act, name);
    case 'replicate-key':
      return replicaReview(act.to, name);
    case 'rotate-now':
      return waitingWords.reviewRotate(name, region, act.materialId);
    case 'remove-waiting':
      return waitingWords.reviewRemove(name, region, act.materialId);
  }
}

/** How an act ended, as a title. */
export function actedTitle(acted: ActedView): string {
  const { act, alias, keyId } = acted;
  const name = alias === undefined ? keyId : `alias/${alias}`;
  return endTitle(acted, name) ?? actWords[act.do].done(name);
}

/** What the end of an act means, as AWS answered it. */
export const actedText = (acted: ActedView): string => endText(acted) ?? actWords[acted.act.do].doneText;

/** `alias/orders: Disable a key`, in lists of work. */
export const actJobName = (act: ActName, key: string): string => `${actWords[act].job}: ${key}`;

const changeLabels: Record<KeyChange['what'], string> = {
  state: 'Key state',
  'deletion-date': 'Deleted by AWS on',
  material: 'Key material at AWS',
  policy: 'Key policy',
  grant: 'Grant',
  description: 'Description',
  tag: 'Tag',
  alias: 'Alias',
  replica: 'Replica in',
  'current-material': 'Current key material',
  'waiting-material': 'Waiting key material',
};

/** One change as a fact: `Enabled, before Disabled`. */
export function changeFact(change: KeyChange): Fact {
  const { what, name, before, after } = change;
  return (
    revokeChangeFact(change) ?? {
      label: name === undefined ? changeLabels[what] : `${changeLabels[what]} ${name}`,
      value: `${orNothing(changeValue(what, after))} (before: ${orNothing(changeValue(what, before))})`,
    }
  );
}

const orNothing = (text: string): string => (text === '' ? 'none' : text);

/** What a person decided about an act; for comparing a note. */
export const actFacts = (act: KeyAct): readonly (readonly [string, string])[] => [
  ['What is done', actWords[act.do].job],
  ...stopFacts(act),
  ...(act.do === 'revoke-receiver' ? revokeFacts(act) : []),
  ...decided(act),
  ...('materialId' in act ? ([['Key material', act.materialId]] as const) : []),
];

function decided(act: KeyAct): readonly (readonly [string, string])[] {
  switch (act.do) {
    case 'relabel-key':
      return [
        ...(act.description === undefined ? [] : [['Description', orNothing(act.description)] as const]),
        ...act.set.map(({ key, value }) => [`Tag ${key}`, orNothing(value)] as const),
        ...act.removed.map((key) => [`Tag ${key}`, 'Removed'] as const),
      ];
    case 'give-alias':
    case 'move-alias':
    case 'remove-alias':
      return [['Alias', `alias/${act.alias}`]];
    case 'replicate-key':
      return [['Region of the replica', act.to]];
    default:
      return [];
  }
}
