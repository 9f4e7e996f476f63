import { counted } from '../shell/counted';
import type { CandidateKey, RunRow, RunStep, NextAction } from '../../../main/shared/views/aws';
import type { AppError } from '../../../main/shared/errors';
import { bothInstants } from '../shell/instants';
import { renewedWords, stepWords } from './steps';

export const ceremonyRunPage = {
  running: 'Creating and importing',
  finishing: 'Importing',
  adding: 'Adding the receiver',
  again: 'Importing the material again',
  paused: 'Stopped on the way',
  lead: 'This takes a minute at most. Leave the window open.',
  pausedLead: 'Everything that is marked as done is done and stays. None of it is repeated.',
  list: 'Progress',
  stop: 'Stop after this step',
  stopping: 'Stopping after this step',
  stopWaiting: 'Stop waiting',
  waitLead: 'AWS may take five minutes to go by a change everywhere. You need not wait here.',
  waitText:
    'You can stop, or close the app: the rest stays in Unfinished work, and waits only for what is left of the time. In practice nothing is kept, and the wait is a few seconds.',
  stopText: 'A request that was sent to AWS is never cut off. You can continue from there.',
  goOn: 'Continue',
  starting: 'Starting',
  copyRequest: (operation: string) => `Copy request ID of ${operation}`,
  keyExists: 'The key exists already',
  keyArn: 'Key ARN',
  signInAgain: 'Sign in, then go on',
  newAlias: 'Another alias',
  newAliasText: 'The key already exists and keeps everything else.',
  newMaterial: 'Other key material',
  chooseKey: 'Key to go on with',
  chooseKeyText: 'The others stay as they are.',
  chooseKeyMissing: 'Choose a key first.',
} as const;

/** How long a row that only waits still takes: `4:05 left`. */
export function leftText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`;
}

/** One row of the running list. */
export function stepText({ step, state, isRenewed, regions }: RunRow): string {
  const words = isRenewed ? renewedWords : stepWords[step];
  const count = regions ? `: ${regions.there} of ${counted(regions.of, 'Region')}` : '';
  switch (state) {
    case 'waiting':
      return words.todo;
    case 'running':
      return `${words.doing}${count}`;
    case 'done':
      return words.done;
    case 'failed':
      return `Not done: ${lowerFirst(words.todo)}${count}`;
    case 'unknown':
      return `Not known whether done: ${lowerFirst(words.todo)}`;
    case 'skipped':
      return `Not needed: ${lowerFirst(words.todo)}`;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Name of the API operation behind a row; empty for what this computer does by itself. */
export function operationOf(step: RunStep): string {
  return stepWords[step].operation;
}

/** `0.4 s`. */
export function tookText(tookMs: number): string {
  return `${(tookMs / 1000).toFixed(1)} s`;
}

/** What is announced: the row that is being worked on. */
export function runAnnouncement(rows: readonly RunRow[]): string {
  const current = rows.find(({ state }) => state === 'running');
  return current ? stepText(current) : '';
}

const nextLabels: Record<NextAction, string> = {
  continue: 'Try again from here',
  'sign-in': 'Sign in again',
  'change-key': 'Change the key settings',
  'choose-key': 'Go on with this key',
  'change-alias': 'Go on with this alias',
  'change-material': 'Go on with this key material',
  'change-receiver': 'Back to the receiver',
  stop: 'Back to home',
};

export function nextLabel(next: NextAction): string {
  return nextLabels[next];
}

/** `Created Tue, 24 Nov 2026, 10:54 UTC; state PendingImport`: what tells one candidate from another. */
export function candidateText({ state, createdAt }: CandidateKey): string {
  const created = createdAt === undefined ? '' : `Created ${bothInstants(new Date(createdAt))}; `;
  return `${created}${created === '' ? 'State' : 'state'} ${state}`;
}

const retries: Record<AppError['retry'], string> = {
  same: 'Trying again is safe: nothing is done twice.',
  'change-input': 'Trying the same again would fail again; something has to be changed first.',
  'check-first': 'Before anything is tried again, Keyferry checks in AWS how things stand.',
  no: 'Trying again would not help.',
};

export function retryText(retry: AppError['retry']): string {
  return retries[retry];
}
