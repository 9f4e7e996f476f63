import type { Expiry } from '../../../main/shared/views/aws';
import type {
  PlannedKeyView,
  UnconfirmedReason,
  UnfinishedRunView,
  UnfinishedView,
} from '../../../main/shared/views/unfinished';
import { actFacts } from '../look-after/acts';
import { bothInstants } from '../shell/instants';
import { knownRows } from '../shell/rows';

export const confirmWords = {
  title: 'Compare everything before you go on',
  because: {
    'no-keychain':
      'This computer has no key with which Keyferry could recognise its own notes. So another program could have changed this one, and nothing would show it.',
    'no-mac':
      'This note was written while this computer had no key for notes. So another program could have changed it, and nothing would show it.',
    'other-key':
      'The key under which this note was written is gone from this computer, and there is a new one. So nothing proves that Keyferry wrote this note.',
    'earlier-version':
      'An earlier version of Keyferry wrote this note. Those versions left no proof of it, so another program could have changed it, and nothing would show it.',
  } satisfies Record<UnconfirmedReason, string>,
  compareRun:
    'Compare every fact below with what you wanted: the receiver, the accounts, the names, the key policy. If one of them is not what you wanted, discard this work, and tell the person who looks after this computer.',
  compareOffline:
    'Compare every fact below with what you were given, and the fingerprint of the wrapping key with the other person, once more. If one of them differs, discard this work, and tell the person who looks after this computer.',
  compareAddition:
    'Compare the key ARN and the name of the receiver with what you wanted. What was typed the last time is left out, so type it anew. If the key or the receiver is not what you wanted, remove this from the list, and tell the person who looks after this computer.',
  box: 'I have compared these with what I wanted',
  boxText: 'The facts, what is done, and the key policy above.',
  boxTextNoPolicy: 'The facts above, and what is done.',
  boxMissing: 'Compare the facts above first, then tick the box.',
} as const;

const compares: Partial<Record<UnfinishedView['job'], string>> = {
  'wrap-offline': confirmWords.compareOffline,
  'add-receiver': confirmWords.compareAddition,
};

/** Why a person has to compare, and what. */
export function confirmText(job: UnfinishedView['job'], reason: UnconfirmedReason): string {
  const compare = compares[job] ?? confirmWords.compareRun;
  return `${confirmWords.because[reason]} ${compare}`;
}

/** What the note says beyond what is listed for all unfinished work. */
export function confirmRows(work: UnfinishedRunView): ReturnType<typeof knownRows> {
  const { planned, wrapping, wrapped, expiry, keyId, chosenKeyId, act } = work;
  return knownRows([
    ['Key ID', keyId],
    ['Chosen key', chosenKeyId],
    ...(planned ? plannedRows(planned) : []),
    ...(act ? actFacts(act) : []),
    ['Key material expires', expiry && expiryText(expiry)],
    ['Wrapping key', wrapping?.wrappingKeySpec],
    ['Wrapping algorithm', wrapping?.wrappingAlgorithm],
    ['Wrapped key material', wrapped && `SHA-256 with its import token: ${wrapped.pairSha256}`],
    ['Check value', wrapped?.checkValue],
  ]);
}

const expiryText = (expiry: Expiry): string =>
  expiry.kind === 'never' ? 'Never' : bothInstants(new Date(expiry.validTo));

function plannedRows(planned: PlannedKeyView): ReturnType<typeof knownRows> {
  const { receiver, description, tags, administrators, users, multiRegion, ceremonyTag } = planned;
  return knownRows([
    ['Receiver', receiver.name],
    ['Account of the receiver', receiver.accountId],
    [
      'AWS services of the receiver',
      receiver.asks ? undefined : receiver.needsGrants ? 'May use the key, by grants' : 'May not use it',
    ],
    ['Contact of the receiver', receiver.note?.contact],
    ['Key administrators', listed(administrators)],
    ['Key users', listed(users)],
    ['Description', description === '' ? 'None' : description],
    ['Tags', listed([...tags, ceremonyTag].map(({ key, value }) => `${key} = ${value}`))],
    ['Multi-Region key', multiRegion ? 'Yes' : 'No'],
  ]);
}

const listed = (values: readonly string[]): string => (values.length === 0 ? 'None' : values.join(', '));
