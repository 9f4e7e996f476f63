import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import type { Picked } from '../../../main/shared/contract';
import type { Result } from '../../../main/shared/result';
import type { ResumedOfflineView } from '../../../main/shared/views/unfinished';
import type { ParametersView } from '../../../main/shared/views/app';
import { api } from '../../base/api';
import { useVaultAhead } from '../../base/use-vault-ahead';
import { picked } from '../../base/work';
import { useCustody, type CustodyIntents } from '../../custody/use-custody';
import { reduce } from './reduce';
import { copyPurpose, custodyOf, materialChoice, willExportPlaintext } from './selectors';
import { firstState, type WrapOfflineAction, type WrapOfflineState } from './state';

/** What a person can ask for in this job, one function an intent. */
export interface WrapOfflineIntents {
  readonly dispatch: (action: WrapOfflineAction) => void;
  readonly chooseParameters: (what: 'files' | 'folder') => void;
  readonly dropParameters: (files: readonly File[]) => void;
  readonly custody: CustodyIntents;
  readonly wrapAndSave: () => void;
  readonly startOver: () => void;
}

/** How the job begins. */
export interface WrapOfflineStart {
  /** What the app was started with, read as import parameters. */
  readonly opened: Result<ParametersView> | undefined;
  /** Where it stopped the last time. */
  readonly resumed: ResumedOfflineView | undefined;
  /** They came when the parameters were chosen already. */
  readonly onNotOpened: () => void;
}

export function useWrapOffline({
  opened,
  resumed,
  onNotOpened,
}: WrapOfflineStart): readonly [WrapOfflineState, WrapOfflineIntents] {
  const [state, dispatch] = useReducer(reduce, resumed, firstState);
  const lastRequest = useRef(0);

  useEffect(() => api.onProgress((progress) => dispatch({ type: 'progressed', progress })), []);
  useEffect(() => () => void api.leaveJob({}), []);
  useVaultAhead();

  const takeParameters = async (ask: () => Promise<Result<Picked<ParametersView>>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'parametersAsked', requestId });
    dispatch({ type: 'parametersAnswered', requestId, result: await ask() });
  };
  const take = useEffectEvent((files: Result<ParametersView>) => {
    if (state.step === 'parameters') void takeParameters(() => Promise.resolve(picked(files)));
    else onNotOpened();
  });
  useEffect(() => {
    if (opened !== undefined) take(opened);
  }, [opened]);
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
  const purpose = state.step === 'material' ? copyPurpose(state) : undefined;
  const custody = useCustody(custodyOf(state), purpose, (action) => dispatch({ type: 'custody', action }));

  return [
    state,
    {
      dispatch,
      chooseParameters: (what) => {
        const files = what === 'files' ? 'ask' : 'ask-for-folder';
        void takeParameters(() => api.readParameters({ files }));
      },
      dropParameters: (files) => void takeParameters(() => api.readParameters({ files })),
      custody,
      wrapAndSave: () => void wrapAndSave(),
      startOver: () => {
        void api.leaveJob({});
        void api.prepareVault({});
        dispatch({ type: 'startedOver' });
      },
    },
  ];
}
