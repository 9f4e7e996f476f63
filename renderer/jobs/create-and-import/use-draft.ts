import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { api } from '../../base/api';
import type { Brought } from '../../base/work';
import { useCustody, type CustodyIntents } from '../../custody/use-custody';
import { regionOfProfiles, signedInFor } from '../../sign-in/selectors';
import type { SignInState } from '../../sign-in/state';
import { reduce } from './reduce';
import { copyPurpose, keyDraft } from './selectors';
import { newDraft, type DraftAction, type DraftState } from './state';

export interface DraftIntents {
  readonly dispatch: (action: DraftAction) => void;
  readonly custody: CustodyIntents;
  readonly chooseCard: () => void;
  readonly dropCard: (files: readonly File[]) => void;
}

/** While somebody types, AWS is not asked at every letter. */
const settleMs = 500;

/**
 * What the create-and-import job has been told; main plans it whenever it has come to rest.
 *
 * @param run that stands still, once there is one
 */
export function useDraft(signIn: SignInState, run: string | undefined): readonly [DraftState, DraftIntents] {
  const [state, dispatch] = useReducer(reduce, undefined, () => newDraft(new Date()));
  const lastRequest = useRef(0);
  const lastCard = useRef(0);

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
  const delayMs = state.step === 'review' || state.isGoingOn ? 0 : settleMs;
  useEffect(() => {
    if (draftText === undefined) return;
    const timer = setTimeout(() => void plan(), delayMs);
    return () => clearTimeout(timer);
  }, [draftText, delayMs]);

  const custody = useCustody(state.material.custody, copyPurpose(state, run), (action) =>
    dispatch({ type: 'custody', action }),
  );
  const takeCard = async (files: Brought): Promise<void> => {
    const requestId = ++lastCard.current;
    dispatch({ type: 'cardAsked', requestId });
    dispatch({ type: 'cardAnswered', requestId, result: await api.readReceiverCard({ files }) });
  };
  const cardIntents = {
    chooseCard: () => void takeCard('ask'),
    dropCard: (files: readonly File[]) => void takeCard(files),
  };
  return [state, { dispatch, custody, ...cardIntents }];
}
