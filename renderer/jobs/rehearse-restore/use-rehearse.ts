import { useEffect, useReducer, useRef } from 'react';
import { api } from '../../base/api';
import { useVaultAhead } from '../../base/use-vault-ahead';
import type { Brought } from '../../base/work';
import { sortDropped } from '../../intake/copy-files';
import { useCopy, type CopyIntents } from '../../intake/use-copy';
import { reduce } from './reduce';
import { copyIn, rehearsalRequest } from './selectors';
import { nothingChosen, type RehearseAction, type RehearseState } from './state';

export interface RehearseIntents extends Omit<CopyIntents, 'dropCopy'> {
  readonly dispatch: (action: RehearseAction) => void;
  readonly chooseRecord: () => void;
  /** Takes copies, records, or both at once. */
  readonly dropFiles: (files: readonly File[]) => void;
  readonly compare: () => void;
  readonly startOver: () => void;
}

export function useRehearse(): readonly [RehearseState, RehearseIntents] {
  const [state, dispatch] = useReducer(reduce, nothingChosen);
  const lastRequest = useRef(0);
  const copies = useCopy(copyIn(state), state.step === 'comparing', () => ++lastRequest.current, dispatch);
  useEffect(() => () => void api.leaveJob({}), []);
  useVaultAhead();

  const takeRecord = async (files: Brought): Promise<void> => {
    if (state.step !== 'form') return;
    const requestId = ++lastRequest.current;
    dispatch({ type: 'recordAsked', requestId });
    dispatch({ type: 'recordAnswered', requestId, result: await api.readCheckValue({ files }) });
  };
  const dropFiles = (files: readonly File[]): void => {
    const sorted = sortDropped(files);
    if (state.step !== 'form') return;
    if (sorted.copies.length > 0) copies.dropCopy(sorted.copies);
    if (sorted.records.length > 0) void takeRecord(sorted.records);
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
      ...copies,
      chooseRecord: () => void takeRecord('ask'),
      dropFiles,
      compare: () => void compare(),
      startOver: () => {
        void api.leaveJob({});
        void api.prepareVault({});
        dispatch({ type: 'startedOver' });
      },
    },
  ];
}
