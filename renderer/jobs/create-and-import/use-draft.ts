import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import type { MaterialExpectation, Picked } from '../../../main/shared/contract';
import { ok, type Result } from '../../../main/shared/result';
import type { MaterialView } from '../../../main/shared/views';
import { api } from '../../api';
import { regionOfProfiles, signedInFor } from '../../sign-in/selectors';
import type { SignInState } from '../../sign-in/state';
import { reduce } from './reduce';
import { keyDraft, materialLength } from './selectors';
import { newDraft, type DraftAction, type DraftState } from './state';

export interface DraftIntents {
  readonly dispatch: (action: DraftAction) => void;
  readonly chooseFile: () => void;
  readonly dropFile: (files: readonly File[]) => void;
}

/** While somebody types, AWS is not asked at every letter. */
const settleMs = 500;

/** What job 1 has been told; main plans it whenever it has come to rest. */
export function useDraft(signIn: SignInState): readonly [DraftState, DraftIntents] {
  const [state, dispatch] = useReducer(reduce, undefined, () => newDraft(new Date()));
  const lastRequest = useRef(0);

  const signedIn = signedInFor(signIn, state.receiver.region);
  useEffect(() => {
    if (signedIn) dispatch({ type: 'signedIn', view: signedIn });
  }, [signedIn]);
  const region = regionOfProfiles(signIn);
  useEffect(() => {
    if (region !== undefined) dispatch({ type: 'regionSuggested', region });
  }, [region]);
  useEffect(() => () => void api.leaveJob({}), []);

  const draft = state.plan.at === 'idle' ? keyDraft(state, new Date()) : undefined;
  const plan = useEffectEvent(async () => {
    if (!draft) return;
    const requestId = ++lastRequest.current;
    dispatch({ type: 'planAsked', requestId });
    dispatch({ type: 'planAnswered', requestId, result: await api.planKey({ draft }) });
  });
  const draftText = draft && JSON.stringify(draft);
  const delayMs = state.step === 'review' ? 0 : settleMs;
  useEffect(() => {
    if (draftText === undefined) return;
    const timer = setTimeout(() => void plan(), delayMs);
    return () => clearTimeout(timer);
  }, [draftText, delayMs]);

  const takeFile = async (ask: () => Promise<Result<Picked<MaterialView>>>): Promise<void> => {
    const requestId = ++lastRequest.current;
    dispatch({ type: 'fileAsked', requestId });
    dispatch({ type: 'fileAnswered', requestId, result: await ask() });
  };
  const expectation: MaterialExpectation = {
    wrappingAlgorithm: state.material.wrappingAlgorithm,
    wrappingKeySpec: state.material.wrappingKeySpec,
    lengthBytes: materialLength(state.receiver.region),
  };
  return [
    state,
    {
      dispatch,
      chooseFile: () => void takeFile(() => api.chooseMaterialFile(expectation)),
      dropFile: (files) => void takeFile(async () => picked(await api.dropMaterialFile(expectation, files))),
    },
  ];
}

/** A drop has no dialog that could be dismissed. */
function picked<T>(result: Result<T>): Result<Picked<T>> {
  return result.ok ? ok({ picked: true, value: result.value }) : result;
}
