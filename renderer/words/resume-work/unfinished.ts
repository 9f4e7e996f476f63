import type { RunRow } from '../../../main/shared/views/aws';
import type { ViewOf } from '../../../main/shared/contract';
import type {
  UnfinishedAdditionView,
  UnfinishedRunView,
  UnfinishedView,
} from '../../../main/shared/views/unfinished';
import { isUncertain } from '../../../main/shared/unfinished';
import { custodyRows } from '../custody/copies';
import { actJobName } from '../look-after/acts';
import { bothInstants } from '../shell/instants';
import { knownRows, type Row } from '../shell/rows';
import { offlineDiscardText, offlineLine, offlineName } from './unfinished-offline';

export const unfinishedWork = {
  title: 'Unfinished work',
  lead: 'These stopped on the way, or wait for their receiver. What is done in AWS stays, and going on repeats none of it.',
  add: 'Add the receiver',
  addNamed: (receiver: string, key: string) => `Add the receiver ${receiver} to alias/${key}`,
  open: 'Resume or discard',
  openNamed: (name: string) => `Resume or discard ${name}`,
  started: 'Started',
} as const;

export const unfinishedPage = {
  title: 'Unfinished work',
  lead: 'Sign in to the account that it began in. Anything uncertain is checked in AWS before anything is sent.',
  done: 'What is done, and what is missing',
  policyText:
    'Who may do what with the key, in plain words. Keyferry has composed it again from the facts of this work.',
  signIn: 'Sign in',
  signInToDelete: 'Sign in, if the key is to be deleted',
  otherAccount: (own: string, runs: string) =>
    `You are signed in to account ${own}; this work began in account ${runs}.`,
  signInToAccount: 'Sign in to the account that it began in.',
  resume: 'Resume',
  stoppedText: 'Nothing more is sent for this key. Discard it, and create another one.',
  discard: 'Discard',
  discardTitle: 'Discard this work',
  discardText: {
    deleted: 'Keyferry forgets this work, and AWS is asked to delete the key.',
    key: 'Keyferry forgets this work. The key in your account stays as it is, until somebody deletes it.',
    act: 'Keyferry forgets this work, and sends nothing more for it. What is done of it in AWS stays as it is.',
    rotate:
      'Keyferry forgets this work. The key stays as it is. If new key material waits on it, you can rotate to it, or remove it, on the page of the key.',
    noKey: 'Keyferry forgets this work. As far as it knows, no key was created.',
    addition:
      'Keyferry forgets that this receiver is to be added. The key stays as it is. If the receiver needs it, add it in the AWS console, or with the AWS CLI.',
    unknown:
      'Keyferry forgets this work. It is not known whether AWS created the key: a key with the tag keyferry:ceremony may exist in your account.',
  },
  deleteKey: 'Also schedule the deletion of the key',
  deleteKeyText:
    'AWS deletes it after 30 days. Until then you can cancel the deletion in the AWS console; nobody can use the key in the meantime.',
  deleteKeyNeedsSignIn: 'Sign in first: then the deletion of the key can be scheduled as well.',
  discardNow: 'Discard now',
  keep: 'Keep it',
  discarded: 'Discarded',
  notDiscarded: 'Not forgotten yet',
  discardedText: 'This work is no longer listed.',
  stillListed:
    'The note of this work could not be removed from this computer, so it will be listed again. Make sure that the disk can be written to, then discard it once more.',
  deletionAt: (when: string) => `AWS will delete the key on ${when}, unless somebody cancels that.`,
  keyStays: (arn: string) =>
    `The key stays in your AWS account, where “Look after imported keys” shows it: ${arn}.`,
  material: 'The key material, once more',
  older: {
    run: 'The last note of this work was damaged, so this is how it stood one step earlier. Anything that this leaves open is checked in AWS before anything is sent.',
    offline:
      'The last note of this work was damaged, so this is how it stood one step earlier. Check whether the copy or the wrapped files are already there.',
  },
} as const;

/** How discarding ended. */
export type Discarded = ViewOf<'discardRun'>;

/** What forgetting the work leaves behind. */
export function discardText(work: UnfinishedView, deletesKey: boolean): string {
  if (work.job === 'wrap-offline') return offlineDiscardText(work);
  if (work.job === 'add-receiver') return unfinishedPage.discardText.addition;
  if (work.job === 'act') return unfinishedPage.discardText.act;
  if (work.job === 'rotate') return unfinishedPage.discardText.rotate;
  const { keyArn, rows } = work;
  const { deleted, key, noKey, unknown } = unfinishedPage.discardText;
  if (deletesKey) return deleted;
  if (keyArn !== undefined) return key;
  return isUncertain(stateOf(rows, 'create-key')) ? unknown : noKey;
}

/**
 * What became of the work and of its key.
 *
 * @param keyArn of the key that the work leaves behind, if it has one
 */
export function discardedText({ isForgotten, deletionAt }: Discarded, keyArn?: string): string {
  const forgotten = isForgotten ? unfinishedPage.discardedText : unfinishedPage.stillListed;
  if (deletionAt === undefined) {
    return keyArn === undefined ? forgotten : `${forgotten} ${unfinishedPage.keyStays(keyArn)}`;
  }
  return `${forgotten} ${unfinishedPage.deletionAt(bothInstants(new Date(deletionAt)))}`;
}

/** `alias/orders for Bluescape`, or as much as is known. */
export function unfinishedName(work: UnfinishedView): string {
  if (work.job === 'wrap-offline') return offlineName(work);
  if (work.job === 'add-receiver') return `${work.receiver.name} to be added to alias/${work.alias}`;
  const { alias, receiverName, keyId, job } = work;
  const key = alias === undefined ? (keyId ?? 'A key') : `alias/${alias}`;
  if (work.act !== undefined) return actJobName(work.act.do, key);
  if (job === 'finish-import') return `Offline import into ${key}`;
  if (job === 'rotate') return `Rotation of ${key}`;
  if (job === 'import-again') return `Material imported again into ${key}`;
  return receiverName === undefined || receiverName === '' ? key : `${key} for ${receiverName}`;
}

/** The button that opens it, for screen readers. */
export function openLabel(work: UnfinishedView): string {
  return work.job === 'add-receiver'
    ? unfinishedWork.addNamed(work.receiver.name, work.alias)
    : unfinishedWork.openNamed(unfinishedName(work));
}

/** Said where the last note could not be used; undefined where it could. */
export function olderText({ isOlder, job }: UnfinishedView): string | undefined {
  if (!isOlder) return undefined;
  return job === 'wrap-offline' ? unfinishedPage.older.offline : unfinishedPage.older.run;
}

/** How it stands, for the list on the home screen. */
export function standLine(work: UnfinishedView, now: Date): string {
  if (work.job === 'wrap-offline') return offlineLine(work, now);
  return work.job === 'add-receiver' ? additionLine(work) : progressLine(work);
}

const additionLine = ({ isUncertain: mayBeThere }: UnfinishedAdditionView): string =>
  mayBeThere
    ? 'Whether the receiver was added has to be looked up.'
    : 'The key is ready, and its receiver is not let in yet.';

/** How far it got, in one line. */
export function progressLine(work: UnfinishedRunView): string {
  const { keyArn, rows, job } = work;
  if (job === 'act') return actLine(rows);
  if (rows.every(({ state }) => state === 'done' || state === 'skipped')) {
    return 'Everything is done; only the summary was not shown.';
  }
  if (isDone(rows, 'import')) return 'The key material is imported; the last checks are missing.';
  if (isUncertain(stateOf(rows, 'import')))
    return 'Whether the key material was imported has to be looked up.';
  if (keyArn !== undefined) return 'The key exists; its key material is not imported yet.';
  return isUncertain(stateOf(rows, 'create-key'))
    ? 'Whether the key was created has to be looked up.'
    : 'No key was created yet.';
}

function actLine(rows: readonly RunRow[]): string {
  if (rows.some(({ state }) => isUncertain(state))) return 'Whether all of it was done has to be looked up.';
  if (isDone(rows, 'revoke-grants')) {
    return 'The receiver is revoked; the second look at its grants is missing.';
  }
  return rows.some(({ state }) => state === 'done') ? 'Some of it is done.' : 'None of it is done.';
}

const stateOf = (rows: readonly RunRow[], step: RunRow['step']) =>
  rows.find((row) => row.step === step)?.state;
const isDone = (rows: readonly RunRow[], step: RunRow['step']): boolean => stateOf(rows, step) === 'done';

/** What is known to exist, and how long it can be used. */
export function existingRows(work: UnfinishedRunView, now: Date): ReturnType<typeof knownRows> {
  const rows: readonly Row[] = [
    ['AWS account', work.accountId],
    ['AWS Region', work.region],
    ['Key ARN', work.keyArn ?? 'None is known'],
    ['Alias', work.alias === undefined ? undefined : `alias/${work.alias}`],
    [unfinishedWork.started, bothInstants(new Date(work.startedAt))],
    ['Import parameters', validityText(work, now)],
    ...(work.custody ? custodyRows(work.custody) : []),
  ];
  return knownRows(rows);
}

function validityText({ parametersValidTo, rows }: UnfinishedRunView, now: Date): string | undefined {
  if (parametersValidTo === undefined || isDone(rows, 'import')) return undefined;
  const until = new Date(parametersValidTo);
  return until <= now
    ? 'Expired; fresh ones are fetched'
    : `Valid until ${bothInstants(until)}; fresh ones are fetched all the same`;
}
