import { useEffect, useReducer, useRef } from 'react';
import type { Picked } from '../../../main/shared/contract';
import type { ReturnedMaterialView } from '../../../main/shared/views/app';
import { ok, type Result } from '../../../main/shared/result';
import { api } from '../../base/api';
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

  const take = async (ask: () => Promise<Result<Picked<ReturnedMaterialView>>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'returnedAsked', requestId });
    dispatch({ type: 'returnedAnswered', requestId, result: await ask() });
  };
  return [
    state,
    {
      dispatch,
      chooseFiles: () => void take(() => api.chooseReturnPackage({})),
      dropFiles: (files) =>
        void take(async () => {
          const result = await api.dropReturnPackage(files);
          return result.ok ? ok({ picked: true, value: result.value }) : result;
        }),
    },
  ];
}
