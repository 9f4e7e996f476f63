import type { RunRow } from './views/aws';
import type { UnfinishedOfflineView } from './views/unfinished';

/** Whether a call was sent, or was about to be sent, and its answer is unknown. */
export const isUncertain = (state: RunRow['state'] | undefined): boolean =>
  state === 'running' || state === 'unknown';

export const hasCopy = ({ custody }: Pick<UnfinishedOfflineView, 'custody'>): boolean =>
  custody !== undefined && custody.kept !== 'none';

/** Whether the import parameters of offline work have expired. */
export const isOverdue = ({ parametersValidTo }: UnfinishedOfflineView, now: Date): boolean =>
  parametersValidTo !== undefined && new Date(parametersValidTo) <= now;

/** Whether offline work can be resumed. */
export const canResumeOffline = (work: UnfinishedOfflineView, now: Date): boolean =>
  work.state !== 'saved' && !isOverdue(work, now);
