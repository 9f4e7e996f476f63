import type { KeyRow } from '../../../main/shared/views/keys';

/** How a key stands for those who use it; from its state and its dates, as AWS names them. */
export type Standing =
  /** This person may not describe it. */
  | 'unreadable'
  | 'works'
  | 'expires-soon'
  /** AWS still says that it works, but the date has come: it stops any moment. */
  | 'expiry-reached'
  | 'disabled'
  /** Had material, and has lost some or all of it. */
  | 'stopped'
  /** A replica without material: it is born so, and AWS does not say whether it ever had some. */
  | 'replica-empty'
  | 'never-had'
  /** Waits for material; AWS does not say whether it had some before. */
  | 'unsure'
  | 'deletion'
  | 'replica-deletion'
  /** Creating, or updating. */
  | 'busy'
  /** A state that this app does not know. */
  | 'other';

const dayMs = 86_400_000;

/** Within so many days an expiry needs attention; within the second, at once. */
export const soonDays = 30;
export const urgentDays = 7;

/** Whole days until then, rounded down: 0 is less than a day, and a day that is past is negative. */
export function daysUntil(instant: string, now: Date): number {
  return Math.floor((new Date(instant).getTime() - now.getTime()) / dayMs);
}

export function standingOf(row: KeyRow, now: Date): Standing {
  if (row.isUnreadable) return 'unreadable';
  switch (row.state) {
    case 'Enabled': {
      if (row.validTo === undefined) return 'works';
      const days = daysUntil(row.validTo, now);
      if (days < 0) return 'expiry-reached';
      return days < soonDays ? 'expires-soon' : 'works';
    }
    case 'Disabled':
      return 'disabled';
    case 'PendingImport':
      // AWS lists the materials of the primary for a replica as well, whether or not it ever had them.
      if (row.multiRegion === 'replica') return 'replica-empty';
      if (row.hadMaterial === 'yes') return 'stopped';
      return row.hadMaterial === 'no' ? 'never-had' : 'unsure';
    case 'PendingDeletion':
      return 'deletion';
    case 'PendingReplicaDeletion':
      return 'replica-deletion';
    case 'Creating':
    case 'Updating':
      return 'busy';
    default:
      return 'other';
  }
}

/** The one thing to do next; `look` where this app does it not, or it has to be read first. */
export type NextAction =
  'import-again' | 'extend' | 'finish' | 'enable-key' | 'cancel-deletion' | 'remove' | 'look';

const nextActions: Partial<Record<Standing, NextAction>> = {
  stopped: 'import-again',
  'expiry-reached': 'import-again',
  'replica-empty': 'import-again',
  'expires-soon': 'extend',
  disabled: 'enable-key',
  'never-had': 'remove',
  unsure: 'look',
  deletion: 'cancel-deletion',
  'replica-deletion': 'cancel-deletion',
};

const waiting: readonly Standing[] = ['never-had', 'unsure', 'stopped', 'replica-empty'];

/** What a key that needs attention needs next; undefined where none is needed. */
export function neededAction(row: KeyRow, standing: Standing, now: Date): NextAction | undefined {
  if (row.unfinished !== undefined && waiting.includes(standing)) return 'finish';
  return standing === 'never-had' && mayBeInUse(row, now) ? 'look' : nextActions[standing];
}

/** What can be done instead of finishing the work that was begun; undefined where that is all. */
export function actionBeside({ unfinished }: KeyRow, standing: Standing): NextAction | undefined {
  const own = nextActions[standing];
  const isBegun = unfinished !== undefined && waiting.includes(standing);
  return isBegun && own === 'import-again' ? own : undefined;
}

/**
 * Whether somebody may be importing into it at the moment: it waits for its first material, and is younger than a day.
 * Import parameters last as long.
 */
export function mayBeInUse(row: KeyRow, now: Date): boolean {
  const isWaiting = ['never-had', 'unsure'].includes(standingOf(row, now));
  return isWaiting && row.createdAt !== undefined && Date.parse(row.createdAt) > now.getTime() - dayMs;
}
