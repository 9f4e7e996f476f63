import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { api } from '../../api';
import { useCustody, type CustodyIntents } from '../../custody/use-custody';
import { regionOfProfiles, signedInFor } from '../../sign-in/selectors';
import type { SignInState } from '../../sign-in/state';
import { reduce } from './reduce';
import { copyPurpose, keyDraft } from './selectors';
import { newDraft, type DraftAction, type DraftState } from './state';

export interface DraftIntents {
  readonly dispatch: (action: DraftAction) => void;
  readonly custody: CustodyIntents;
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

  const custody = useCustody(state.material.custody, copyPurpose(state), (action) =>
    dispatch({ type: 'custody', action }),
  );
  return [state, { dispatch, custody }];
}
