import type { Picked } from '../../main/shared/contract';
import type { AppError } from '../../main/shared/errors';
import type { Result } from '../../main/shared/result';
import type { FoundCopyView } from '../../main/shared/views/custody';
import { answered, idle, shownOf, startWork, type Work } from '../base/work';

/** What can happen to a copy before it is opened. */
export type CopyAction =
  | { readonly type: 'copyAsked'; readonly requestId: number }
  | {
      readonly type: 'copyAnswered';
      readonly requestId: number;
      readonly result: Result<Picked<FoundCopyView>>;
    }
  /** Nothing is at hand any more: the last share was removed, or main holds them no longer. */
  | { readonly type: 'copyLost'; readonly error?: AppError };

export function reduceCopy(copy: Work<FoundCopyView>, action: CopyAction): Work<FoundCopyView> {
  switch (action.type) {
    case 'copyAsked':
      return startWork(copy, action.requestId);
    case 'copyAnswered': {
      const next = answered(copy, action);
      return next.at === 'failed' && isCopyGone(next.error) ? lost(next.error) : next;
    }
    case 'copyLost':
      return lost(action.error);
  }
}

const lost = (error: AppError | undefined): Work<FoundCopyView> => (error ? { at: 'failed', error } : idle);

/** Whether main says that it holds the copy no longer. */
const isCopyGone = ({ code }: AppError): boolean => code === 'copy.gone';

/** What is left once it was tried to open the copy. Shares go when they were used, and with a process that ended. */
export function afterOpening(copy: Work<FoundCopyView>, error: AppError | undefined): Work<FoundCopyView> {
  if (error && isCopyGone(error)) return idle;
  return error === undefined || error.code === 'copy.cancelled' ? withoutShares(copy) : copy;
}

/** Shares are held by a process of their own, which ends when their place is left. */
export const withoutShares = (copy: Work<FoundCopyView>): Work<FoundCopyView> =>
  shownOf(copy)?.shares === undefined ? copy : idle;
