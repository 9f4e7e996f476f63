import { limits } from '../../../main/shared/limits';
import type { FinishedView } from '../../../main/shared/views/finished';
import { actJobName } from '../look-after/acts';
import { bothInstants } from '../shell/instants';

export const finishedWork = {
  title: 'Finished work',
  lead: `What is done stays here for ${limits.finishedWorkDays} days: its record, its summary and its card can still be saved. Nothing secret is kept.`,
  open: 'Open',
  openNamed: (name: string) => `Open ${name}`,
  opening: 'Opening…',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  question: {
    title: 'Remove this from the list?',
    text: 'Its record, its summary and its card can then no longer be saved. The key, and what was saved, stay as they are.',
    stay: 'Keep it',
    goOn: 'Remove now',
  },
  removed: 'Removed from the list.',
  showAll: (count: number) => `Show all ${count}`,
} as const;

/** `alias/orders for Bluescape`, or as much as is known. */
export function finishedName({ job, alias, keyId, receiverName }: FinishedView): string {
  const key = alias === undefined ? (keyId ?? 'a key') : `alias/${alias}`;
  switch (job) {
    case 'create-and-import':
      return receiverName === undefined ? key : `${key} for ${receiverName}`;
    case 'finish-import':
      return `Offline import into ${key}`;
    case 'import-again':
      return `Material imported again into ${key}`;
    case 'rotate':
      return `${key} rotated to new key material`;
    case 'add-receiver':
      return `${receiverName ?? 'A receiver'} added to ${key}`;
    case 'wrap-offline':
      return `Key material wrapped for ${key}`;
    default:
      return actJobName(job, key);
  }
}

/** When it ended, and whether its record is safe. */
export const finishedLine = ({ finishedAt, isRecordSaved }: FinishedView): string =>
  `Finished: ${bothInstants(new Date(finishedAt))}. ${isRecordSaved ? 'Record saved.' : 'Record not saved yet.'}`;
