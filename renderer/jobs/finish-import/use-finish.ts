import { useEffect, useReducer, useRef } from 'react';
import { api } from '../../base/api';
import type { Brought } from '../../base/work';
import { reduce } from './reduce';
import { nothingReturned, type FinishAction, type FinishState } from './state';

export interface FinishIntents {
  readonly dispatch: (action: FinishAction) => void;
  readonly chooseFiles: () => void;
  readonly dropFiles: (files: readonly File[]) => void;
}

export function useFinish(): readonly [FinishState, FinishIntents] {
  const [state, dispatch] = useReducer(reduce, nothingReturned);
  const lastRequest = useRef(0);
  useEffect(() => () => void api.leaveJob({}), []);

  const take = async (files: Brought): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'returnedAsked', requestId });
    dispatch({ type: 'returnedAnswered', requestId, result: await api.readReturnPackage({ files }) });
  };
  return [state, { dispatch, chooseFiles: () => void take('ask'), dropFiles: (files) => void take(files) }];
}
