import { useEffect, useRef } from 'react';
import type { Picked } from '../../main/shared/contract';
import { definedOnly } from '../../main/shared/defined-only';
import { localError } from '../../main/shared/errors';
import { ok, type Result } from '../../main/shared/result';
import type { FoundCopyView } from '../../main/shared/views/custody';
import { api } from '../base/api';
import { useDeadline } from '../base/use-now';
import { picked, shownOf, type Brought, type Work } from '../base/work';
import type { CopyAction } from './copy-work';

/** What a person can ask for where a copy is brought, or share by share. */
export interface CopyIntents {
  readonly chooseCopy: () => void;
  readonly dropCopy: (files: readonly File[]) => void;
  /** @param typed UTF-8 */
  readonly typeShare: (typed: Uint8Array) => void;
  readonly removeShare: (number: number) => void;
}

/**
 * Brings copies to main, and shares to those that it holds; it gives them up as soon as the page shows them no more.
 *
 * @param copy undefined while the job shows nothing of it
 * @param isBusy while it is being opened, nothing can be brought
 */
export function useCopy(
  copy: Work<FoundCopyView> | undefined,
  isBusy: boolean,
  nextRequest: () => number,
  dispatch: (action: CopyAction) => void,
): CopyIntents {
  const shown = copy && shownOf(copy);
  const collected = shown?.shares && shown.handle;
  const latest = useRef({ copy, isBusy });
  /** The shares that main holds, known before the page has shown them. */
  const atMain = useRef(collected);
  const turn = useRef(Promise.resolve());
  useEffect(() => {
    latest.current = { copy, isBusy };
    atMain.current = collected;
  }, [copy, isBusy, collected]);
  useHeldShares(collected, shown?.shares?.heldUntil, dispatch);

  /** One after the other, so that what is brought twice within a moment ends among the same shares. */
  const take = (ask: (beside: string | undefined) => Promise<Result<Picked<FoundCopyView>>>): void => {
    turn.current = turn.current.then(async () => {
      if (latest.current.isBusy) return;
      const requestId = nextRequest();
      dispatch({ type: 'copyAsked', requestId });
      const result = await ask(atMain.current);
      const now = latest.current.copy;
      const isAwaited = now?.at === 'working' && now.requestId === requestId;
      if (result.ok && result.value.picked) {
        const { handle, shares } = result.value.value;
        if (isAwaited) atMain.current = shares && handle;
        // Their place was left meanwhile, and nobody will see them.
        else if (handle !== atMain.current) void api.removeShares({ copy: handle });
      }
      dispatch({ type: 'copyAnswered', requestId, result });
    });
  };
  const takeFiles = (files: Brought): void =>
    take((beside) => api.findCopy({ files, ...definedOnly({ beside }) }));
  const removeShare = async (number: number): Promise<void> => {
    if (collected === undefined || isBusy) return;
    const left = await api.removeShares({ copy: collected, number });
    if (!left.ok) take(() => Promise.resolve(left));
    else if (left.value === null) dispatch({ type: 'copyLost' });
    else {
      const { value } = left;
      take(() => Promise.resolve(picked(ok(value))));
    }
  };
  return {
    chooseCopy: () => takeFiles('ask'),
    dropCopy: takeFiles,
    typeShare: (typed) =>
      take(async (beside) => picked(await api.typeShare({ typed, beside: beside ?? 'none' }))),
    removeShare: (number) => void removeShare(number),
  };
}

/** Gives shares up once they are shown no more, and says so when main has overwritten them. */
function useHeldShares(
  handle: string | undefined,
  heldUntil: string | undefined,
  dispatch: (action: CopyAction) => void,
): void {
  useDeadline(heldUntil, () => dispatch({ type: 'copyLost', error: localError('custody', 'copy.gone') }));
  useEffect(() => {
    if (handle === undefined) return;
    return () => void api.removeShares({ copy: handle });
  }, [handle]);
}
