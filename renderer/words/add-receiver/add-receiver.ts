import type { AdditionPlanView, GrantView, OpenAdditionView } from '../../../main/shared/views/addition';
import { revokePage } from '../look-after/acts-revoke';
import { listed } from '../shell/counted';
import { bothInstants } from '../shell/instants';

export const addReceiverPage = {
  title: 'Add the receiver',
  lead: (receiver: string, alias: string) =>
    `Lets ${receiver} use alias/${alias}, once it has said whom to let in. Nothing changes in AWS before you have seen the change.`,
  openLead: (key: string) =>
    `Lets another receiver use ${key}, beside those that may use it already. Nothing changes in AWS before you have seen the change.`,
  receiver: 'The receiver',
  key: 'The key',
  steps: (receiver: string) => `What ${receiver} asks for, in its order`,
  where: 'Typed in at',
  copyArn: 'Copy ARN',
  answer: (receiver: string) => `What ${receiver} gave you`,
  pastedOf: (receiver: string) =>
    `${receiver} made it for this key. What it allows is shown with the change.`,
  show: 'Show the change',
  reading: 'Reading what AWS has now',
  signIn: 'Sign in',
  signedIn: (arn: string, account: string) => `Signed in to account ${account} as ${arn}.`,
  otherAccount: (own: string, keys: string) =>
    `You are signed in to account ${own}; the key is in account ${keys}.`,
  signInToAccount: 'Sign in to the account of the key.',
  discard: 'Remove from the list',
} as const;

export const changePage = {
  title: 'The change',
  lead: 'This is what AWS will be asked for. Nothing has been changed so far.',
  back: 'Back',
  what: 'What is added',
  stays: 'Everything else in the key policy stays as it is, character by character.',
  isThere: {
    title: 'AWS has this already',
    text: 'Nothing is sent that changes anything. It is only read back and compared.',
  },
  before: 'Key policy as it is now',
  after: 'Key policy as it will be, with what is added marked',
  grantStays: 'The key policy stays as it is.',
  submit: (plan: AdditionPlanView): string => {
    if (plan.isThere) return 'Read it back';
    return plan.change.by === 'policy' ? 'Change the key policy' : 'Make the grant';
  },
} as const;

/** The title of the page where a person says whom to let in. */
export const formTitle = ({ isOpened }: OpenAdditionView): string =>
  isOpened ? revokePage.allow : addReceiverPage.title;

export const formLead = ({ isOpened, alias, keyId, receiver }: OpenAdditionView): string =>
  isOpened
    ? addReceiverPage.openLead(alias === '' ? keyId : `alias/${alias}`)
    : addReceiverPage.lead(receiver.name, alias);

/** A grant in one sentence. */
export function grantSentence({ operations, retiring }: GrantView, receiver: string): string {
  const back = retiring === undefined ? '' : ' It may be given back by the receiver itself.';
  return `A grant lets ${receiver} use the key for ${listed(operations)}, and for nothing else.${back}`;
}

/** Label and value of each part of a grant. */
export function grantRows({ name, grantee, retiring }: GrantView): readonly (readonly [string, string])[] {
  return [
    ['Who may use the key', grantee],
    ['Who may give the grant back', retiring ?? 'Nobody but you'],
    ['Name of the grant', name],
  ];
}

export const addedPage = {
  title: 'Receiver added',
  done: (receiver: string) => `${receiver} can use the key`,
  doneText: {
    policy: 'The key policy was changed, read back from AWS, and is the one that you saw.',
    grant: 'The grant was made, read back from AWS, and is the one that you saw.',
  },
  wasThereText: 'AWS had it already. It was read back, and nothing was changed.',
  practiceDone: 'You have practised the whole job',
  practiceText: 'Nothing was changed in AWS.',
  next: (receiver: string) => `Go on at ${receiver}`,
  aftercare: 'Good to know afterwards',
} as const;

/** On the last page of the work that made the key. */
export const toBeAdded = {
  title: 'Receiver to be added',
  text: (receiver: string) =>
    `The key is ready, and ${receiver} is not let in yet: it says whom to let in only once it knows the ARN. Give it the ARN first, and come back with its answer.`,
  later:
    'You can do this now or on another day: until then it is listed under “Unfinished work” on the home screen.',
  practiceLater: 'A practice run is not kept: it ends when you leave it.',
  add: 'Add the receiver',
} as const;

/** On work that was finished before. */
export const addedSince = {
  open: (receiver: string) => `${receiver} is still to be added`,
  openText:
    'The key was made without it, and it may not use the key yet. “Unfinished work” on the home screen has “Add the receiver”.',
  done: (receiver: string, addedAt: string) => `${receiver} was added on ${bothInstants(new Date(addedAt))}`,
  doneText: 'The key was made without it. The record of the addition is under “Finished work” by itself.',
} as const;
