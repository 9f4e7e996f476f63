import { useEffect, useReducer, useRef } from 'react';
import { api } from '../../base/api';
import type { Brought } from '../../base/work';
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

export function useRehearse(): readonly [RehearseState, RehearseIntents] {
  const [state, dispatch] = useReducer(reduce, nothingChosen);
  const lastRequest = useRef(0);
  useEffect(() => () => void api.leaveJob({}), []);

  const takeCopy = async (files: Brought): Promise<void> => {
    if (state.step !== 'form') return;
    const requestId = ++lastRequest.current;
    dispatch({ type: 'copyAsked', requestId });
    dispatch({ type: 'copyAnswered', requestId, result: await api.findCopy({ files }) });
  };
  const takeRecord = async (files: Brought): Promise<void> => {
    if (state.step !== 'form') return;
    const requestId = ++lastRequest.current;
    dispatch({ type: 'recordAsked', requestId });
    dispatch({ type: 'recordAnswered', requestId, result: await api.readCheckValue({ files }) });
  };
  const dropFiles = async (files: readonly File[]): Promise<void> => {
    const { copies, records } = sortDropped(files);
    if (copies.length > 0) await takeCopy(copies);
    if (records.length > 0) await takeRecord(records);
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
      chooseCopy: () => void takeCopy('ask'),
      chooseRecord: () => void takeRecord('ask'),
      dropFiles: (files) => void dropFiles(files),
      compare: () => void compare(),
      startOver: () => {
        void api.leaveJob({});
        dispatch({ type: 'startedOver' });
      },
    },
  ];
}
