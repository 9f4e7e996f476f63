import type { Hindrance } from '../../../main/shared/acts-by-state';
import type { ActName, KeyAct, KeyChange } from '../../../main/shared/views/acts';
import type { KeyRow } from '../../../main/shared/views/keys';
import type { Fact } from '../printed/fact';
import { rotateActs, waitingWords } from './acts-rotate';

/** What an act is called, and what it does, wherever it is named. */
interface ActWords {
  /** On the button, and in the title of its page. */
  readonly title: string;
  /** Beside the button: what happens. */
  readonly text: string;
  /** On its page: what it means for those who use the key, and the way back. */
  readonly lead: string;
  readonly running: string;
  /** How it ended, as a title; `key` is its name. */
  readonly done: (key: string) => string;
  readonly doneText: string;
  /** In lists of work, records and papers. */
  readonly job: string;
}

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
  ...rotateActs,
};

export const actsPanel = {
  title: 'What you can do',
  text: 'Nothing changes before you have read what will happen and confirmed it.',
  hindrances: {
    'enable-first': 'Enable the key first.',
    'import-first': 'Import the material again first.',
    'cancel-deletion-first': 'Cancel the deletion first.',
    'stopped-already': 'Nobody can use the key in its state.',
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
  nothingChanged: 'AWS had it so before. Nothing was changed.',
  listTitle: 'What to keep',
  listText: 'The record says what was done, by whom, and what AWS answered.',
  practice: 'This was practice: nothing of it is in AWS.',
} as const;

/** The title of the page of an act: `Disable: alias/orders`. */
export const actTitle = (act: ActName, name: string): string => `${actWords[act].title}: ${name}`;

/** What is about to happen, in one sentence. */
export function actReview(act: KeyAct, { region }: KeyRow, name: string): string {
  switch (act.do) {
    case 'disable-key':
      return `${name} in ${region} is disabled at once, for everybody.`;
    case 'enable-key':
      return `${name} in ${region} is enabled at once, for everybody whom its key policy and its grants let in.`;
    case 'rotate-now':
      return waitingWords.reviewRotate(name, region, act.materialId);
    case 'remove-waiting':
      return waitingWords.reviewRemove(name, region, act.materialId);
  }
}

/** `alias/orders: Disable a key`, in lists of work. */
export const actJobName = (act: ActName, key: string): string => `${actWords[act].job}: ${key}`;

const changeLabels: Record<KeyChange['what'], string> = {
  state: 'Key state',
  'current-material': 'Current key material',
  'waiting-material': 'Waiting key material',
};

/** One change as a fact: `Enabled, before Disabled`. */
export const changeFact = ({ what, name, before, after }: KeyChange): Fact => ({
  label: name === undefined ? changeLabels[what] : `${changeLabels[what]} ${name}`,
  value: `${after} (before: ${before})`,
});

/** What a person decided about an act; for comparing a note. */
export const actFacts = (act: KeyAct): readonly (readonly [string, string])[] => [
  ['What is done', actWords[act.do].job],
  ...('materialId' in act ? ([['Key material', act.materialId]] as const) : []),
];
