import { limits } from '../../../main/shared/limits';
import type { SavedRecordsView } from '../../../main/shared/views/saved';
import { counted, numeral } from '../shell/counted';

export const chooseWords = {
  all: 'Choose all keys on this page',
  one: (name: string, region: string) => `Choose ${name} in ${region}`,
  bar: 'Chosen keys',
  count: (count: number) => `${counted(count, 'key')} chosen`,
  tooMany: `At most ${limits.maxChosenKeys} keys can be chosen together.`,
  remind: 'Remind me of these',
  extend: 'Extend these',
  disable: 'Disable these',
  none: 'Choose none',
} as const;

export const manyRemind = {
  title: (count: number) => `Remind me: ${counted(count, 'key')}`,
  lead: 'One file for all chosen keys whose key material expires. The others need no reminder.',
  back: 'Back to the keys',
} as const;

export const manyPage = {
  title: (count: number) => `Disable: ${counted(count, 'key')}`,
  lead: 'Nobody can encrypt or decrypt with a disabled key, at once. Key, key material, policy and grants stay. Enabling each key on its page undoes this.',
  caption: 'Chosen keys',
  reviewTitle: 'What will happen',
  review: (count: number, all: number) =>
    count === all
      ? `${counted(count, 'key')} ${count === 1 ? 'is' : 'are'} disabled one after another, for everybody.`
      : `${counted(count, 'key')} ${count === 1 ? 'is' : 'are'} disabled one after another, for everybody. ${numeral(all - count)} of the chosen ${all - count === 1 ? 'keys is' : 'keys are'} left out.`,
  each: 'If one fails, the others are disabled all the same, and you see which one failed and why. Each key has a record of its own.',
  already: 'It is disabled already.',
  unknownState: 'Keyferry does not know its state.',
  nothing: 'None of the chosen keys can be disabled.',
  start: (count: number) => `Disable ${counted(count, 'key')}`,
  back: 'Back to the keys',
  running: 'Disabling the keys',
  progress: (done: number, all: number) => `${numeral(done)} of ${numeral(all)}`,
  runningText: 'Leave the window open. What is done stays done.',
  stop: 'Stop after this key',
  stopping: 'Stopping after this key',
  practice: 'This was practice: nothing of it is in AWS.',
  columns: { key: 'Key', region: 'Region', outcome: 'Outcome', next: 'Next step' },
  open: 'Show key',
  openNamed: (name: string) => `Show key: ${name}`,
  listTitle: 'What to keep',
  records: 'Save all records',
  unfinished: 'It stands in “Unfinished work” on the home screen, where you can go on with it.',
} as const;

/** How work with several keys has ended. */
export interface EndedWords {
  readonly title: (done: number, all: number) => string;
  readonly all: string;
  readonly some: string;
  /** Over what is saved of it. */
  readonly records: string;
}

export const disabledWords: EndedWords = {
  title: (done, all) => `${numeral(done)} of ${counted(all, 'key')} disabled`,
  all: 'Nobody can use them until they are enabled again.',
  some: 'The keys that are not disabled stand below with the reason. They are as they were, unless it says otherwise.',
  records:
    'One record for each key that was disabled, all in one folder. A record says what was done, by whom, and what AWS answered.',
};

/** How it stands with one of several keys. */
export type OutcomeWords = Readonly<
  Record<'waits' | 'working' | 'queued' | 'done' | 'left-out' | 'failed' | 'not-begun', string>
>;

export const outcomeWords: OutcomeWords = {
  waits: 'Will be disabled',
  working: 'Disabling',
  queued: 'Waits for its turn',
  done: 'Disabled',
  'left-out': 'Left out',
  failed: 'Not disabled',
  'not-begun': 'Not begun',
};

export function recordsSaved({ fileNames, cards, folderName }: SavedRecordsView): string {
  const records = counted(fileNames.length, 'record');
  const saved = cards === 0 ? records : `${records} and ${counted(cards, 'successor card')}`;
  return `${saved} saved in the folder ${folderName}`;
}
