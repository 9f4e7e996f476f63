import { useEffect, useReducer, useRef } from 'react';
import type { Picked } from '../../../main/shared/contract';
import { ok, type Result } from '../../../main/shared/result';
import type { MaterialView, ParametersView } from '../../../main/shared/views';
import { api } from '../../api';
import { reduce } from './reduce';
import { materialChoice, materialExpectation, willExportPlaintext } from './selectors';
import { initialState, type WrapOfflineAction, type WrapOfflineState } from './state';

/** What a person can ask for in this job, one function an intent. */
export interface WrapOfflineIntents {
  readonly dispatch: (action: WrapOfflineAction) => void;
  readonly chooseParameters: (what: 'files' | 'folder') => void;
  readonly dropParameters: (files: readonly File[]) => void;
  readonly chooseMaterialFile: () => void;
  readonly dropMaterialFile: (files: readonly File[]) => void;
  readonly wrapAndSave: () => void;
  readonly startOver: () => void;
}

/** A drop has no dialog that could be dismissed. */
async function picked<T>(answer: Promise<Result<T>>): Promise<Result<Picked<T>>> {
  const result = await answer;
  return result.ok ? ok({ picked: true, value: result.value }) : result;
}

export function useWrapOffline(): readonly [WrapOfflineState, WrapOfflineIntents] {
  const [state, dispatch] = useReducer(reduce, initialState);
  const lastRequest = useRef(0);

  useEffect(() => api.onProgress((progress) => dispatch({ type: 'progressed', progress })), []);
  useEffect(() => () => void api.leaveJob({}), []);

  const takeParameters = async (ask: () => Promise<Result<Picked<ParametersView>>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'parametersAsked', requestId });
    dispatch({ type: 'parametersAnswered', requestId, result: await ask() });
  };
  const takeMaterial = async (ask: () => Promise<Result<Picked<MaterialView>>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'materialAsked', requestId });
    dispatch({ type: 'materialAnswered', requestId, result: await ask() });
  };
  const wrapAndSave = async (): Promise<void> => {
    if (state.step !== 'material') return;
    const requestId = ++lastRequest.current;
    dispatch({ type: 'wrapAsked', requestId });
    const material = materialChoice(state);
    if (material === undefined) return;
    const { parameters, wrappingAlgorithm, draft } = state;
    const result = await api.wrapAndSave({
      parameters: parameters.handle,
      wrappingAlgorithm,
      material,
      exportPlaintext: willExportPlaintext(draft),
    });
    dispatch({ type: 'wrapAnswered', requestId, result });
  };
  const expectation = state.step === 'material' ? materialExpectation(state) : undefined;

  return [
    state,
    {
      dispatch,
      chooseParameters: (what) => void takeParameters(() => api.chooseParameters({ what })),
      dropParameters: (files) => void takeParameters(() => picked(api.dropParameters(files))),
      chooseMaterialFile: () => {
        if (expectation) void takeMaterial(() => api.chooseMaterialFile(expectation));
      },
      dropMaterialFile: (files) => {
        if (expectation) void takeMaterial(() => picked(api.dropMaterialFile(expectation, files)));
      },
      wrapAndSave: () => void wrapAndSave(),
      startOver: () => {
        void api.leaveJob({});
        dispatch({ type: 'startedOver' });
      },
    },
  ];
}
