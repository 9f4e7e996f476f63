import type { KeyRow } from '../../../main/shared/views/keys';
import { counted } from '../shell/counted';
import { localInstant } from '../shell/instants';

/** How a key stands, in the list. */
export const stateWords = {
  unreadable: 'Not visible to you',
  works: 'Works',
  'expires-soon': 'Works, expires soon',
  'expiry-reached': 'Expiry reached',
  disabled: 'Disabled',
  stopped: 'Stopped: material missing',
  'replica-empty': 'Material missing here',
  'never-had': 'Never had material',
  unsure: 'Waits for material',
  deletion: 'Waiting for deletion',
  'replica-deletion': 'Waiting for deletion',
  busy: 'AWS is changing it',
  other: 'In a state that Keyferry does not know',
} as const;

type StateName = keyof typeof stateWords;

/** What the person does next, on a button. */
export const nextWords = {
  'import-again': 'Import the material again',
  extend: 'Extend',
  finish: 'Finish this import',
  'enable-key': 'Enable',
  'cancel-deletion': 'Cancel deletion',
  remove: 'Remove',
  look: 'Show key',
} as const;

/** The same for screen readers, which read a button without its row. */
export const nextNamed = (action: keyof typeof nextWords, name: string): string =>
  `${nextWords[action]}: ${name}`;

/** How long the material still lasts. */
export function daysLeftWords(days: number): string {
  if (days < 0) return 'Expired';
  return days === 0 ? 'Less than a day left' : `${counted(days, 'day')} left`;
}

export const expiresWords = {
  urgent: 'urgent',
  soon: 'soon',
  never: 'Does not expire',
  unknown: 'Not known',
  over: 'Expired or deleted',
} as const;

/** `2 of 2 there`, `1 of 2 missing`. */
export function materialWords({
  materials,
  standing,
}: {
  materials: KeyRow['materials'];
  standing: StateName;
}) {
  if (standing === 'never-had') return 'None yet';
  if (materials === undefined) return standing === 'stopped' ? 'Missing' : 'Not read';
  const { there, needed } = materials;
  return there < needed ? `${needed - there} of ${needed} missing` : `${there} of ${needed} there`;
}

interface Reason {
  readonly row: KeyRow;
  /** Until its material expires. */
  readonly days: number | undefined;
  /** Whether somebody may be importing into it at the moment. */
  readonly isYoung: boolean;
}

const byOwnWork = 'Unfinished work on this computer belongs to it.';

/** Why a key needs attention, in one sentence. */
const reasons: Partial<Record<StateName, (reason: Reason) => string>> = {
  stopped: ({ row: { materials, unfinished } }) =>
    unfinished !== undefined
      ? byOwnWork
      : materials === undefined || materials.needed - materials.there < 2
        ? 'Nobody can use it: key material has expired or was deleted.'
        : `Nobody can use it: ${materials.needed - materials.there} materials have expired or were deleted.`,
  'expiry-reached': () => 'Its expiry has come: AWS was asked, and stops the key any moment now.',
  'expires-soon': ({ days = 0 }) =>
    days === 0
      ? 'It stops for everybody within a day.'
      : `It stops for everybody in ${counted(days, 'day')}, unless you extend it.`,
  disabled: ({ days }) =>
    days === undefined
      ? 'Nobody can use it until it is enabled.'
      : `Nobody can use it until it is enabled, and its material ${days < 0 ? 'expires now' : 'still expires'}.`,
  'replica-empty': () => 'Nobody can use this replica before it has the material of the primary key.',
  'never-had': ({ row: { unfinished }, isYoung }) => {
    if (unfinished !== undefined) return byOwnWork;
    return isYoung
      ? 'It may be in use: it was made less than a day ago, perhaps by a colleague who is importing.'
      : 'Made for an import that was never finished.';
  },
  unsure: ({ row: { unfinished }, isYoung }) => {
    if (unfinished !== undefined) return byOwnWork;
    return isYoung
      ? 'It may be in use: it was made less than a day ago, perhaps by a colleague who is importing.'
      : 'Nobody can use it. Keyferry cannot tell whether it ever had material, as AWS does not say.';
  },
  deletion: ({ row: { deletionAt } }) =>
    deletionAt === undefined
      ? 'Nobody can use it, and AWS will delete it.'
      : `Nobody can use it, and AWS deletes it on ${localInstant(new Date(deletionAt))}.`,
  'replica-deletion': () => 'Nobody can use it, and AWS deletes it once its replicas are gone.',
};

export const reasonWords = (standing: StateName, reason: Reason): string | undefined =>
  reasons[standing]?.(reason);
