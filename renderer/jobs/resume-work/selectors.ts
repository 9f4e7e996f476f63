import type { UnfinishedView } from '../../../main/shared/views/unfinished';

/** Whether this work made a key that nobody else relies on yet; the key of an offline import was there before. */
export const hasOwnKey = (work: UnfinishedView): boolean =>
  work.job === 'create-and-import' && work.keyArn !== undefined;
