import type { KeyMaterialView, KeyRow } from '../../../main/shared/views/keys';
import type { Expiry } from '../../../main/shared/views/aws';
import { checkValueGroups } from '../custody/copies';
import { bothInstants, localDay } from '../shell/instants';

/** What a person wants of it: bring material back that is gone, or move its expiry. */
export type AgainAction = 'import-again' | 'extend';

export const againWords = {
  titles: { 'import-again': 'Import the material again', extend: 'Extend' },
  texts: {
    'import-again': 'Puts the same key material back, from its sealed copy or its shares.',
    extend: 'Moves the date on which its key material expires, without an outage.',
  },
  leads: {
    'import-again':
      'The same key material goes back into the same key. Its ARN, aliases, key policy and grants stay as they are, and what was encrypted with it can be read again.',
    extend:
      'The same key material is imported once more, with another expiration: AWS has no other way to change it. The key works all the while, and nothing else of it changes.',
  },
  running: { 'import-again': 'Importing the material again', extend: 'Extending' },
  wanted: 'What is wanted',
  copyTitle: 'The copy',
  copyText: 'Drop the sealed copy or the shares here. They are compared with this key before AWS is asked.',
  again: 'The copy, once more',
  expiryTitle: 'Expiration',
  reviewTitle: 'What will happen',
  back: 'Back to the key',
  copyMissing: 'Open the copy first.',
  offline: {
    title: 'With an offline computer',
    text: 'For a copy that may only be opened on a computer without a network. Fresh import parameters of this key go there on a stick, and the wrapped key material comes back.',
    save: 'Save import parameters',
    saving: 'Fetching the import parameters',
    saved: (fileName: string, folder: string) => `“${fileName}” is in “${folder}”. It is valid for 24 hours.`,
    next: [
      'Carry the file to the offline computer, and drop it on the window of Keyferry there.',
      'Choose “Restore a sealed copy” there, and then “Wrap and save”. Note the transfer code that it shows.',
      'Bring the return package back, and drop it on the home screen here. The expiration is chosen then.',
    ],
    staysOpen:
      'This is practice: leave Keyferry open until the import is finished. Its practice AWS forgets the rest when it is closed.',
  },
} as const;

/** When the material expires now, or did. */
export function expiredBefore({ state, validTo }: KeyRow): string {
  if (validTo !== undefined) {
    return `${state === 'Enabled' ? 'Until now' : 'Before'}: ${bothInstants(new Date(validTo))}.`;
  }
  return state === 'PendingImport'
    ? 'AWS does not say any more when the former one was.'
    : 'Until now: the key material does not expire.';
}

/** One material, with all that tells which copy it needs. */
export function wantedLine({ id, copy, description, notedAt, rotatedAt }: KeyMaterialView): string {
  const isOurs = copy !== undefined && notedAt === undefined;
  return [
    `Key material ${id.slice(0, 8)}…${id.slice(-4)}`,
    copy && `check value ${checkValueGroups(copy.checkValue)}`,
    copy?.kept?.as === 'shares' && `shares ${copy.kept.serial}`,
    notedAt !== undefined && `imported on this computer on ${localDay(new Date(notedAt))}`,
    description !== undefined && !isOurs && `described as “${description}”`,
    rotatedAt !== undefined && `in use since ${localDay(new Date(rotatedAt))}`,
  ]
    .filter((part) => part !== undefined && part !== false)
    .join(', ');
}

/** `1 of 2 is missing`, with what to do about the others. */
export function missingLine(missing: number, needed: number): string | undefined {
  return missing < 2
    ? undefined
    : `${missing} of ${needed} materials are missing. They are imported one after the other; the key works once all of them are back.`;
}

function untilText(expiry: Expiry | undefined): string {
  if (expiry === undefined) return '';
  return expiry.kind === 'never'
    ? ', which then does not expire'
    : `, which then expires ${bothInstants(new Date(expiry.validTo))}`;
}

/** All of it, in one sentence. */
export function reviewText(
  action: AgainAction,
  { aliases, keyId, region }: KeyRow,
  checkValue: string | undefined,
  expiry: Expiry | undefined,
): string {
  const [alias] = aliases;
  const key = `The key ${alias === undefined ? keyId : `alias/${alias}`} in ${region}`;
  const material =
    checkValue === undefined
      ? 'its key material'
      : `the key material with the check value ${checkValueGroups(checkValue)}`;
  return action === 'extend'
    ? `${key} keeps ${material}${untilText(expiry)}.`
    : `${key} gets ${material} back${untilText(expiry)}.`;
}
