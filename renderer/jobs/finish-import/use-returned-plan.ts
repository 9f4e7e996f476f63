import { useEffect, useState } from 'react';
import type { RequestOf, ResultOf } from '../../../main/shared/contract';
import { api } from '../../base/api';

/** What AWS answers before a key is rotated to what came back. */
export interface ReturnedPlan {
  /** Undefined while AWS is asked. */
  readonly planned: ResultOf<'planReturned'> | undefined;
  readonly askAgain: () => void;
}

/** @param request undefined where nothing is rotated, or something is missing; then AWS is not asked. */
export function useReturnedPlan(request: RequestOf<'planReturned'> | undefined): ReturnedPlan {
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<{ readonly to: string; readonly planned: ResultOf<'planReturned'> }>();
  const wanted = request && JSON.stringify({ ...request, asked });
  useEffect(() => {
    if (wanted === undefined) return;
    let isOver = false;
    const { returned, session, keyId } = JSON.parse(wanted) as RequestOf<'planReturned'>;
    void api
      .planReturned({ returned, session, ...(keyId === undefined ? {} : { keyId }) })
      .then((planned) => {
        if (!isOver) setAnswer({ to: wanted, planned });
      });
    return () => {
      isOver = true;
    };
  }, [wanted]);
  return {
    // An answer to an earlier question says nothing of this one.
    planned: answer?.to === wanted ? answer?.planned : undefined,
    askAgain: () => setAsked(asked + 1),
  };
}
