import { useEffect, useReducer, useRef } from 'react';
import type { Picked } from '../../../main/shared/contract';
import type { FoundCopyView, RecordView } from '../../../main/shared/views/custody';
import { ok, type Result } from '../../../main/shared/result';
import { api } from '../../base/api';
import { sortDropped } from '../../intake/copy-files';
import { reduce } from './reduce';
import { rehearsalRequest } from './selectors';
import { nothingChosen, type RehearseAction, type RehearseState } from './state';

export interface RehearseIntents {
  readonly dispatch: (action: RehearseAction) => void;
  readonly chooseCopy: () => void;
  readonly chooseRecord: () => void;
  /** Takes copies, records, or both at once. */
  readonly dropFiles: (files: readonly File[]) => void;
  readonly compare: () => void;
  readonly startOver: () => void;
}

/** A drop has no dialog that could be dismissed. */
async function picked<T>(answer: Promise<Result<T>>): Promise<Result<Picked<T>>> {
  const result = await answer;
  return result.ok ? ok({ picked: true, value: result.value }) : result;
}

export function useRehearse(): readonly [RehearseState, RehearseIntents] {
  const [state, dispatch] = useReducer(reduce, nothingChosen);
  const lastRequest = useRef(0);
  useEffect(() => () => void api.leaveJob({}), []);

  const takeCopy = async (ask: () => Promise<Result<Picked<FoundCopyView>>>): Promise<void> => {
    if (state.step !== 'form') return;
    const requestId = ++lastRequest.current;
    dispatch({ type: 'copyAsked', requestId });
    dispatch({ type: 'copyAnswered', requestId, result: await ask() });
  };
  const takeRecord = async (ask: () => Promise<Result<Picked<RecordView>>>): Promise<void> => {
    if (state.step !== 'form') return;
    const requestId = ++lastRequest.current;
    dispatch({ type: 'recordAsked', requestId });
    dispatch({ type: 'recordAnswered', requestId, result: await ask() });
  };
  const dropFiles = async (files: readonly File[]): Promise<void> => {
    const { copies, records } = sortDropped(files);
    if (copies.length > 0) await takeCopy(() => picked(api.dropCopy(copies)));
    if (records.length > 0) await takeRecord(() => picked(api.dropRecord(records)));
  };
  const compare = async (): Promise<void> => {
    if (state.step !== 'form') return;
    const request = rehearsalRequest(state);
    if (request === undefined) {
      dispatch({ type: 'compareAskedTooEarly' });
      return;
    }
    const requestId = ++lastRequest.current;
    dispatch({ type: 'compareAsked', requestId });
    dispatch({ type: 'compareAnswered', requestId, result: await api.rehearseRestore(request) });
  };

  return [
    state,
    {
      dispatch,
      chooseCopy: () => void takeCopy(() => api.chooseCopy({})),
      chooseRecord: () => void takeRecord(() => api.chooseRecord({})),
      dropFiles: (files) => void dropFiles(files),
      compare: () => void compare(),
      startOver: () => {
        void api.leaveJob({});
        dispatch({ type: 'startedOver' });
      },
    },
  ];
}
